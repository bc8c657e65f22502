using LeadHeat.Core.Facts;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Writes one reply: hands over or says goodbye where that is due; else acknowledges, answers, shows, and asks for one thing.</summary>
internal sealed class ReplyComposer(PlannedTurn turn, ToolFindings findings)
{
    private const int Patience = 2;
    private const int ShortThanks = 20;
    private const int FarthestFromEnd = 4;

    private readonly Draft _draft = new(turn, findings);

    public PlannedReply Compose()
    {
        if (HandoffReason() is var (reason, key))
            return HandOver(reason, key);
        WelcomeBack.Write(_draft);
        if (Cancelling.Write(_draft))
            return Finish(null);
        if (IsLeaving())
        {
            SayGoodbye();
            return Finish(null);
        }
        _draft.Unfire(StateUpdate.Left);
        Acknowledgement.Write(_draft);
        // What is acknowledged is no answer yet to what is asked beside it.
        var acknowledged = _draft.Answered;
        _draft.Answered = false;
        SideAnswers.Write(_draft);
        UnitTalk.Write(_draft);
        Appointments.Write(_draft);
        EmailChecks.Write(_draft);
        if (SideAnswers.IsLeftUnanswered(_draft))
            SideAnswers.OfferPerson(_draft);
        _draft.Answered |= acknowledged;
        NextMove.Write(_draft);
        return LostTooOften() ? HandOver("The bot did not understand several messages", ReplyKeys.HandoffStuck) : Finish(null);
    }

    public PlannedReply HandOver(string reason, bool isStuck) => HandOver(reason, isStuck ? ReplyKeys.HandoffStuck : turn.Service == ServiceTalk.Trouble ? ReplyKeys.HandoffService : ReplyKeys.HandoffAsked);

    private (string Reason, string Key)? HandoffReason()
    {
        var message = turn.Understood;
        if (turn.Service == ServiceTalk.Trouble)
            return (ServiceCase.Reason, ReplyKeys.HandoffService);
        if (message.CallHours is null && PrivacyWish.Of(message.Text) is { } wish)
            return wish;
        if (message.AsksForHuman)
            return ("Asked for a person", ReplyKeys.HandoffAsked);
        // Who says in anger what he wants can still be helped.
        if (turn.Dialogue.Frustration >= turn.Playbook.Thresholds.HandoverFrustration + (turn.NewFacts.Count > 0 ? Patience : 0) && Mood.IsAnnoyed(message))
            return ("Frustrated: the bot was not helping", ReplyKeys.HandoffFrustrated);
        // A number in answer to "shall a colleague get back to you?" is a yes.
        return turn.Context.Dialogue.LastAsked == StateUpdate.AskedPerson && ((Firmly(message) || Agreement.IsAll(message)) && !AsksForDay(message) || (GaveContact() && !message.Has(Cues.No)))
            ? ("Has a question that needs a person", ReplyKeys.HandoffAsked) : null;
    }

    // "Yes please, I need to know this today"; "ok sounds like a chatbot" only goes on.
    private static bool Firmly(Understood message) => Agreement.Is(message) && message.Signals is [{ Cue: var first, Span: { Start: 0 } span }, ..] && first.HasFlag(Cues.Yes) && !Lightly.Contains(span.Of(message.Text).ToLowerInvariant());

    private static readonly HashSet<string> Lightly = ["ok", "okay", "right", "great", "perfect", "done", "correct", "sounds good", "sounds great"];

    // "Okay, can he come on Saturday" goes on to something else.
    private static bool AsksForDay(Understood message) => DayWords.In(message.Text).Length > 0 && (Asking.Is(message) || message.Has(Cues.Visit));

    private bool GaveContact() => turn.NewFacts.Any(fact => fact.Field is FactFields.Email or FactFields.Phone && !fact.Value.IsEmpty);

    private bool IsLeaving()
    {
        var message = turn.Understood;
        if (message.Has(Cues.Question | Cues.SaidBefore) || message.Values.Count > 0 || message.Topic is not null || message.CallHours is not null || Telling.IsPlain(message) && !message.Has(Cues.Goodbye | Cues.No))
            return false;
        // "That was all, no need to note my number. Bye!", and "cheers" of one who has told us nothing of himself.
        var parts = message.Has(Cues.Goodbye) && (message.Has(Cues.Refusal | Cues.Thanks) || EndsWithGoodbye(message)) && !message.Has(Cues.Visit | Cues.Callback | Cues.Search | Cues.More);
        var thanks = message.Has(Cues.Thanks) && message.Text.Length <= ShortThanks && turn.Dialogue.Requested(StateUpdate.Refusal) > 0;
        return message.Intent == Intent.Goodbye || parts || thanks || HasLeft(message);
    }

    // "Not interested", and then "no": nothing more is asked.
    private bool HasLeft(Understood message) => turn.Context.Dialogue.Fired.Contains(StateUpdate.Left) && message.Text.Length <= ShortThanks
        && message.Has(Cues.No | Cues.Yes | Cues.Thanks | Cues.Goodbye) && !message.Has(Cues.Search | Cues.More | Cues.Visit | Cues.Callback | Cues.Likes);

