using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>One rule of a scorecard.</summary>
/// <param name="Id">Names the rule in the ledger.</param>
/// <param name="Max">The most that it can give.</param>
/// <param name="Fill">What to ask for when nothing is known.</param>
public abstract record Criterion(string Id, int Max, string Fill)
{
    /// <summary>The points, why, and the facts that it rests on.</summary>
    internal abstract Verdict Judge(ScoringInput input);

    /// <summary>A verdict of no points, that says what would bring some.</summary>
    internal Verdict Nothing(params ReadOnlySpan<MissingFact> missing) => new(0, Fill, [], missing.ToArray());
}

/// <summary>What a rule says about a lead.</summary>
/// <param name="Rests">The facts that it rests on, the main one first.</param>
/// <param name="Missing">Facts that would bring more.</param>
internal readonly record struct Verdict(int Points, string Reason, IReadOnlyList<Fact> Rests, IReadOnlyList<MissingFact> Missing);
