using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>One rule of a scorecard.</summary>
/// <param name="Id">Names the rule in the ledger.</param>
/// <param name="Max">The most that it can give.</param>
/// <param name="Fill">What to ask for when nothing is known.</param>
public abstract record Criterion(string Id, int Max, string Fill)
{
    /// <summary>As people read it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Which of the closed set of rules it is.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The group whose cap it counts for; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The fewest points that it can give: below zero where it takes points away.</summary>
    public virtual int Least => 0;

    /// <summary>The most points that its steps and values really give.</summary>
    public virtual int Most => Max;

    /// <summary>The fields that it looks at.</summary>
    public virtual IReadOnlyList<string> Fields => [];

    /// <summary>The points, why, and the facts that it rests on.</summary>
    internal abstract Verdict Judge(ScoringInput input);

    /// <summary>Answers that would bring it more: what a visitor might yet tell, or tell differently.</summary>
    internal virtual IEnumerable<Fact> Answers(ScoringInput input) => Fields.Where(field => input.Find(field) is null).Select(field => Supposed.Anything(field, input.At));

    /// <summary>Other turns of the talk that would cost points, each in words.</summary>
    internal virtual IEnumerable<(string What, ScoringInput Input)> Worse(ScoringInput input) => [];

    /// <summary>A verdict of no points, that says what would bring some.</summary>
    internal Verdict Nothing(params ReadOnlySpan<MissingFact> missing) => new(0, Fill, [], missing.ToArray());
}

/// <summary>What a rule says about a lead.</summary>
/// <param name="Rests">The facts that it rests on, the main one first.</param>
/// <param name="Missing">Facts that would bring more.</param>
/// <param name="Counted">What was counted instead of a fact, as shown to people; null where nothing was.</param>
internal readonly record struct Verdict(int Points, string Reason, IReadOnlyList<Fact> Rests, IReadOnlyList<MissingFact> Missing, string? Counted = null);

/// <summary>Facts that nobody has told: to see what they would bring.</summary>
internal static class Supposed
{
    /// <summary>Some answer, no matter which.</summary>
    public static Fact Anything(string field, DateTimeOffset at) => Fact(field, new(Text: "known"), "any answer", at);

    public static Fact Fact(string field, FactValue value, string display, DateTimeOffset at) => new(field, value, display, FactSource.Person, 1, at, []);
}
