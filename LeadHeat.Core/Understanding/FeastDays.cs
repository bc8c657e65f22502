using System.Globalization;

namespace LeadHeat.Core.Understanding;

/// <summary>When feasts are: those of the sun by rule, the moon's as published for India, the Islamic ones by the calendar of Umm al-Qura.</summary>
internal static class FeastDays
{
    private static readonly DateOnly[] Diwali =
        [new(2025, 10, 20), new(2026, 11, 8), new(2027, 10, 29), new(2028, 10, 17), new(2029, 11, 5), new(2030, 10, 26), new(2031, 11, 14), new(2032, 11, 2)];

    private static readonly DateOnly[] Holi =
        [new(2026, 3, 4), new(2027, 3, 22), new(2028, 3, 11), new(2029, 3, 1), new(2030, 3, 20), new(2031, 3, 9)];

    private static readonly DateOnly[] Dussehra =
        [new(2026, 10, 20), new(2027, 10, 9), new(2028, 9, 27), new(2029, 10, 16), new(2030, 10, 6)];

    private static readonly DateOnly[] GaneshChaturthi =
        [new(2026, 9, 14), new(2027, 9, 4), new(2028, 8, 23), new(2029, 9, 11), new(2030, 9, 1)];

    private static readonly DateOnly[] Onam =
        [new(2026, 8, 26), new(2027, 9, 12), new(2028, 9, 1), new(2029, 8, 22), new(2030, 9, 9)];

    private static readonly DateOnly[] Ugadi =
        [new(2026, 3, 19), new(2027, 4, 7), new(2028, 3, 27), new(2029, 4, 14), new(2030, 4, 3)];

    private static readonly DateOnly[] RakshaBandhan =
        [new(2026, 8, 28), new(2027, 8, 17), new(2028, 8, 5), new(2029, 8, 23), new(2030, 8, 13)];

    private static readonly DateOnly[] Janmashtami =
        [new(2026, 9, 4), new(2027, 8, 25), new(2028, 8, 13), new(2029, 9, 1), new(2030, 8, 21)];

    private static readonly DateOnly[] AkshayaTritiya =
        [new(2026, 4, 19), new(2027, 5, 9), new(2028, 4, 27), new(2029, 5, 16), new(2030, 5, 5)];

    private static readonly DateOnly[] Shivaratri =
        [new(2026, 2, 15), new(2027, 3, 6), new(2028, 2, 23), new(2029, 2, 11), new(2030, 3, 2)];

