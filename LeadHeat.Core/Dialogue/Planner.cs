using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// The built-in agent: a deterministic salesperson in pure steps.
/// <code>
/// var turn = Planner.Begin(context, playbook);
/// var findings = ToolFindings.None;
/// while (Planner.Wishes(turn, findings) is { Count: > 0 } wishes)   // ends after at most five rounds and ten calls
/// {
///     foreach (var wish in wishes)
///         findings = findings.With(wish, …);                        // run the tool, put its result in; null when it failed
/// }
/// var reply = Planner.Compose(turn, findings);
/// </code>
/// Same context, playbook and findings: same reply, to the byte. Nothing here waits, reads a clock or throws on any text.
/// </summary>
public static class Planner
{
    /// <summary>Understands the message and merges its facts into the known ones.</summary>
    public static PlannedTurn Begin(TurnContext context, Playbook playbook)
    {
        var understood = Language.Understand(context.Text, playbook, context.Dialogue, context.Facts, context.ReceivedAt);
        var (found, check) = EmailChecks.Read(understood, context);
        var met = Outsider.Before(context.Dialogue, understood, playbook);
        var outsider = Outsider.In(met.Fired, playbook);
        var service = outsider is not null ? ServiceTalk.None : ServiceCase.Of(understood, context, playbook);
        met = ServiceCase.Before(met, understood, service);
        if (outsider is not null)
            found = Outsider.Facts(found, outsider);
        else if (Solicitation.Is(understood) || Solicitation.GoesOn(understood, context))
            found = [];
        if (service != ServiceTalk.None)
            found = ServiceCase.Facts(found, service, understood, context, playbook);
        if (service == ServiceTalk.Trouble)
            understood = understood with { Intent = Intent.Complaint };
        var wished = found.Count;
        if (understood.Unwanted.Count > 0)
            found = RuledOut.Facts(found, context.Facts, understood, playbook, context.ReceivedAt);
        var takesBack = found.Count > wished;
        if (understood.Has(Cues.Reset))
            found = [.. TakenBack(context, playbook, found), .. found];
        var told = FormAnswers.Of(context.MessageId, context.Facts);
        var known = FormAnswers.Except(context.Facts, told);
        var merged = FactMerge.Merge(
            known, told.Count == 0 ? found : [.. FormAnswers.Except(found, told), .. told],
            understood.Has(Cues.Correction) || takesBack || context.Dialogue.LastAsked == StateUpdate.AskedOtherArea);
        var before = Before(met, understood, told) with { EmailCheck = check };
        // "No, it's correct" confirms an address, and doubts nothing.
        var doubts = context.Dialogue.LastAsked == StateUpdate.AskedEmail && check is null ? [] : Doubts.In(understood);
        var dialogue = StateUpdate.OnMessage(before, understood, doubts, merged, playbook);
        merged = CustomerTypes.Note(merged, dialogue, playbook);
        return new(context, playbook, understood, merged.Changed, merged.All, dialogue)
        {
            Accepted = Coach.Accepted(playbook, context.Dialogue, understood),
            Doubts = doubts,
            Service = service,
            Before = known,
        };
    }

    /// <summary>
    /// The tool calls wanted next, in order; none when it is time to <see cref="Compose"/>.
    /// Units found by a search are made matches by <see cref="MatchExplainer.Best"/> with the turn's facts;
    /// <c>lead_score</c> is <see cref="LeadScorer.Score"/> of <see cref="ScoringOf"/>.
    /// </summary>
    public static IReadOnlyList<ToolWish> Wishes(PlannedTurn turn, ToolFindings findings) =>
        !IsHeld(turn) ? SearchPlanner.Wishes(turn, findings) : findings.HasRun(ToolNames.LeadScore) ? [] : [new(ToolNames.LeadScore)];

    /// <summary>The units that the lead is scored with: those that the reply will show, else those shown last.</summary>
    public static IReadOnlyList<UnitMatch> MatchesOf(PlannedTurn turn, ToolFindings findings) =>
        UnitTalk.Choose(turn, findings).Cards is { Count: > 0 } cards ? cards : LastShown(turn.Context);

    /// <summary>What <c>lead_score</c> judges.</summary>
    public static ScoringInput ScoringOf(PlannedTurn turn, ToolFindings findings) =>
        new(turn.Facts, MatchesOf(turn, findings), turn.Context.Adjustments, turn.Context.ReceivedAt, turn.Dialogue, Probability: turn.Context.Probability);

    /// <summary>Writes the reply and what the turn leaves behind.</summary>
    public static PlannedReply Compose(PlannedTurn turn, ToolFindings findings) =>
        IsHeld(turn) ? HoldingLine.Write(turn, findings) : new ReplyComposer(turn, findings).Compose();

    /// <summary>Whether the conversation waits for a person, so that the bot only holds the line.</summary>
    public static bool IsHeld(PlannedTurn turn) => turn.Context.Handling == Handling.Queued;

    /// <summary>Hands the conversation to a person, in the playbook's words, for a reason that another agent gave.</summary>
    /// <param name="isStuck">Whether it is because the bot cannot go on, and not the visitor's wish.</param>
    public static PlannedReply HandOver(PlannedTurn turn, ToolFindings findings, string reason, bool isStuck = false) =>
        new ReplyComposer(turn, findings).HandOver(reason, isStuck);

    /// <summary>The cards of the last reply that showed any.</summary>
    internal static IReadOnlyList<UnitMatch> LastShown(TurnContext context)
    {
        for (var i = context.History.Count - 1; i >= 0; i--)
        {
            if (context.History[i] is { Author: MessageAuthor.Bot or MessageAuthor.Person, Cards.Count: > 0 } message)
                return Beside(context, message.Cards);
        }
        return [];
    }

    // With those that the visitor has before him since before: one other was shown beside them.
    private static IReadOnlyList<UnitMatch> Beside(TurnContext context, IReadOnlyList<UnitMatch> cards)
    {
        var shown = context.Dialogue.Shown;
        if (shown.Count <= cards.Count || cards.Any(card => !shown.Contains(card.UnitId)))
            return cards;
        return [.. shown.Select(id => context.History.SelectMany(message => message.Cards).LastOrDefault(card => card.UnitId == id)).OfType<UnitMatch>()];
    }

    /// <summary>All units of the history's cards.</summary>
    internal static HashSet<Guid> AllShown(TurnContext context) => [.. context.History.SelectMany(message => message.Cards).Select(card => card.UnitId)];

    // The state that the message meets.
    private static DialogueState Before(DialogueState state, Understood message, IReadOnlyList<Fact> told)
    {
        var before = message.Has(Cues.Reset) ? StateUpdate.StartedOver(state) : state;
        if (Solicitation.Is(message) && !before.Fired.Contains(StateUpdate.Spam))
            before = before with { Fired = [.. before.Fired, StateUpdate.Spam] };
        return told.Count == 0 ? before : before with { Refused = [.. before.Refused.Except(told.Select(fact => fact.Field))] };
    }

    // Starting over takes back what the bot noted, but not who the person is.
    private static IEnumerable<Fact> TakenBack(TurnContext context, Playbook playbook, IReadOnlyList<Fact> found) =>
        from fact in context.Facts
        where fact.SetBy == FactSource.Bot && fact.Field is not (FactFields.Name or FactFields.Email or FactFields.Phone or FactFields.Company)
        where found.All(other => other.Field != fact.Field) && playbook.Field(fact.Field) is not null
        select new Fact(fact.Field, new(), "open", FactSource.Bot, 1, context.ReceivedAt, []);
}
