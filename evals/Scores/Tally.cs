using LeadHeat.Core.Evals;

namespace LeadHeat.Evals.Scores;

/// <summary>Counts findings.</summary>
internal static class Tally
{
    // Words of closed lists: each word counts the same, however rare it is.
    private static readonly HashSet<string> Classes = ["intent", "sentiment"];

    public static IReadOnlyList<EvalTally> ByField(IReadOnlyList<Finding> findings) => [.. findings.GroupBy(finding => finding.Field).Select(group => Of(group.Key, [.. group]))];

    public static IReadOnlyList<EvalTally> ByVoice(IReadOnlyList<Finding> findings) =>
        [.. findings.GroupBy(finding => finding.Voice).OrderByDescending(group => group.Count()).Select(group => Of(group.Key, [.. group]))];

    public static EvalTally Of(string name, IReadOnlyList<Finding> findings) => new(
        name, findings.Count(finding => finding.IsRight), findings.Count(finding => finding.IsMissed), findings.Count(finding => finding.IsWrong),
        Classes.Contains(name) ? MacroF1(findings) : F1(findings), null);

    /// <summary>Of the values that were expected, how many were found right.</summary>
    public static double Right(IReadOnlyCollection<Finding> findings)
    {
        var expected = findings.Where(finding => finding.Expected is not null).ToArray();
        return expected.Length == 0 ? 1 : (double)expected.Count(finding => finding.IsRight) / expected.Length;
    }

    /// <summary>Of all places where there was a value or none to be found, how many got a wrong one.</summary>
    public static double Wrong(IReadOnlyCollection<Finding> findings) =>
        findings.Count == 0 ? 0 : (double)findings.Count(finding => finding.IsWrong) / findings.Count;

    public static double F1(IReadOnlyCollection<Finding> findings)
    {
        var right = findings.Count(finding => finding is { IsRight: true, Expected: not null });
        var expected = findings.Count(finding => finding.Expected is not null);
        var found = findings.Count(finding => finding.Found is not null);
        return expected + found == 0 ? 1 : 2.0 * right / (expected + found);
    }

    /// <summary>The mean of each expected word's F1.</summary>
    public static double MacroF1(IReadOnlyCollection<Finding> findings)
    {
        var words = findings.Select(finding => finding.Expected).OfType<string>().Distinct().ToArray();
        return words.Length == 0 ? 1 : words.Average(word => F1(findings, word));
    }

    public static double F1(IReadOnlyCollection<Finding> findings, string word)
    {
        var expected = findings.Count(finding => finding.Expected == word);
        var found = findings.Count(finding => finding.Found == word);
        return expected + found == 0 ? 1 : 2.0 * findings.Count(finding => finding.Expected == word && finding.Found == word) / (expected + found);
    }
}
