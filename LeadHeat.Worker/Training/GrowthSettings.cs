using System.Globalization;
using LeadHeat.Core.HeatModels;

namespace LeadHeat.Worker.Training;

/// <summary>How trees are grown. Few leads get few, shallow and careful ones.</summary>
/// <param name="Constraints">For each column: 1 or -1 where the sum may only rise or only fall with it.</param>
internal sealed record GrowthSettings(int Depth, double Pace, int MostTrees, int Patience, IReadOnlyList<int> Constraints)
{
    /// <summary>How much a leaf has to rest on: four leads that might go either way count as one.</summary>
    public int LeafWeight { get; init; } = 2;

    /// <summary>How strongly leaves are drawn to nothing (L2).</summary>
    public int Ridge { get; init; } = 1;

    /// <summary>The share of leads that each tree sees.</summary>
    public double Rows { get; init; } = 0.8;

    /// <summary>The share of features that each tree sees.</summary>
    public double Columns { get; init; } = 0.8;

    private const int Small = 1_000;
    private const int Middle = 10_000;

    public static GrowthSettings For(int leads, IReadOnlyDictionary<string, int> constraints)
    {
        int[] signs = [.. HeatFeatures.All.Select(feature => constraints.GetValueOrDefault(feature.Name))];
        // Some hundred leads are learned by heart otherwise, and the newest are predicted worse than by knowing nothing.
        return leads < Small ? new(2, 0.05, 400, 40, signs) { LeafWeight = Math.Clamp(leads / 30, 2, 10), Ridge = 10, Rows = 0.6, Columns = 0.5 } : leads < Middle ? new(4, 0.05, 600, 40, signs) : new(5, 0.1, 600, 30, signs);
    }

    /// <summary>
    /// As XGBoost names them. One thread: sums of several threads differ in their last bits from machine to machine, and the same history shall
    /// give the same model everywhere.
    /// </summary>
    public IReadOnlyDictionary<string, string> ForXgBoost => new Dictionary<string, string>
    {
        ["objective"] = "binary:logistic", ["eval_metric"] = "logloss", ["tree_method"] = "hist", ["nthread"] = "1", ["seed"] = "20261121",
        ["max_depth"] = Number(Depth), ["eta"] = Number(Pace), ["min_child_weight"] = Number(LeafWeight), ["lambda"] = Number(Ridge),
        ["subsample"] = Number(Rows), ["colsample_bytree"] = Number(Columns), ["monotone_constraints"] = $"({string.Join(',', Constraints.Select(sign => Number(sign)))})",
        ["verbosity"] = "0",
    };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
