namespace LeadHeat.Core.HeatModels;

/// <summary>How past leads lie, so that a lead can be placed among them.</summary>
/// <param name="Predictions">Theirs at 0, 1 … 100 percent of them, lowest first.</param>
/// <param name="Scores">The card's, likewise; empty where they have none, or several cards' that say nothing together.</param>
public sealed record PastPlaces(IReadOnlyList<double> Predictions, IReadOnlyList<double> Scores)
{
    /// <summary>Fewer past leads place nobody.</summary>
    public const int FewestLeads = 20;

    internal bool IsSound => IsRising(Predictions) && IsRising(Scores);

    /// <summary>Which percent of past leads a prediction is above.</summary>
    public int OfPrediction(double probability) => Place(Predictions, probability);

    /// <summary>Which percent of them a card's score is above; null where they have no scores.</summary>
    public int? OfScore(int score) => Scores.Count == 0 ? null : Place(Scores, score);

    /// <summary>The values at 0, 1 … 100 percent.</summary>
    public static IReadOnlyList<double> Percentiles(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? [] : [.. Enumerable.Range(0, 101).Select(percent => sorted[(int)((long)percent * (sorted.Length - 1) / 100)])];
    }

    // In the middle of those that are equal.
    private static int Place(IReadOnlyList<double> values, double value)
    {
        var (below, same) = (0, 0);
        foreach (var one in values)
        {
            below += one < value ? 1 : 0;
            same += one == value ? 1 : 0;
        }

        return values.Count == 0 ? 50 : (int)Math.Round(100 * (below + (same / 2.0)) / values.Count);
    }

    private static bool IsRising(IReadOnlyList<double>? values) =>
        values is { Count: 0 or 101 } && values.All(double.IsFinite) && values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);
}
