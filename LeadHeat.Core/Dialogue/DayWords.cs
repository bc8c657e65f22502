namespace LeadHeat.Core.Dialogue;

/// <summary>Finds the day that a visitor names for a visit or a call: <c>on Saturday</c>, <c>tomorrow</c>.</summary>
internal static class DayWords
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Others = ["tomorrow", "today", "this weekend", "next weekend", "next week", "this evening"];

    /// <summary>The words with a space before them, or nothing.</summary>
    public static string In(string text)
    {
        foreach (var day in Days)
        {
            if (text.Contains(day, StringComparison.OrdinalIgnoreCase))
                return " on " + day;
        }
        foreach (var other in Others)
        {
            if (text.Contains(other, StringComparison.OrdinalIgnoreCase))
                return " " + other;
        }
        return "";
    }
}
