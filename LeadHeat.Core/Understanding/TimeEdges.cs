namespace LeadHeat.Core.Understanding;

/// <summary>Makes a time the last that will do, or the first.</summary>
internal static class TimeEdges
{
    public static When Later(When when) => when.Max is { } then ? when with { Min = when.Min ?? then, Max = null, Display = After(when.Display) } : when;

    public static string After(string display) => display.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? "after" + display[space..] : display;

    /// <summary>"from July 2027" and "by August 2027" as one.</summary>
    public static string Between(string from, string by) => $"between {Behind(from)} and {Behind(by)}";

    private static string Behind(string display) => display[(display.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>"after April" as "by April".</summary>
    public static When Until(When when) => when with { Min = null, Max = when.Min, Display = "by " + Behind(when.Display) };

    public static When Deadline(When when) => when.Max is null ? when : when with
    {
        Min = null,
        Display = when.Display.StartsWith("in ", StringComparison.Ordinal) ? "by " + when.Display[3..]
            : when.Display.LastIndexOf(" and ", StringComparison.Ordinal) is > 0 and var at ? "by " + when.Display[(at + 5)..] : when.Display,
    };
}
