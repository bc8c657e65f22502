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

    /// <summary>Units found for it, best first; more than are kept are left out.</summary>
    public IReadOnlyList<UnitMatch> Matches { get; init => field = Kept(value); } = Kept(Matches);

    private static IReadOnlyList<UnitMatch> Kept(IReadOnlyList<UnitMatch> matches) => matches.Count > MostMatches ? [.. matches.Take(MostMatches)] : matches;

    /// <summary>The fact of this field, or null.</summary>
    public Fact? Find(string field)
    {
        foreach (var fact in Facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact;
        }
        return null;
    }
}
