namespace LeadHeat.Core.Dialogue;

/// <summary>Takes the name that a person is addressed by: <c>Asha</c> of <c>Asha Rao</c>; a title keeps its name.</summary>
internal static class FirstName
{
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "dr", "prof", "sheikh", "sri", "smt"];

    public static string Of(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || Titles.Contains(name[..space].TrimEnd('.').ToLowerInvariant()) ? name : name[..space];
    }
}
