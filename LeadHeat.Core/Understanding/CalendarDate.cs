using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads days of the calendar: <c>15/01/2027</c>, <c>2027-03-01</c>, <c>by the 15th of next month</c>, <c>by Friday</c>.</summary>
internal static class CalendarDate
{
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    // A weekday is a time to have something by, where something is to come or to be done: "we need beans by Friday".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Needed = WordSet.Of(
        "need needs needed require required want wanted deliver delivered delivery supply supplied order stock replace replaced install installed ready running live open opening launch chahiye beans machine move shift vacate");

    private const decimal DaysOfMonth = 30.4m;

    /// <summary>The months from now to a day.</summary>
    public static decimal Months(Scan scan, DateOnly date) => Math.Round((date.DayNumber - DateOnly.FromDateTime(scan.Now.UtcDateTime).DayNumber) / DaysOfMonth, 1);

    /// <summary>A time of the calendar as the day that was said: what counts is how many days are left.</summary>
    public static When? OnDay(Scan scan, When? when, int year, int month, int day)
    {
        if (when is not { } told || day < 1 || day > DateTime.DaysInMonth(year, month))
            return when;
        var months = Months(scan, new(year, month, day));
        return months < 0 ? null : told with { Min = told.Min is null ? null : months, Max = told.Max is null ? null : months };
    }

    public static CalendarPeriod? At(Scan scan, int i) => Written(scan, i) ?? MonthOfYear(scan, i) ?? DayOfMonth(scan, i) ?? Weekday(scan, i)
        ?? (scan.IsWord(i, "tomorrow") && scan.Answers(FactFields.Timeline) ? new(0, 0.25m, i, i + 1, false) : null);

    // "15/01/2027", "by 15-03-2027", "1.3.27", "2027-03-01": the day comes first, as it does where the playbooks' customers live, or last.
    private static CalendarPeriod? Written(Scan scan, int i)
    {
        if (!IsNumber(scan, i))
            return null;
        if (scan.Tokens[i].Length == 4 && scan.Tokens[i].Number > 1000)
            return scan.IsSign(i + 1, '-') && scan.IsSign(i + 3, '-') && CalendarPeriod.YearAt(scan, i, out _) is { } first && MonthAt(scan, i + 2) is { } named && IsDay(scan, i + 4) ? Of(scan, first, named, (int)scan.Tokens[i + 4].Number, i, i + 5) : null;
        // "1.3.2027" is cut into "1.3", a point and the year.
        var text = scan.WordAt(i);
        if (text.IndexOf('.') is > 0 and var point && scan.IsSign(i + 1, '.') && int.TryParse(text[..point], CultureInfo.InvariantCulture, out var before) && before is >= 1 and <= 31
            && int.TryParse(text[(point + 1)..], CultureInfo.InvariantCulture, out var behind) && behind is >= 1 and <= 12 && YearBehind(scan, i + 2) is { } year)
            return Of(scan, year, behind, before, i, i + 3);
        if (!IsDay(scan, i) || !(scan.IsSign(i + 1, '/') || scan.IsSign(i + 1, '-')) || MonthAt(scan, i + 2) is not { } month)
            return null;
        if (scan.Text[scan.Tokens[i + 1].Start] is var sign && scan.IsSign(i + 3, sign) && YearBehind(scan, i + 4) is { } said)
            return Of(scan, said, month, (int)scan.Tokens[i].Number, i, i + 5);
        // "by 20/12": a day that can be no month, and nothing counted behind it.
        var ends = i + 3 >= scan.Tokens.Length || scan.Tokens[i + 3].Kind == TokenKind.Symbol && !scan.IsSign(i + 3, sign) && !scan.IsSign(i + 3, '%');
        return sign == '/' && scan.Tokens[i].Number > 12 && ends ? Of(scan, scan.Now.Month > month ? scan.Now.Year + 1 : scan.Now.Year, month, (int)scan.Tokens[i].Number, i, i + 3) is { } day ? day with { NeedsLead = true } : null : null;
    }

    // "03/2027"
    private static CalendarPeriod? MonthOfYear(Scan scan, int i) =>
        IsNumber(scan, i) && MonthAt(scan, i) is { } month && scan.IsSign(i + 1, '/') && !scan.Tokens[i + 1].Apart && i + 2 < scan.Tokens.Length && scan.Tokens[i + 2].Length == 4 && CalendarPeriod.YearAt(scan, i + 2, out var end) is { } year
            && !(i > 0 && scan.IsSign(i - 1, '/')) ? Of(scan, year, month, 0, i, end) : null;

    // "by the 15th", "on the 1st of next month", "before the 10th of this month"
    private static CalendarPeriod? DayOfMonth(Scan scan, int i)
    {
        if (!IsNumber(scan, i) || !IsDay(scan, i) || !(scan.IsWord(i + 1, "st") || scan.IsWord(i + 1, "nd") || scan.IsWord(i + 1, "rd") || scan.IsWord(i + 1, "th")) || scan.Tokens[i + 1].Apart)
            return null;
        var end = i + 2;
        var at = scan.IsWord(end, "of") ? end + 1 : end;
        if ((scan.Is(at, KeyKind.Next) || scan.Is(at, KeyKind.This)) && scan.Is(at + 1, KeyKind.TimeUnit) && scan.Tokens[at + 1].Key.Value == 1)
            return scan.Is(at, KeyKind.Next) ? new(1, 1, i, at + 2, true) : new(0, 0.5m, i, at + 2, true);
        var ends = end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "itself") || scan.IsWord(end, "latest") || scan.IsWord(end, "or") || scan.IsWord(end, "if") || scan.IsWord(end, "at") || scan.IsWord(end, "please");
        if (!ends || !IsNeeded(scan))
            return null;
        var day = (int)scan.Tokens[i].Number;
        var months = day > scan.Now.Day ? 0 : 1;
        var days = (30 * months) + day - scan.Now.Day;
        return new(0, Math.Round(days / 30m, 1), i, end, true) { NeedsBy = true };
    }

    // "by Friday", "before next Monday"
    private static CalendarPeriod? Weekday(Scan scan, int i)
    {
        var at = scan.Is(i, KeyKind.Next) || scan.Is(i, KeyKind.This) ? i + 1 : i;
        var weekday = Array.FindIndex(Weekdays, day => scan.IsWord(at, day));
        if (weekday < 0 || (scan.Cues & (Cues.Visit | Cues.Callback)) != 0 || !IsNeeded(scan))
            return null;
        var days = (weekday - (int)scan.Now.DayOfWeek + 7) % 7;
        if (days == 0 || (scan.Is(i, KeyKind.Next) && days < 3))
            days += 7;
        return new(0, Math.Round(days / 30m, 2), i, at + 1, true) { NeedsBy = true };
    }

    private static bool IsNeeded(Scan scan)
    {
        if (scan.Answers(FactFields.Timeline))
            return true;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (Needed.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    private static CalendarPeriod? Of(Scan scan, int year, int month, int day, int start, int end)
    {
        var low = ((year - scan.Now.Year) * 12) + month - scan.Now.Month;
        return low < 0 ? null : new(low, Math.Max(low, 0.5m), start, end, false) { Day = day == 0 ? null : (year, month, day) };
    }

    private static int? YearBehind(Scan scan, int at) => CalendarPeriod.YearAt(scan, at, out _) ?? (IsNumber(scan, at) && scan.Tokens[at] is { Length: 2, Apart: false } token && token.Number + 2000 >= scan.Now.Year && token.Number + 2000 <= scan.Now.Year + 15 ? (int)token.Number + 2000 : null);

    private static int? MonthAt(Scan scan, int at) => IsNumber(scan, at) && scan.Tokens[at] is { Length: <= 2, Number: >= 1 and <= 12 } token ? (int)token.Number : null;

    private static bool IsDay(Scan scan, int at) => IsNumber(scan, at) && scan.Tokens[at] is { Length: <= 2, Number: >= 1 and <= 31 };

    private static bool IsNumber(Scan scan, int at) => scan.IsFree(at) && scan.Tokens[at].Kind == TokenKind.Number;
}
