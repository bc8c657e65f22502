using System.Globalization;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Worker.Training;

/// <summary>How trees are grown. Few leads get few, shallow and careful ones.</summary>
/// <param name="Constraints">For each column: 1 or -1 where the sum may only rise or only fall with it.</param>
internal sealed record GrowthSettings(int Depth, double Pace, int MostTrees, int Patience, IReadOnlyList<int> Constraints)
{
    private const int Small = 1_000;
    private const int Middle = 10_000;

    public static GrowthSettings For(int leads, IReadOnlyDictionary<string, int> constraints)
    {
        int[] signs = [.. HeatFeatures.All.Select(feature => constraints.GetValueOrDefault(feature.Name))];
        return leads < Small ? new(3, 0.05, 400, 40, signs) : leads < Middle ? new(4, 0.05, 600, 40, signs) : new(5, 0.1, 600, 30, signs);
    }

    /// <summary>
    /// As XGBoost names them. One thread: sums of several threads differ in their last bits from machine to machine, and the same history shall
    /// give the same model everywhere.
    /// </summary>
    public IReadOnlyDictionary<string, string> ForXgBoost => new Dictionary<string, string>
    {
        ["objective"] = "binary:logistic", ["eval_metric"] = "logloss", ["tree_method"] = "hist", ["nthread"] = "1", ["seed"] = "20261121",
        ["max_depth"] = Number(Depth), ["eta"] = Pace.ToString(CultureInfo.InvariantCulture), ["min_child_weight"] = "2", ["lambda"] = "1",
        ["subsample"] = "0.8", ["colsample_bytree"] = "0.8", ["monotone_constraints"] = $"({string.Join(',', Constraints.Select(Number))})",
        ["verbosity"] = "0",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