    private static readonly DateOnly[] ChineseNewYear =
        [new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13), new(2030, 2, 3)];

    private static readonly UmAlQuraCalendar Moon = new();

    // What people write; of two that begin alike the longer one is meant.
    private static readonly (string[] Words, Func<int, DateOnly?> Date)[] All =
    [
        Of("diwali|deepavali|deewali|divali", Among(Diwali)), Of("dhanteras", Among(Diwali, -2)), Of("holi", Among(Holi)),
        Of("dussehra|dasara|dussera|dasehra|dassera|vijayadashami", Among(Dussehra)), Of("durga puja|durga pooja", Among(Dussehra)), Of("navratri|navaratri|navarathri", Among(Dussehra, -9)),
        Of("ganesh chaturthi|ganesh puja|ganpati", Among(GaneshChaturthi)), Of("onam", Among(Onam)), Of("ugadi|yugadi|gudi padwa|gudhi padwa", Among(Ugadi)),
        Of("raksha bandhan|rakhi|rakshabandhan", Among(RakshaBandhan)), Of("janmashtami", Among(Janmashtami)), Of("akshaya tritiya|akshay tritiya|akshaya tritya", Among(AkshayaTritiya)),
        Of("shivaratri|shivratri|mahashivratri", Among(Shivaratri)),
        Of("christmas|xmas", Yearly(12, 25)), Of("valentine's day|valentines day|valentine day|valentine's|valentines", Yearly(2, 14)), Of("pongal|sankranti|sankranthi|makar sankranti", Yearly(1, 14)), Of("lohri", Yearly(1, 13)),
        Of("republic day", Yearly(1, 26)), Of("independence day", Yearly(8, 15)), Of("halloween", Yearly(10, 31)), Of("baisakhi|vaisakhi|vishu|tamil new year|puthandu", Yearly(4, 14)),
        Of("national day|uae national day", Yearly(12, 2)), Of("saudi national day|ksa national day", Yearly(9, 23)), Of("qatar national day", Yearly(12, 18)), Of("bahrain national day", Yearly(12, 16)), Of("kuwait national day", Yearly(2, 25)), Of("nowruz|navroz|norooz", Yearly(3, 21)), Of("gandhi jayanti", Yearly(10, 2)), Of("rajyotsava|kannada rajyotsava", Yearly(11, 1)), Of("chinese new year|lunar new year", Among(ChineseNewYear)), Of("thanksgiving", Thanksgiving), Of("easter", Easter), Of("good friday", year => Easter(year)?.AddDays(-2)),
        Of("bakrid|bakreid|bakra eid|eid al adha|eid ul adha|eid al azha|eid ul azha", Islamic(12, 10)), Of("muharram|hijri new year|islamic new year", Islamic(1, 1)), Of("milad|milad un nabi|mawlid", Islamic(3, 12)), Of("ramadan|ramzan|ramadhan|ramazan", Islamic(9, 1)),
        Of("eid|eid al fitr|eid ul fitr|eid el fitr", Islamic(10, 1)), Of("new year|new years|new year's", Yearly(1, 1)),
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Firsts = WordSet.Of(string.Join(' ', All.SelectMany(feast => feast.Words, (_, phrase) => phrase.Split(' ')[0])));

    /// <summary>The feast that begins at a token, on its next day or in the year that is said; and the token behind it.</summary>
    public static (DateOnly Date, int End)? At(Scan scan, int i)
    {
        if (!scan.IsFree(i) || !Firsts.Contains(scan.WordAt(i)))
            return null;
        (Func<int, DateOnly?> Date, int End)? found = null;
        foreach (var (phrases, date) in All)
        {
            foreach (var phrase in phrases)
            {
                if (EndOf(scan, i, phrase) is > 0 and var at && (found is null || at > found.Value.End))
                    found = (date, at);
            }
        }
        if (found is not var (dates, end) || (scan.IsWord(i, "new") && scan.IsWord(end, "old")))
            return null;
        var today = DateOnly.FromDateTime(scan.Now.UtcDateTime);
        // Ramadan is over when the feast begins.
        var isOver = (scan.IsWord(i, "ramadan") || scan.IsWord(i, "ramzan") || scan.IsWord(i, "ramadhan") || scan.IsWord(i, "ramazan")) && (scan.IsWord(i - 1, "after") || scan.IsWord(i - 1, "post") || scan.IsWord(i - 1, "baad") || scan.IsWord(end + 1, "baad") || TimeBounds.IsOver(scan, end));
        var said = CalendarPeriod.YearAt(scan, end, out var behind) ?? (scan.IsWord(end, "next") && scan.IsWord(end + 1, "year") ? today.Year + 1 : (int?)null);
        if (said is { } year)
            return dates(year) is { } known && known >= today ? (known, scan.IsWord(end, "next") ? end + 2 : behind) : null;
        for (var ahead = today.Year; ahead <= today.Year + 2; ahead++)
        {
            if (dates(ahead) is { } next && next >= today)
                return (isOver ? next.AddDays(29) : next, end);
        }
        return null;
    }

    // Where a phrase ends that begins at a token, with or without hyphens; 0 when it does not.
    private static int EndOf(Scan scan, int at, string phrase)
    {
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            if (at > 0 && scan.IsSign(at, '-') && !scan.IsWord(at, phrase.AsSpan(range)))
                at++;
            if (!scan.IsWord(at, phrase.AsSpan(range)))
                return 0;
            at++;
        }
        return at;
    }

    private static (string[], Func<int, DateOnly?>) Of(string phrases, Func<int, DateOnly?> date) => (phrases.Split('|'), date);

    private static Func<int, DateOnly?> Among(DateOnly[] dates, int days = 0) => year => Array.Find(dates, date => date.Year == year) is var date && date != default ? date.AddDays(days) : null;

    private static Func<int, DateOnly?> Yearly(int month, int day) => year => new DateOnly(year, month, day);

    // A day of the moon's year that falls into the year of the sun.
    private static Func<int, DateOnly?> Islamic(int month, int day) => year =>
    {
        var first = new DateTime(year, 1, 1);
        if (first < Moon.MinSupportedDateTime || first > Moon.MaxSupportedDateTime.AddYears(-2))
            return null;
        for (var moons = Moon.GetYear(first); moons <= Moon.GetYear(first) + 1; moons++)
        {
            if (Moon.ToDateTime(moons, month, day, 0, 0, 0, 0) is var date && date.Year == year)
                return DateOnly.FromDateTime(date);
        }
        return null;
    };

    // The fourth Thursday of November.
    private static DateOnly? Thanksgiving(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays((((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 21);
    }

    // Gauss' rule, for the years in which its exceptions do not fall.
    private static DateOnly? Easter(int year)
    {
        if (year is < 1900 or > 2099)
            return null;
        var moon = ((19 * (year % 19)) + 24) % 30;
        var week = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * moon) + 5) % 7;
        var days = moon + week is var sum && (sum == 35 || (sum == 34 && moon == 28 && year % 19 > 10)) ? sum - 7 : sum;
        return new DateOnly(year, 3, 22).AddDays(days);
    }
}
