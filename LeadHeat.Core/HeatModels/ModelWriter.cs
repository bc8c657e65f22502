using System.Text.Json;

namespace LeadHeat.Core.HeatModels;

/// <summary>Makes a model and its report of the trees that were grown.</summary>
public static class ModelWriter
{
    // Explaining a lead takes about a millisecond; this many say what matters.
    private const int MostExplained = 400;

    /// <summary>Calibrates on the tuning leads, and measures on the test leads.</summary>
    /// <param name="trees">As XGBoost saved them.</param>
    /// <param name="constraints">By feature name: 1 or -1 where the trees were made to rise or to fall with it.</param>
    /// <param name="training">How the training went.</param>
    /// <exception cref="HeatModelException">The trees cannot be read.</exception>
    public static (HeatModelDocument Document, HeatReport Report, IReadOnlyList<IReadOnlyList<Guid>> Measured) Write(
        TrainingPlan plan, FeatureEncoding encoding, JsonElement trees, IReadOnlyDictionary<string, int> constraints, TrainingRun training)
    {
        var forest = BoostedTrees.Read(System.Text.Encoding.UTF8.GetBytes(trees.GetRawText()));
        var calibration = CalibrationFit.Choose([.. Margins(forest, encoding, plan.Tuning)]);
        (double Probability, bool Won)[] test = [.. Margins(forest, encoding, plan.Test).Select(lead => (calibration.Probability(lead.Margin), lead.Won))];
        HistoryRow[] all = [.. plan.Training, .. plan.Tuning, .. plan.Test];
        var document = new HeatModelDocument(
            HeatModelDocument.CurrentFormat, [.. HeatFeatures.All.Select(feature => feature.Name)], encoding, trees, calibration,
            PlacesOf(all, [.. Margins(forest, encoding, all).Select(lead => calibration.Probability(lead.Margin))]));
        var quality = Quality.Of(test, (double)plan.Training.Count(row => row.Won) / plan.Training.Count);
        return (document, new(
            SizeOf(plan, all), quality,
            Quality.AucOf(plan.Test.Where(row => row.Score is not null).Select(row => ((double)row.Score!, row.Won))), calibration.Kind,
            FactorsOf(forest, encoding, [.. plan.Test.TakeLast(MostExplained)], constraints), forest.Count, training.StoppedEarly, training.Seconds,
            training.Library, Listed: true, Ranked: true), Measured(plan.Test, test, quality.Bins));
    }

    // The curve's points are parts of the leads in the order of their predictions.
    private static IReadOnlyList<IReadOnlyList<Guid>> Measured(
        IReadOnlyList<HistoryRow> rows, (double Probability, bool Won)[] test, IReadOnlyList<CalibrationBin> bins)
    {
        Guid[] sorted = [.. rows.Zip(test).OrderBy(pair => pair.Second.Probability).ThenBy(pair => pair.Second.Won).Select(pair => pair.First.Id)];
        var at = 0;
        return [.. bins.Select(bin => sorted[at..(at += bin.Leads)])];
    }

    private static IEnumerable<(float Margin, bool Won)> Margins(BoostedTrees forest, FeatureEncoding encoding, IReadOnlyList<HistoryRow> rows)
    {
        var margins = new float[rows.Count];
        forest.Margins(encoding.Encode([.. rows.Select(row => row.Features)]), margins);
        return rows.Zip(margins, (row, margin) => (margin, row.Won));
    }

    private static Dictionary<string, PastPlaces> PlacesOf(HistoryRow[] rows, double[] predictions)
    {
        var leads = rows.Zip(predictions, (row, prediction) => (Row: row, Prediction: prediction)).ToList();
        var places = leads.GroupBy(lead => lead.Row.Playbook).Where(playbook => playbook.Count() >= PastPlaces.FewestLeads).ToDictionary(
            playbook => playbook.Key,
            playbook => new PastPlaces(
                PastPlaces.Percentiles(playbook.Select(lead => lead.Prediction)),
                PastPlaces.Percentiles(playbook.Where(lead => lead.Row.Score is not null).Select(lead => (double)lead.Row.Score!))));
        places[""] = new(PastPlaces.Percentiles(predictions), []);
        return places;
    }

    private static TrainingSize SizeOf(TrainingPlan plan, HistoryRow[] all) => new(
        all.Count(row => row.Won), all.Count(row => !row.Won), plan.Training.Count, plan.Tuning.Count, plan.Test.Count, all[0].ClosedAt, all[^1].ClosedAt,
        all.SelectMany(row => row.Refused ?? []).CountBy(name => name).ToDictionary());

    private static List<TopFactor> FactorsOf(
        BoostedTrees forest, FeatureEncoding encoding, IReadOnlyList<HistoryRow> rows, IReadOnlyDictionary<string, int> constraints)
    {
        var columns = encoding.Encode([.. rows.Select(row => row.Features)]);
        double[][] contributions = [.. rows.Select((_, at) =>
            TreeShap.Contributions(forest, columns.AsSpan(at * HeatFeatures.Count, HeatFeatures.Count), out var _))];
        double Weight(HeatFeature feature) => contributions.Sum(lead => Math.Abs(lead[feature.Place]));
        var total = HeatFeatures.All.Sum(Weight);
        return
        [
            .. HeatFeatures.All.Where(feature => Weight(feature) > 0).OrderByDescending(Weight).Select(feature => new TopFactor(
                feature.Name, feature.Title, Weight(feature) / total,
                FactorWords.Of(feature, [.. rows.Select((row, at) => (row.Features, contributions[at][feature.Place]))]),
                constraints.GetValueOrDefault(feature.Name))),
        ];
    }
}

/// <summary>How a training went.</summary>
public sealed record TrainingRun(bool StoppedEarly, double Seconds, string Library);
