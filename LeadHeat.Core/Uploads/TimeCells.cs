using System.Globalization;

namespace LeadHeat.Core.Uploads;

/// <summary>Reads times as spreadsheets and other programs write them; without a zone they are UTC.</summary>
internal static class TimeCells
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset? Read(ReadOnlySpan<char> text, DayOrder order) => Parse(text, order) is { } time && time >= Earliest && time < Latest ? time : null;

    /// <summary>The order that a date can only be read in; null where both are possible, or it names its month.</summary>
    public static DayOrder? OrderOf(ReadOnlySpan<char> text)
    {
        if (!Parts(text, out var first, out var second, out _, out _))
            return null;
        return (first > 12, second > 12) switch { (true, false) => DayOrder.DayFirst, (false, true) => DayOrder.MonthFirst, _ => null };
    }

    /// <summary>Whether a date could be read in either order.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text) => Parts(text, out var first, out var second, out _, out _) && first is <= 12 && second is <= 12 && first != second;

    private static DateTimeOffset? Parse(ReadOnlySpan<char> text, DayOrder order)
    {
        if (!text.ContainsAnyExceptInRange('0', '9'))
            return Counted(text);
        if (Parts(text, out var first, out var second, out var year, out var rest))
        {
            var (day, month) = order == DayOrder.DayFirst ? (first, second) : (second, first);
            var time = TimeSpan.Zero;
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || !(rest.IsEmpty || TryClock(rest, out time)))
                return null;
            return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + time;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) && char.IsLetterOrDigit(text[0])
            && !TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _) ? parsed : null;
    }

    // Seconds or milliseconds since 1970, days since 1900 as spreadsheets count them, or 20250403.
    private static DateTimeOffset? Counted(ReadOnlySpan<char> digits) => (digits.Length, long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) switch
    {
        (10, true) => DateTimeOffset.FromUnixTimeSeconds(number),
        (13, true) => DateTimeOffset.FromUnixTimeMilliseconds(number),
        (5, true) => new DateTimeOffset(1899, 12, 30, 0, 0, 0, TimeSpan.Zero).AddDays(number),
        (8, true) => DateTimeOffset.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null,
        _ => null,
    };

    // 3/4/2025, 03.04.25 or 3-4-2025, with a clock behind it or not.
    private static bool Parts(ReadOnlySpan<char> text, out int first, out int second, out int year, out ReadOnlySpan<char> rest)
    {
        (first, second, year) = (0, 0, 0);
        rest = [];
        var one = text.IndexOfAny("/.-");
        if (one is < 1 or > 2)
            return false;
        var two = text[(one + 1)..].IndexOf(text[one]);
        if (two is < 1 or > 2)
            return false;
        two += one + 1;
        var end = two + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (!Digits(text[..one], out first) || !Digits(text[(one + 1)..two], out second) || end - two - 1 is not (2 or 4) || !Digits(text[(two + 1)..end], out year))
            return false;
        if (end - two == 3)
            year += year < 70 ? 2000 : 1900;
        rest = text[end..].TrimStart(" ,T");
        return year is >= 1 and <= 9999;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out TimeSpan time)
    {
        var read = TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var clock);
        time = clock.ToTimeSpan();
        return read;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
