using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Turns;

/// <summary>What follows from an outcome: the reply, the facts that are known now, and the score that code computes from them.</summary>
/// <param name="Facts">All that is known now.</param>
/// <param name="Input">What the result was computed from.</param>
/// <param name="FactsChanged">Whether the turn brought any.</param>
/// <param name="ResultChanged">Whether the score, a line of its ledger, the next step or the matches differ from before.</param>
internal sealed record Answered(
    DateTimeOffset Now,
    MessageView Reply,
    IReadOnlyList<Fact> Facts,
    bool FactsChanged,
    Scorecard Card,
    ScoringInput Input,
    Qualification Result,
    bool ResultChanged,
    LeadHeadline Headline,
    Handling Handling)
{
    private const int MostMatches = 3;

    /// <param name="model">For a card that asks it.</param>
    public static Answered From(TurnOutcome outcome, TurnToStore turn, Playbook playbook, Scorecard card, DateTimeOffset now, AskedModel? model = null)
    {
        // The agent has put its facts together with those that it got; what a person has set since then stays, also over what a form told.
        var facts = FactMerge.Merge(turn.Facts, [.. outcome.Facts.Where(fact => fact.SetBy != FactSource.Form)], correction: true);
        var before = turn.Qualified?.Matches ?? [];
        IReadOnlyList<UnitMatch> matches = outcome.Matches.Count > 0 ? [.. outcome.Matches.Take(MostMatches)] : before;
        var input = new ScoringInput(facts.All, matches, turn.Adjustments, now, outcome.Dialogue, turn.ReceivedAt, model?.Probability(facts.All, (outcome.Dialogue, now)));
        var result = card.Evaluate(input);
        var hasResult = turn.Qualified is { } known && known.Card == card.Name && known.Version == card.Version;
        var reply = new MessageView(
            Guid.CreateVersion7(now), MessageAuthor.Bot, null, outcome.Reply, outcome.Chips, outcome.Matches, outcome.Tools, outcome.Agent, now,
            Citations: outcome.Citations is { Count: > 0 } citations ? citations : null, TurnId: outcome.TurnId);
        return new(
            now, reply, facts.All, facts.Changed.Count > 0, card, input, result,
            // Where points go with time or by the model, what is stored is of another day.
            !hasResult || card.AgesBy || model is not null || !IsSame(result, card.Evaluate(new(turn.FactsBefore(outcome), before, turn.Adjustments, now, turn.Dialogue, turn.ReceivedAt))),
            LeadHeadline.Of(facts.All, playbook, card),
            outcome.Handoff is not null && turn.Handling == Handling.Bot ? Handling.Queued : turn.Handling);
    }

    public ScoreData Score(TurnToStore turn) => new(turn.LeadId, Result.Score, Result.Heat, Result.Qualified);

    // Most turns that bring anything change a line: that is told before the whole is written out.
    private static bool IsSame(Qualification left, Qualification right) =>
        left.Score == right.Score && left.NextStep == right.NextStep && left.Ledger.Count == right.Ledger.Count
        && left.Ledger.Zip(right.Ledger).All(pair => pair.First.Points == pair.Second.Points && pair.First.Value == pair.Second.Value)
        && JsonSerializer.SerializeToUtf8Bytes(left, LeadHeatJson.Default.Qualification)
            .AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right, LeadHeatJson.Default.Qualification));
}
