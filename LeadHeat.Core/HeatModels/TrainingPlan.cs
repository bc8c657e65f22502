namespace LeadHeat.Core.HeatModels;

/// <summary>
/// Past leads in the order in which they were decided: the oldest grow the trees, the next say when to stop and how to calibrate, and the newest,
/// which nothing has seen, say how good the model is.
/// </summary>
public sealed record TrainingPlan(IReadOnlyList<HistoryRow> Training, IReadOnlyList<HistoryRow> Tuning, IReadOnlyList<HistoryRow> Test)
{
    private const double TrainingShare = 0.6;
    private const double TuningShare = 0.2;

    /// <summary>Splits leads by the time of their outcome.</summary>
    public static TrainingPlan Of(IEnumerable<HistoryRow> rows)
    {
        List<HistoryRow> sorted = [.. rows.OrderBy(row => row.ClosedAt).ThenBy(row => row.Id)];
        var (first, second) = ((int)(sorted.Count * TrainingShare), (int)(sorted.Count * (TrainingShare + TuningShare)));
        return new(sorted[..first], sorted[first..second], sorted[second..]);
    }

    /// <summary>The words for a history that is too short, "not enough data: 14 of 40"; null when it is long enough.</summary>
    public static string? NotEnough(int won, int lost, int needed) =>
        Math.Min(won, lost) >= needed ? null : $"not enough data: {Math.Min(won, lost)} of {needed}";
}
