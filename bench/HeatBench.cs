using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadHeat.Core.HeatModels;
using LeadHeat.Tests.Worker;
using LeadHeat.Worker.Training;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Bench;

/// <summary>
/// The heat model beside XGBoost in the same run, on a history whose true probabilities are known: the same predictions, how fast ours are, and
/// the time that training takes beside the xgboost program. Times are of one core's work, so that a busy machine disturbs them less.
/// </summary>
internal static class HeatBench
{
    private const int Leads = 60_000;
    private const int Trees = 200;
    private const int Single = 20_000;
    private const int Explained = 500;
    private const double MicrosecondsBar = 10;
    private const double RowsBar = 500_000;
    private const double TrainingBar = 1.3;

    private static readonly GrowthSettings Settings = new(5, 0.1, Trees, Trees, new int[HeatFeatures.Count]);

    public static async Task<Report> RunAsync(string[] arguments)
    {
        var history = SyntheticHistory.Create(Leads, seed: 2026);
        var (training, test) = (history.Take(Leads * 4 / 5).ToList(), history.Skip(Leads * 4 / 5).ToList());
        var encoding = FeatureEncoding.Learn([.. training.Select(lead => lead.Row)]);
        var (columns, labels) = (Columns(training, encoding), Labels(training));
        var (grown, whole, trained) = Grow(columns, labels);
        var report = new Report("heat", "ours", "xgboost", "difference");
        var trees = BoostedTrees.Read(grown.Save());
        Compare(report, grown, trees, test, encoding);
        Speed(report, trees, test, encoding);
        var (programWhole, programTrained) = await ProgramAsync(columns, labels);
        report.Add("training with taking the data in, s", whole / programWhole <= TrainingBar, whole, programWhole, whole / programWhole);
        report.Add("trees after the first alone, s", trained / programTrained <= TrainingBar, trained, programTrained, trained / programTrained);
        grown.Dispose();
        return report;
    }

    private static void Compare(
        Report report, Booster grown, BoostedTrees trees, List<(HistoryRow Row, double Truth)> test, FeatureEncoding encoding)
    {
        var rows = Columns(test, encoding);
        using var matrix = new TrainingMatrix(rows, HeatFeatures.Count);
        var (native, sums) = (grown.Predict(matrix), new float[test.Count]);
        trees.Margins(rows, sums);
        float[] ours = [.. sums.Select(BoostedTrees.Probability)];
        var (mine, theirs) = (QualityOf(ours, test), QualityOf(native, test));
        var (auc, nativeAuc) = (mine.Auc!.Value.Value, theirs.Auc!.Value.Value);
        report.Add("AUC", Math.Abs(auc - nativeAuc) <= 1e-6, Places(auc), Places(nativeAuc), Exact(auc - nativeAuc));
        report.Add("Brier score", Math.Abs(mine.Brier - theirs.Brier) <= 1e-6, Places(mine.Brier), Places(theirs.Brier), Exact(mine.Brier - theirs.Brier));
        var other = ours.Zip(native).Count(pair => BitConverter.SingleToInt32Bits(pair.First) != BitConverter.SingleToInt32Bits(pair.Second));
        report.Add("predictions that differ in a bit", other == 0, other, test.Count, "");
        var contributions = grown.Contributions(matrix);
        var most = 0.0;
        for (var row = 0; row < Explained; row++)
        {
            var explained = TreeShap.Contributions(trees, rows.AsSpan(row * HeatFeatures.Count, HeatFeatures.Count), out var bias);
            most = Math.Max(most, explained.Append(bias).Select((value, at) => Math.Abs(value - contributions[(row * (HeatFeatures.Count + 1)) + at])).Max());
        }

        report.Add("largest difference of a contribution", most <= 1e-5, "", "", Exact(most));
        var truth = QualityOf([.. test.Select(lead => (float)lead.Truth)], test);
        report.Add("the truth's own AUC", null, Places(truth.Auc!.Value.Value), "", "");
        report.Add("the truth's own Brier score", null, Places(truth.Brier), "", "");
        report.Add("mean distance to the truth", null, Places(ours.Zip(test, (probability, lead) => Math.Abs(probability - lead.Truth)).Average()), "", "");
    }

