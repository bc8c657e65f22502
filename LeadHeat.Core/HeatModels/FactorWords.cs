namespace LeadHeat.Core.HeatModels;

/// <summary>What a feature does on the whole, in words.</summary>
internal static class FactorWords
{
    private const int FewestLeads = 3;

    public static string Of(HeatFeature feature, IReadOnlyList<(LeadFeatures Lead, double Contribution)> leads)
    {
        List<(LeadFeatures Lead, double Contribution)> known = [.. leads.Where(lead => lead.Lead.Has(feature))];
        if (known.Count < FewestLeads)
            return "Few leads say it; that they do not is what counts.";
        return feature.Kind switch
        {
            FeatureKind.Category => OfWords(feature, known),
            FeatureKind.Flag => OfFlag(feature, known),
            _ => OfNumbers(feature, known),
        };
    }

    private static string OfWords(HeatFeature feature, IReadOnlyList<(LeadFeatures Lead, double Contribution)> known)
    {
        var words = known.GroupBy(lead => lead.Lead.Word(feature)!).Where(word => word.Count() >= FewestLeads)
            .OrderByDescending(word => word.Average(lead => lead.Contribution)).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key).ToList();
        return words.Count < 2 ? "Hardly differs among these leads." : $"Best: {HeatWords.Value(feature, words[0])}. Worst: {HeatWords.Value(feature, words[^1])}.";
    }

    private static string OfFlag(HeatFeature feature, IReadOnlyList<(LeadFeatures Lead, double Contribution)> known)
    {
        var sides = known.ToLookup(lead => lead.Lead.Flag(feature)!.Value, lead => lead.Contribution);
        return !sides.Contains(true) || !sides.Contains(false) ? "Hardly differs among these leads."
            : sides[true].Average() > sides[false].Average() ? "Yes is better than no." : "No is better than yes.";
    }

    // By Spearman's way: how the ranks of values and of contributions go together.
    private static string OfNumbers(HeatFeature feature, IReadOnlyList<(LeadFeatures Lead, double Contribution)> known)
    {
        var together = Correlation(Ranks([.. known.Select(lead => lead.Lead.Number(feature))]), Ranks([.. known.Select(lead => lead.Contribution)]));
        return together switch
        {
            > 0.5 => "More is better.",
            < -0.5 => "Less is better.",
            > 0.2 => "More is mostly better.",
            < -0.2 => "Less is mostly better.",
            _ => "Neither more nor less is better throughout.",
        };
    }

    private static double[] Ranks(double[] values)
    {
        var places = values.Index().GroupBy(value => value.Item).OrderBy(group => group.Key);
        var (ranks, before) = (new double[values.Length], 0);
        foreach (var same in places)
        {
            foreach (var (at, _) in same)
                ranks[at] = before + ((same.Count() - 1) / 2.0);
            before += same.Count();
        }

        return ranks;
    }

    private static double Correlation(double[] left, double[] right)
    {
        var (a, b) = (left.Average(), right.Average());
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        foreach (var (x, y) in left.Zip(right))
            (ab, aa, bb) = (ab + ((x - a) * (y - b)), aa + ((x - a) * (x - a)), bb + ((y - b) * (y - b)));
        return aa * bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
