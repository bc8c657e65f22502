using System.Diagnostics;
using System.Text.Json;
using LeadHeat.Core.HeatModels;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Worker.Training;

/// <summary>Makes a model of a history.</summary>
internal static class ModelTraining
{
    private const double GrowingShare = 0.85;

    /// <exception cref="XgBoostException">XGBoost is not there, or refuses.</exception>
    public static (HeatModelDocument Document, HeatReport Report, IReadOnlyList<IReadOnlyList<Guid>> Measured) Train(
        IReadOnlyList<HistoryRow> history, IReadOnlyDictionary<string, int> constraints, Action<double, string> progress, CancellationToken cancellationToken)
    {
        if (!NativeMethods.IsThere)
            throw new XgBoostException(XgBoostException.Missing);
        var began = Stopwatch.GetTimestamp();
        var plan = TrainingPlan.Of(history);
        var encoding = FeatureEncoding.Learn(plan.Training);
        using var training = MatrixOf(plan.Training, encoding);
        using var tuning = MatrixOf(plan.Tuning, encoding);
        var (grown, stoppedEarly) = TreeGrower.Grow(
            training, tuning, GrowthSettings.For(plan.Training.Count, constraints),
            share => progress(share * GrowingShare, "Growing trees"), cancellationToken);
        using (grown)
        {
            progress(GrowingShare, "Measuring on the newest leads");
            using var trees = JsonDocument.Parse(grown.Save());
            return ModelWriter.Write(
                plan, encoding, trees.RootElement.Clone(), constraints,
                new(stoppedEarly, Stopwatch.GetElapsedTime(began).TotalSeconds, $"XGBoost {Booster.Version}"));
        }
    }

    private static TrainingMatrix MatrixOf(IReadOnlyList<HistoryRow> rows, FeatureEncoding encoding) => new(
        encoding.Encode([.. rows.Select(row => row.Features)]), HeatFeatures.Count, [.. rows.Select(row => row.Won ? 1f : 0f)]);
}
