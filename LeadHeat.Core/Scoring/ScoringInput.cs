using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>All that a score rests on; the same input gives the same ledger, always.</summary>
/// <param name="Facts">What is known.</param>
/// <param name="Matches">Units found for it; none where there is no inventory.</param>
/// <param name="Adjustments">Ledger lines that people added.</param>
/// <param name="At">The time that the lines are written with.</param>
/// <param name="Dialogue">For cards that judge engagement; null counts as none.</param>
/// <param name="HeardAt">When the lead wrote last (UTC), or came where it never wrote; null where nobody asked, then time takes nothing.</param>
/// <param name="Probability">What the trained model gives, 0 to 1; null without one.</param>
public sealed record ScoringInput(
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<UnitMatch> Matches,
    IReadOnlyList<LedgerLine> Adjustments,
    DateTimeOffset At,
    DialogueState? Dialogue = null,
    DateTimeOffset? HeardAt = null,
    double? Probability = null)
{
    /// <summary>As many matches as are kept with a score: judged by more, it could not be computed again.</summary>
    public const int MostMatches = 3;

    // A card asks some twenty times for each lead: an array is asked twice as fast as a list of an unknown kind.
    private Fact[] _facts = [.. Facts];

    /// <summary>What is known.</summary>
    public IReadOnlyList<Fact> Facts
    {
        get;
        init
        {
            field = value;
            _facts = [.. value];
        }
    } = Facts;

    /// <summary>Units found for it, best first; more than are kept are left out.</summary>
    public IReadOnlyList<UnitMatch> Matches { get; init => field = Kept(value); } = Kept(Matches);

    private static IReadOnlyList<UnitMatch> Kept(IReadOnlyList<UnitMatch> matches) => matches.Count > MostMatches ? [.. matches.Take(MostMatches)] : matches;

    /// <summary>The facts of those of these fields that are known, in the order of the fields.</summary>
    internal List<Fact> Known(IReadOnlyList<string> fields)
    {
        List<Fact> known = new(fields.Count);
        for (var i = 0; i < fields.Count; i++)
        {
            if (Find(fields[i]) is { } fact)
                known.Add(fact);
        }
        return known;
    }

    /// <summary>Those of these fields that are not known, each with what it would bring.</summary>
    /// <param name="known">How many of them are known.</param>
    internal MissingFact[] Missing(IReadOnlyList<string> fields, int points, int known)
    {
        var (missing, count) = (new MissingFact[fields.Count - known], 0);
        for (var i = 0; i < fields.Count; i++)
        {
            if (Find(fields[i]) is null)
                missing[count++] = new(fields[i], points);
        }
        return missing;
    }

    /// <summary>The fact of this field, or null.</summary>
    public Fact? Find(string field)
    {
        foreach (var fact in _facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact;
        }
        return null;
    }
}
