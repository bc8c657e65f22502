using LeadHeat.Api.Turns;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.Demo;

/// <summary>A lead while its story is told: everything that its rows will say.</summary>
internal sealed class DemoLead(Dice dice, Playbook playbook, DemoTalk talk, DateTimeOffset created)
{
    public Dice Dice { get; } = dice;
    public Playbook Playbook { get; } = playbook;
    public LeadSource Source { get; } = talk.Source;
    public Guid Id { get; } = dice.Id(created);
    public Guid ContactId { get; } = dice.Id(created);
    public DateTimeOffset CreatedAt { get; } = created;

    public DemoConversation? Conversation { get; set; }
    public IReadOnlyList<Fact> Facts { get; set; } = [];

    /// <summary>What a file said of it for the heat model.</summary>
    public LeadFeatures? Features { get; set; }

    public List<DemoQualification> Qualifications { get; } = [];
    public List<DemoActivity> Activities { get; } = [];
    public List<TaskView> Tasks { get; } = [];

    public LeadStatus Status { get; set; } = LeadStatus.New;
    public DateTimeOffset StatusSince { get; set; } = created;
    public string? LostReason { get; set; }
    public DemoMember? Owner { get; set; }
    public DateTimeOffset? WaitingSince { get; set; }
    public DateTimeOffset LastActivityAt { get; private set; } = created;

    public DemoQualification? Qualification => Qualifications.Count > 0 ? Qualifications[^1] : null;

    public Heat Heat => Qualification?.Result.Heat ?? Heat.Unqualified;

    public void Note(ActivityKind kind, string text, string actor, Guid? actorId, DateTimeOffset at)
    {
        Activities.Add(new(Dice.Id(at), kind, text, actor, actorId, at));
        Touch(at);
    }

    public void Touch(DateTimeOffset at) => LastActivityAt = at > LastActivityAt ? at : LastActivityAt;

    /// <summary>Judges by the card.</summary>
    public void Qualify(ScoringInput input, Guid? turnId) =>
        Qualifications.Add(new(Dice.Id(input.At), turnId, input, Playbook.Scorecard.Evaluate(input)));
}

/// <summary>The chat of a lead.</summary>
internal sealed class DemoConversation(Guid id, Guid sessionId, Channel channel, DateTimeOffset created)
{
    public Guid Id { get; } = id;
    public Guid SessionId { get; } = sessionId;
    public Channel Channel { get; } = channel;
    public DateTimeOffset CreatedAt { get; } = created;
    public DialogueState Dialogue { get; set; } = DialogueState.Start;
    public Handling Handling { get; set; } = Handling.Bot;
    public int OwnerVersion { get; set; } = 1;
    public DemoMember? Handler { get; set; }
    public string? HandoffReason { get; set; }
    public DateTimeOffset? ContextFrom { get; set; }
    public List<DemoMessage> Messages { get; } = [];
    public List<DemoTurn> Turns { get; } = [];
}

internal sealed record DemoMessage(MessageView View, Guid? AuthorId, string ExternalId);

/// <param name="ReplyId">Null where a person answers.</param>
internal sealed record DemoTurn(Guid Id, Guid MessageId, Guid? ReplyId, DateTimeOffset At, DateTimeOffset FinishedAt, TurnEnd End, TurnRecord? Record = null);

/// <param name="Input">What the result was computed from.</param>
internal sealed record DemoQualification(Guid Id, Guid? TurnId, ScoringInput Input, Qualification Result);

internal sealed record DemoActivity(Guid Id, ActivityKind Kind, string Text, string Actor, Guid? ActorId, DateTimeOffset At);

internal sealed record DemoMember(Guid Id, string Name, string Email);
