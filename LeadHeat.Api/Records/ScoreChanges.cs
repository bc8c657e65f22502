using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Api.Records;

/// <summary>What changed from one ledger to the next.</summary>
internal static class ScoreChanges
{
    public static ScoreChange? Between(IReadOnlyList<(bool IsAfter, int Score, LedgerLine Line)> ledgers)
    {
        if (!ledgers.Any(line => line.IsAfter))
            return null;
        var before = ledgers.Where(line => !line.IsAfter).Select(line => line.Line).ToLookup(KeyOf);
        var after = ledgers.Where(line => line.IsAfter).Select(line => line.Line).ToLookup(KeyOf);
        List<ScoreLineChange> lines = [];
        foreach (var key in after.Select(group => group.Key).Union(before.Select(group => group.Key)))
        {
            var change = new ScoreLineChange(before[key].FirstOrDefault(), after[key].FirstOrDefault());
            if (!IsSame(change.Before, change.After))
                lines.Add(change);
        }

        return new(
            ledgers.Where(line => !line.IsAfter).Select(line => (int?)line.Score).FirstOrDefault(), ledgers.First(line => line.IsAfter).Score, lines);
    }

    // A person's lines have one rule in common; what tells them apart is when they were written.
    private static (string, DateTimeOffset?) KeyOf(LedgerLine line) => (line.Rule, line.Author is null ? null : line.At);

    private static bool IsSame(LedgerLine? before, LedgerLine? after) =>
        before is not null && after is not null && (before.Points, before.Reason, before.Value) == (after.Points, after.Reason, after.Value);
}
