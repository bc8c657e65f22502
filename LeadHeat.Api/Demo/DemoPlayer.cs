using LeadHeat.Api.Turns;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Demo;

/// <summary>Plays one talk through the built-in agent, message by message, with a clock that stands in the past.</summary>
internal sealed class DemoPlayer(DemoAgent agent, Playbook playbook, DemoTalk talk, DemoPerson person, DemoMember colleague, Dice dice)
{
    private DateTimeOffset _now;

    /// <summary>The lead at the end of its conversation.</summary>
    public DemoLead Play(DateTimeOffset end)
    {
        var gaps = talk.Lines.Select(GapBefore).ToList();
        _now = end - gaps.Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap);
        var lead = new DemoLead(dice, playbook, talk, _now);
        lead.Note(ActivityKind.Created, Beginning(talk.Source), talk.Source is LeadSource.Csv or LeadSource.Api ? "Import" : "Visitor", null, _now);
        if (talk.Lines.Any(line => line.Kind == DemoLineKind.Visitor))
            lead.Conversation = new(dice.Id(_now), dice.Id(_now.AddSeconds(-8)), ChannelOf(talk.Source), _now.AddSeconds(-8));
        if (talk.Source == LeadSource.Whatsapp)
            lead.Facts = [FactOf(lead, FactFields.Name, person.Fill("{name}")), FactOf(lead, FactFields.Phone, person.Fill("{phone}"))];
        foreach (var (line, gap) in talk.Lines.Zip(gaps))
        {
            _now += gap;
            Take(lead, line);
        }
        if (lead.Qualification is null && lead.Facts.Count > 0)
            lead.Qualify(new(lead.Facts, [], [], _now), null);
        return lead;
    }

    private TimeSpan GapBefore(DemoLine line) => line.Kind switch
    {
        DemoLineKind.Visitor => TimeSpan.FromSeconds(dice.Between(12, 110)) + TimeSpan.FromMilliseconds(dice.Below(1000)),
        DemoLineKind.Person => TimeSpan.FromSeconds(dice.Between(70, 900)),
        DemoLineKind.GiveBack => TimeSpan.FromSeconds(dice.Between(60, 300)),
        DemoLineKind.Pause => line.Pause() + TimeSpan.FromMinutes(dice.Below(50)),
        _ => TimeSpan.Zero,
    };

    private void Take(DemoLead lead, DemoLine line)
    {
        switch (line.Kind)
        {
            case DemoLineKind.Visitor:
                Hear(lead, lead.Conversation!, person.Fill(line.Text));
                break;
            case DemoLineKind.Person:
                Answer(lead, lead.Conversation!, person.Fill(line.Text));
                break;
            case DemoLineKind.GiveBack:
                GiveBack(lead, lead.Conversation!);
                break;
            case DemoLineKind.Pause when line.Pause() >= TimeSpan.FromDays(1) && lead.WaitingSince is not null:
                lead.WaitingSince = null;
                lead.Note(ActivityKind.Note, "Answered by phone.", colleague.Name, colleague.Id, _now - (line.Pause() * 0.9));
                break;
            case DemoLineKind.Field:
                lead.Facts = FactMerge.Merge(lead.Facts, [FactOf(lead, line.Field!, person.Fill(line.Text))]).All;
                break;
        }
    }

    private Fact FactOf(DemoLead lead, string field, string text)
    {
        var source = talk.Source == LeadSource.Csv ? FactSource.Import : FactSource.Form;
        var found = Language.Understand(text, playbook, DialogueState.Start with { LastAsked = field }, lead.Facts, _now).Find(field);
        return found is null ? new(field, new(Text: text), text, source, 1, _now, []) : new(field, found.Value, found.Display, source, 1, _now, []);
    }

    private void Hear(DemoLead lead, DemoConversation conversation, string text)
    {
        if (conversation.Messages.Count == 0)
        {
            var greeting = playbook.Greeting(conversation.Id);
            Add(lead, conversation, new(conversation.SessionId, MessageAuthor.Bot, null, greeting, [], [], [], "built-in", conversation.CreatedAt), $"greeting:{lead.Id}");
        }
        var messageId = dice.Id(_now);
        var turnId = dice.Id(_now);
        var history = conversation.Messages.Select(message => message.View)
            .Where(view => conversation.ContextFrom is not { } from || view.At >= from).TakeLast(TurnLimits.History).ToList();
        Add(lead, conversation, new(messageId, MessageAuthor.Visitor, null, text, [], [], [], null, _now), dice.Id(_now).ToString());
        if (conversation.Handling == Handling.Human)
        {
            lead.WaitingSince ??= _now;
            conversation.Turns.Add(new(turnId, messageId, null, _now, _now, new(Handling.Human)));
            return;
        }
        var answer = agent.Answer(
            new(turnId, conversation.Id, lead.Id, conversation.OwnerVersion, 1, playbook.Name, conversation.Channel, _now, messageId, text, history,
                lead.Facts, conversation.Dialogue, [], null, conversation.Handling), playbook);
        Reply(lead, conversation, answer);
    }

    // By the same rules as the Api stores the outcome of a worker.
    private void Reply(DemoLead lead, DemoConversation conversation, DemoAnswer answer)
    {
        var (context, reply) = (answer.Context, answer.Reply);
        _now = _now.AddMilliseconds(dice.Between(40, 180));
        var outcome = new TurnOutcome(
            context.TurnId, context.OwnerVersion, 1, reply.Reply, reply.Chips, reply.Matches, reply.Facts, reply.Dialogue, reply.NextStep, reply.Handoff,
            answer.Calls, "built-in", null, playbook.Version, (_now - context.ReceivedAt).TotalMilliseconds, 0, 0);
        var before = TurnOf(lead, conversation, context);
        var answered = Answered.From(outcome, before, playbook, playbook.Scorecard, _now);
        var view = answered.Reply with { Id = dice.Id(_now) };
        Add(lead, conversation, view, $"turn:{context.TurnId}");
        lead.Facts = answered.Facts;
        conversation.Dialogue = reply.Dialogue;
        if (answered.ResultChanged)
            lead.Qualifications.Add(new(
                dice.Id(_now), context.TurnId, answered.Input, answered.Result));
        if (answered.Result.Heat != before.Heat)
            lead.Note(ActivityKind.Scored, $"Is {Words.Of(answered.Result.Heat)} now, with {answered.Result.Score} points", "Bot", null, _now);
        HandOver(lead, conversation, answered, context.ReceivedAt, reply.Handoff?.Reason);
        var end = new TurnEnd(
            answered.Handling, answered.Score(before), reply.Handoff, "built-in", null, playbook.Version, outcome.Milliseconds);
        conversation.Turns.Add(new(context.TurnId, context.MessageId, view.Id, context.ReceivedAt, _now, end, answer.Record));
    }

    private static TurnToStore TurnOf(DemoLead lead, DemoConversation conversation, TurnContext context) => new(
        TurnState.Running, conversation.Id, lead.Id, context.ReceivedAt, conversation.OwnerVersion, conversation.Handling, lead.Playbook.Name,
        conversation.Dialogue, lead.Facts, lead.Heat, lead.ContactId, (null, null, null),
        lead.Qualification is { } last ? (lead.Playbook.Scorecard.Name, lead.Playbook.Scorecard.Version, last.Result.TopMatches) : null,
        Attempts: 1, context.TurnId);

    private void HandOver(DemoLead lead, DemoConversation conversation, Answered answered, DateTimeOffset asked, string? reason)
    {
        if (answered.Handling == Handling.Queued && conversation.Handling == Handling.Bot)
        {
            conversation.OwnerVersion++;
            lead.Note(ActivityKind.HandlingChanged, $"Waits for a person: {reason}", "Bot", null, _now);
        }
        conversation.Handling = answered.Handling;
        conversation.HandoffReason = reason ?? conversation.HandoffReason;
        if (answered.Handling == Handling.Queued)
            lead.WaitingSince ??= asked;
    }

    private void Answer(DemoLead lead, DemoConversation conversation, string text)
    {
        if (conversation.Handling != Handling.Human)
        {
            conversation.Handling = Handling.Human;
            conversation.OwnerVersion++;
            conversation.Handler = colleague;
            conversation.HandoffReason = null;
            lead.Note(ActivityKind.HandlingChanged, "Took over the conversation", colleague.Name, colleague.Id, _now);
        }
        var id = dice.Id(_now);
        Add(lead, conversation, new(id, MessageAuthor.Person, colleague.Name, text, [], [], [], null, _now), $"person:{id}", colleague.Id);
        lead.WaitingSince = null;
        lead.Owner ??= colleague;
    }

    private void GiveBack(DemoLead lead, DemoConversation conversation)
    {
        conversation.Handling = Handling.Bot;
        conversation.OwnerVersion++;
        conversation.Handler = null;
        conversation.ContextFrom = _now;
        lead.WaitingSince = null;
        lead.Note(ActivityKind.HandlingChanged, "Gave the conversation back to the bot", colleague.Name, colleague.Id, _now);
    }

    private static void Add(DemoLead lead, DemoConversation conversation, MessageView view, string externalId, Guid? authorId = null)
    {
        conversation.Messages.Add(new(view, authorId, externalId));
        lead.Touch(view.At);
    }

    private static Channel ChannelOf(LeadSource source) => source switch
    {
        LeadSource.Whatsapp or LeadSource.LeadAds => Channel.Whatsapp,
        LeadSource.Api => Channel.Api,
        _ => Channel.Web,
    };

    private static string Beginning(LeadSource source) => source switch
    {
        LeadSource.LeadAds => "Filled in a form of an advertisement",
        LeadSource.WebForm => "Filled in the form on the website",
        LeadSource.Csv => "Came with an imported file",
        _ => "Wrote for the first time",
    };
}
