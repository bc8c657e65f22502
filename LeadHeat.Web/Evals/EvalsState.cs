using LeadHeat.Core.Evals;

namespace LeadHeat.Web.Evals;

/// <summary>What the page about the evals shows.</summary>
public sealed class EvalsState
{
    /// <summary>Misses that are shown at once.</summary>
    public const int Most = 100;

    public EvalOverview? Overview { get; set; }

    /// <summary>Which misses are shown; empty for all.</summary>
    public string Group { get; set; } = "";

    public EvalReport? Report => Overview?.Report;

    public IReadOnlyList<KeptCase> Kept => Overview?.Kept ?? [];

    public IReadOnlyList<EvalMiss> Misses => [.. Chosen.Take(Most)];

    public int More => Math.Max(0, Chosen.Count() - Most);

    /// <summary>The groups that have misses, with how many; the most first.</summary>
    public IReadOnlyList<(string Group, int Count)> Groups =>
    [
        ("", Report?.Misses.Count ?? 0),
        .. (Report?.Misses ?? []).CountBy(miss => miss.Group).OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Value)),
    ];

    private IEnumerable<EvalMiss> Chosen => (Report?.Misses ?? []).Where(miss => Group.Length == 0 || miss.Group == Group);

    public void Forget(Guid id) => Overview = Overview! with { Kept = [.. Overview.Kept.Where(kept => kept.Id != id)] };
}
