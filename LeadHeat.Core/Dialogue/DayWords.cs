namespace LeadHeat.Core.Dialogue;

/// <summary>Finds the day and time that a visitor names for a visit or a call: <c>on Saturday morning</c>, <c>tomorrow at 11 am</c>.</summary>
internal static class DayWords
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private const int ShortMessage = 15;
    private static readonly string[] Others = ["day after tomorrow", "tomorrow", "today", "this weekend", "next weekend", "next week", "this evening", "tonight"];
    private static readonly string[] Free =
    [
        "would be good", "would be great", "would be fine", "would be nice", "would be perfect", "would work", "works for", "works best", "works well", "works fine", "suits me", "suits us", "is good", "is fine", "is ok",
        "i'm free", "im free", "i am free", "we're free", "we are free", "free on", "can come", "could come", "we can meet", "possible on", "aa sakte", "aa sakta", "aa sakti", "dekhne", "chalega", "theek rahega",
    ];
    private static readonly string[] Parts = ["morning", "afternoon", "evening"];

    /// <summary>The words with a space before them, or nothing.</summary>
    public static string In(string text)
    {
        var day = DayIn(text);
        if (day.Length == 0)
            return "";
        if (HourIn(text) is { } hour)
            return $"{day} at {hour}";
        var part = Array.Find(Parts, part => text.Contains(part, StringComparison.OrdinalIgnoreCase) && !day.Contains(part, StringComparison.Ordinal));
        return part is null || day.Contains("week", StringComparison.Ordinal) ? day : $"{day} {part}";
    }

    /// <summary>The day of the week that is named last, with its hour: of "not Saturday, rather Sunday" the Sunday; nothing when none is named.</summary>
    public static string Last(string text)
    {
        var at = Days.Max(day => text.LastIndexOf(day, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? "" : In(text[at..]);
    }

    /// <summary>Whether the words say that they have time then: <c>would be good</c>, <c>works for me</c>, <c>aa sakte hai</c>.</summary>
    public static bool IsFree(string text) => Free.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static string DayIn(string text)
    {
        foreach (var day in Days)
        {
            if (text.Contains(day, StringComparison.OrdinalIgnoreCase))
                return " on " + day;
        }
        // "sat 4pm" is a day where little else is said.
        for (var i = 0; text.Length <= ShortMessage && i < Short.Length; i++)
        {
            if (text.Split(' ', ',', '.').Any(word => word.Equals(Short[i], StringComparison.OrdinalIgnoreCase)))
                return " on " + Days[i];
        }
        foreach (var other in Others)
        {
            if (text.Contains(other, StringComparison.OrdinalIgnoreCase))
                return " " + other;
        }
        return "";
    }

    // "11 am", "4:30pm".
    private static string? HourIn(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (char.ToLowerInvariant(text[i]) is not ('a' or 'p') || char.ToLowerInvariant(text[i + 1]) != 'm' || (i + 2 < text.Length && char.IsLetterOrDigit(text[i + 2])))
                continue;
            var end = text[i - 1] == ' ' ? i - 1 : i;
            var start = end;
            while (start > 0 && end - start < 5 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is ':' or '.'))
                start--;
            if (end > start && char.IsAsciiDigit(text[start]) && end - start <= 5)
                return $"{text[start..end]} {char.ToLowerInvariant(text[i])}m";
        }
        return null;
    }
}
