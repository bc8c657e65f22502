using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times told by feasts whose dates are known: <c>before Diwali</c>, <c>after Eid</c>, <c>by Christmas</c>.</summary>
internal static class Feasts
{
    // As published for India; the moon's calendar cannot be computed in a line.
    private static readonly DateOnly[] Diwali =
        [new(2025, 10, 20), new(2026, 11, 8), new(2027, 10, 29), new(2028, 10, 17), new(2029, 11, 5), new(2030, 10, 26), new(2031, 11, 14), new(2032, 11, 2)];

    private static readonly DateOnly[] Holi =
        [new(2026, 3, 4), new(2027, 3, 22), new(2028, 3, 11), new(2029, 3, 1), new(2030, 3, 20), new(2031, 3, 9)];

    private static readonly DateOnly[] Dussehra =
        [new(2026, 10, 20), new(2027, 10, 9), new(2028, 9, 27), new(2029, 10, 16), new(2030, 10, 6)];

    private static readonly DateOnly[] GaneshChaturthi =
        [new(2026, 9, 14), new(2027, 9, 4), new(2028, 8, 23), new(2029, 9, 11), new(2030, 9, 1)];

    private static readonly (string Word, string? Second, int Month, int Day)[] Fixed =
    [
        ("christmas", null, 12, 25), ("xmas", null, 12, 25), ("valentine's", "day", 2, 14), ("valentines", "day", 2, 14), ("valentine", "day", 2, 14), ("pongal", null, 1, 14),
        ("sankranti", null, 1, 14), ("lohri", null, 1, 13), ("republic", "day", 1, 26), ("independence", "day", 8, 15), ("halloween", null, 10, 31), ("baisakhi", null, 4, 14),
    ];

    private static readonly UmAlQuraCalendar Moon = new();

    public static When? At(Scan scan, int i)
    {
        if (NextAfter(scan, i) is not var (date, end))
            return null;
        var lead = TimeLead.Before(scan, i);
        var (behind, after) = TimeLead.Behind(scan, end);
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind != KeyKind.None ? lead.Kind : scan.IsWord(i - 1, "on") || scan.IsWord(i - 1, "at") || scan.Answers(FactFields.Timeline) ? KeyKind.In : KeyKind.None;
        var months = ((date.Year - scan.Now.Year) * 12) + date.Month - scan.Now.Month;
        var said = scan.Span(i, end).Of(scan.Text);
        return kind switch
        {
            KeyKind.By => new(null, Math.Max(months, 0.5m), $"by {said}", 0.9, lead.Start, after),
            // Right after a feast "after Diwali" may mean the one just over, "after next Diwali" does not.
            KeyKind.After when months <= 10 || scan.Is(i - 1, KeyKind.Next) => new(months, null, $"after {said}", 0.85, lead.Start, after),
            KeyKind.In => new(months, Math.Max(months, 0.5m), $"around {said}", 0.85, lead.Start, after),
            _ => null,
        };
    }

    private static (DateOnly Date, int End)? NextAfter(Scan scan, int i)
    {
        var today = DateOnly.FromDateTime(scan.Now.UtcDateTime);
        if (scan.IsWord(i, "diwali") || scan.IsWord(i, "deepavali") || scan.IsWord(i, "deewali"))
            return OfMoon(Diwali, today, i + 1);
        if (scan.IsWord(i, "holi"))
            return OfMoon(Holi, today, i + 1);
        if (scan.IsWord(i, "dussehra") || scan.IsWord(i, "dasara") || scan.IsWord(i, "dussera"))
            return OfMoon(Dussehra, today, i + 1);
        if (scan.IsWord(i, "ganesh") && scan.IsWord(i + 1, "chaturthi"))
            return OfMoon(GaneshChaturthi, today, i + 2);
        foreach (var (word, second, month, day) in Fixed)
        {
            if (scan.IsWord(i, word) && (second is null || scan.IsWord(i + 1, second)))
                return (Yearly(today, month, day), second is null ? i + 1 : i + 2);
        }
        if (scan.IsWord(i, "new") && (scan.IsWord(i + 1, "year") || scan.IsWord(i + 1, "years")) && !scan.IsWord(i + 2, "old"))
            return (Yearly(today, 1, 1), i + 2);
        return scan.IsWord(i, "ramadan") || scan.IsWord(i, "ramzan") ? Islamic(scan, today, 9, 1, i)
            : scan.IsWord(i, "eid") ? Islamic(scan, today, 10, 1, i)
            : null;
    }

    private static (DateOnly, int)? OfMoon(DateOnly[] dates, DateOnly today, int end)
    {
        var next = Array.Find(dates, date => date >= today);
        return next == default || today < dates[0].AddYears(-1) ? null : (next, end);
    }

    private static DateOnly Yearly(DateOnly today, int month, int day) =>
        new DateOnly(today.Year, month, day) >= today ? new(today.Year, month, day) : new(today.Year + 1, month, day);

    private static (DateOnly, int)? Islamic(Scan scan, DateOnly today, int month, int day, int i)
    {
        var now = today.ToDateTime(TimeOnly.MinValue);
        if (now < Moon.MinSupportedDateTime || now > Moon.MaxSupportedDateTime.AddYears(-2))
            return null;
        var year = Moon.GetYear(now);
        var date = Moon.ToDateTime(year, month, day, 0, 0, 0, 0);
        if (date < now)
            date = Moon.ToDateTime(year + 1, month, day, 0, 0, 0, 0);
        // Ramadan is over when the feast begins.
        if (month == 9 && scan.IsWord(i - 1, "after"))
            date = date.AddDays(29);
        return (DateOnly.FromDateTime(date), i + 1);
    }
}
