using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Writes one reply: hands over or says goodbye where that is due; else acknowledges, answers, shows, and asks for one thing.</summary>
internal sealed class ReplyComposer(PlannedTurn turn, ToolFindings findings)
{
    private const int TooFrustrated = 6;
    private readonly Draft _draft = new(turn, findings);

    public PlannedReply Compose()
    {
        if (HandoffReason() is var (reason, key))
            return HandOver(reason, key);
        if (IsLeaving())
        {
            SayGoodbye();
            return Finish(null);
        }
        Acknowledgement.Write(_draft);
        SideAnswers.Write(_draft);
        UnitTalk.Write(_draft);
        Appointments.Write(_draft);
        NextMove.Write(_draft);
        return LostTooOften() ? HandOver("The bot did not understand several messages", ReplyKeys.HandoffStuck) : Finish(null);
    }

    public PlannedReply HandOver(string reason, bool isStuck) => HandOver(reason, isStuck ? ReplyKeys.HandoffStuck : ReplyKeys.HandoffAsked);

    private (string Reason, string Key)? HandoffReason()
    {
        var message = turn.Understood;
        if (message.AsksForHuman)
            return ("Asked for a person", ReplyKeys.HandoffAsked);
        if (turn.Dialogue.Frustration >= TooFrustrated && message.Frustration > 0)
            return ("Frustrated: the bot was not helping", ReplyKeys.HandoffFrustrated);
        return turn.Context.Dialogue.LastAsked == StateUpdate.AskedPerson && message.Has(Cues.Yes) && !message.Has(Cues.No)
            ? ("Has a question that needs a person", ReplyKeys.HandoffAsked) : null;
    }

    private bool IsLeaving() =>
        turn.Understood is { Intent: Intent.Goodbye } message && !message.Has(Cues.Question) && message.Values.Count == 0;

    private void SayGoodbye()
    {
        var planned = _draft.HasFired(StateUpdate.Visit) || _draft.HasFired(StateUpdate.Call);
        _draft.Add(planned
            ? _draft.Phrasing.Say(ReplyKeys.GoodbyePlanned, ("name", _draft.Known(FactFields.Name) is { } name ? ", " + name.Display : ""))
            : _draft.Phrasing.Say(ReplyKeys.Goodbye));
        _draft.Asked = null;
    }

    private bool LostTooOften() => _draft.LostCount >= 3;

    private PlannedReply HandOver(string reason, string key)
    {
        _draft.Clear();
        _draft.Note("hand_over", reason);
        _draft.Add(_draft.Phrasing.Say(key));
        var reachable = _draft.Known(FactFields.Email) is not null || _draft.Known(FactFields.Phone) is not null;
        if (!reachable && !_draft.IsRefused(FactFields.Phone) && !_draft.IsRefused(FactFields.Email))
            _draft.Add(_draft.Phrasing.Say(ReplyKeys.AskContactForPerson));
        return Finish(new(reason, _draft.Text));
    }

    private PlannedReply Finish(HandoffData? handoff)
    {
        var state = _draft.State(handoff is not null);
        var nextStep = handoff is not null ? $"Answer in the chat: {char.ToLowerInvariant(handoff.Reason[0])}{handoff.Reason[1..]}." : NextStepOf(state);
        return new(_draft.Text, handoff is null ? _draft.Chips : [], _draft.Cards, turn.NewFacts, state, nextStep, handoff)
        {
            Role = Roles.Of(_draft),
            Rules = _draft.Rules,
        };
    }

    private string NextStepOf(DialogueState state)
    {
        var who = _draft.Known(FactFields.Name)?.Display ?? "them";
        if (state.Fired.Contains(StateUpdate.Call) && _draft.Known(FactFields.Phone) is not null)
            return $"Call {who} back as asked.";
        if (state.Fired.Contains(StateUpdate.Visit))
            return _draft.Phrasing.Say(ReplyKeys.VisitStep, ("match", _draft.UnitMeant?.Title ?? "a home"), ("when", _draft.AgreedDay), ("who", who));
        return findings.Score?.NextStep ?? "Keep the chat going.";
    }
}