    private static void Speed(Report report, BoostedTrees trees, List<(HistoryRow Row, double Truth)> test, FeatureEncoding encoding)
    {
        var (rows, sums, times) = (Columns(test, encoding), new float[test.Count], new Times());
        var row = new float[HeatFeatures.Count];
        for (var round = 0; round < Single; round++)
        {
            var start = Stopwatch.GetTimestamp();
            encoding.Encode(test[round % test.Count].Row.Features, row);
            _ = BoostedTrees.Probability(trees.Margin(row));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        report.Add("one lead with its encoding, µs, p50", times.Percentile(50) <= MicrosecondsBar, times.Percentile(50), "", "");
        var fastest = 0.0;
        for (var round = 0; round < 30; round++)
        {
            var start = Stopwatch.GetTimestamp();
            trees.Margins(rows, sums);
            for (var at = 0; at < sums.Length; at++)
                sums[at] = BoostedTrees.Probability(sums[at]);
            fastest = Math.Max(fastest, test.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        report.Add("rows a second on one core", fastest >= RowsBar, (int)fastest, "", "");
    }

    // With all that training needs: the matrix is made, trees are grown, the model is saved. And the trees after the first one alone.
    private static (Booster Grown, double Whole, double Trained) Grow(float[] columns, float[] labels)
    {
        static double Now() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var before = Now();
        using var matrix = new TrainingMatrix(columns, HeatFeatures.Count, labels);
        var booster = new Booster(Settings.ForXgBoost, matrix);
        booster.Grow(0, matrix);
        var first = Now();
        for (var round = 1; round < Trees; round++)
            booster.Grow(round, matrix);
        var last = Now();
        _ = booster.Save();
        return (booster, Now() - before, last - first);
    }

    /// <summary>What the xgboost program takes for the same trees, and what the trees after the first take of it: the rest is reading its text.</summary>
    private static async Task<(double Whole, double Trained)> ProgramAsync(float[] columns, float[] labels)
    {
        var folder = Directory.CreateTempSubdirectory("leadheat-heat-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "leads.txt"), LibSvm(columns, labels));
            await File.WriteAllLinesAsync(
                Path.Combine(folder.FullName, "heat.conf"),
                [.. Settings.ForXgBoost.Where(setting => setting.Key != "monotone_constraints").Select(setting => $"{setting.Key} = {setting.Value}"),
                    "data = \"leads.txt?format=libsvm\"", "model_out = \"heat.json\""]);
            var whole = await TimeAsync(folder.FullName, Trees);
            return (whole, whole - await TimeAsync(folder.FullName, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(string folder, int trees)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"TIMEFORMAT='%U %S'; time xgboost heat.conf num_round={trees} >/dev/null 2>&1"])
        {
            WorkingDirectory = folder, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var text = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? text.Split(' ', StringSplitOptions.TrimEntries).Sum(part => double.Parse(part, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("The xgboost program failed. On Debian: apt-get install xgboost libxgboost0.");
    }

    private static string LibSvm(float[] columns, float[] labels)
    {
        var text = new StringBuilder();
        for (var row = 0; row < labels.Length; row++)
        {
            text.Append(labels[row] > 0 ? '1' : '0');
            for (var column = 0; column < HeatFeatures.Count; column++)
            {
                if (columns[(row * HeatFeatures.Count) + column] is var value && !float.IsNaN(value))
                    text.Append(CultureInfo.InvariantCulture, $" {column}:{value:R}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static Quality QualityOf(float[] predictions, IReadOnlyList<(HistoryRow Row, double Truth)> test) =>
        Quality.Of([.. predictions.Zip(test, (prediction, lead) => ((double)prediction, lead.Row.Won))], 0.5);

    private static float[] Columns(IReadOnlyList<(HistoryRow Row, double Truth)> leads, FeatureEncoding encoding) =>
        encoding.Encode([.. leads.Select(lead => lead.Row.Features)]);

    private static float[] Labels(IReadOnlyList<(HistoryRow Row, double Truth)> leads) => [.. leads.Select(lead => lead.Row.Won ? 1f : 0f)];

    private static string Places(double value) => value.ToString("0.0000000", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString("0.0E+0", CultureInfo.InvariantCulture);
}