    private static bool EndsWithGoodbye(Understood message) =>
        message.Signals.Any(signal => signal.Cue.HasFlag(Cues.Goodbye) && signal.Span.End >= message.Text.Length - FarthestFromEnd);

    private void SayGoodbye()
    {
        var planned = _draft.HasFired(StateUpdate.Visit) || _draft.HasFired(StateUpdate.Call);
        _draft.Note("goodbye", "Takes leave: nothing more is asked");
        _draft.Fire(StateUpdate.Left);
        _draft.Add(planned
            ? _draft.Phrasing.Say(ReplyKeys.GoodbyePlanned, ("name", NamePart()), ("when", _draft.AgreedDay))
            : _draft.Phrasing.Say(ReplyKeys.Goodbye, ("name", NamePart())));
        _draft.Asked = null;
    }

    private string NamePart() => _draft.Known(FactFields.Name) is { } name ? ", " + FirstName.Of(name.Display) : "";

    private bool LostTooOften() => _draft.LostCount >= turn.Playbook.Thresholds.HandoverLost;

    private PlannedReply HandOver(string reason, string key)
    {
        _draft.Clear();
        _draft.Note("hand_over", reason);
        _draft.Add(_draft.Phrasing.Say(key));
        var reachable = _draft.Known(FactFields.Email) is not null || _draft.Known(FactFields.Phone) is not null;
        var leaves = key is ReplyKeys.HandoffStop or ReplyKeys.HandoffDelete;
        if (!leaves && !reachable && !_draft.IsRefused(FactFields.Phone) && !_draft.IsRefused(FactFields.Email))
            _draft.Add(_draft.Phrasing.Say(key == ReplyKeys.HandoffService ? ReplyKeys.AskNumberForService : ReplyKeys.AskContactForPerson));
        return Finish(new(reason, _draft.Text));
    }

    private PlannedReply Finish(HandoffData? handoff)
    {
        var (role, why) = Roles.Of(_draft);
        if (role != turn.Context.Dialogue.Role)
            _draft.Note("take_over:" + Wire.Words.Of(role), why);
        var state = Close(role, handoff is not null);
        var nextStep = handoff is not null ? $"Answer in the chat: {char.ToLowerInvariant(handoff.Reason[0])}{handoff.Reason[1..]}." : NextStepOf(state);
        return new(
            _draft.Text, handoff is null ? _draft.Chips : [], _draft.Cards, turn.NewFacts, state, nextStep, handoff,
            _draft.Citations.Count > 0 ? _draft.Citations : null)
        {
            Tasks = handoff is not null ? [] : _draft.Promised ? [nextStep, .. _draft.Promises] : _draft.Promises,
            Role = role,
            Rules = _draft.Rules,
        };
    }

    private DialogueState Close(AgentRole role, bool handedOver)
    {
        var before = turn.Context.Dialogue;
        var state = _draft.State(handedOver) with { Role = role };
        state = state with { Phase = StateUpdate.PhaseOf(state, findings.Score, _draft.CardsSeen), Agreed = AgreedStep(state) };
        state = state with { Stage = StateUpdate.StageOf(new(turn.Facts, state, turn.Understood, turn.Doubts, findings.Score, _draft.CardsSeen), turn.Playbook, turn.Service) };
        if (state.Stage > before.Stage)
            _draft.Note("stage:" + Wire.Words.Of(state.Stage), $"Was {Wire.Words.Of(before.Stage)}; the signals for more are there");
        return state;
    }

    private string NextStepOf(DialogueState state) => state.Agreed
        ?? (state.Fired.Contains(StateUpdate.Brochure) && _draft.Known(FactFields.Email) is not null
            ? _draft.Phrasing.Say(ReplyKeys.BrochureStep, ("match", Match), ("who", _draft.Who)) : findings.Score?.NextStep ?? "Keep the chat going.");

    private string? AgreedStep(DialogueState state)
    {
        if (state.Fired.Contains(StateUpdate.Call) && _draft.Known(FactFields.Phone) is not null)
            return _draft.Phrasing.Say(ReplyKeys.CallStep, ("who", _draft.Who), ("when", _draft.CallDay));
        if (Booking.In(state.Fired) is { Count: > 1 } visits)
            return _draft.Phrasing.Say(ReplyKeys.VisitStep, ("match", Listing.And([.. visits.Select(visit => visit.Title + visit.Day)])), ("when", ""), ("who", _draft.Who));
        return state.Fired.Contains(StateUpdate.Visit)
            ? _draft.Phrasing.Say(ReplyKeys.VisitStep, ("match", Booking.In(state.Fired) is [var visit] ? visit.Title : Match), ("when", _draft.AgreedDay), ("who", _draft.Who)) : null;
    }

    private string Match => _draft.UnitMeant?.Title ?? "a home";
}
