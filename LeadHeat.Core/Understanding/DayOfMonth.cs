namespace LeadHeat.Core.Understanding;

/// <summary>Reads the day beside a month: <c>15 January</c>, <c>1st of April</c>, <c>Jan 15th</c>, <c>the thirtieth of August</c>, <c>March the twenty first</c>.</summary>
internal static class DayOfMonth
{
    private const int Surely = 4;

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The day that ends before a month, and its first token; the month's own and 0 when there is none.</summary>
    public static (int Start, int Day) Before(Scan scan, int month)
    {
        var of = scan.IsWord(month - 1, "of");
        var at = of ? month - 2 : month - 1;
        if (WordAt(scan, at) is > 0 and var day)
        {
            var tens = scan.IsSign(at - 1, '-') ? at - 2 : at - 1;
            if (day < 10 && scan.Is(tens, KeyKind.Tens) && scan.IsFree(tens) && scan.Tokens[tens].Key.Value + day is <= 31 and var sum)
                return (tens, (int)sum);
            return of || day >= Surely ? (at, day) : (month, 0);
        }
        if (IsEnding(scan, at))
            at--;
        return IsDay(scan, at) && !scan.Tokens[at].Taken ? (at, (int)scan.Tokens[at].Number) : (month, 0);
    }

    /// <summary>The day that begins behind a month, and the token after it; the same token and 0 when there is none.</summary>
    public static (int End, int Day) Behind(Scan scan, int end)
    {
        if (InWords(scan, scan.IsWord(end, "the") ? end + 1 : end) is var (last, spoken))
            return (last, spoken);
        if (!IsDay(scan, end) || (!scan.Tokens[end].Apart && !scan.IsSign(end - 1, '\'')) || scan.Tokens[end].Length > 2)
            return (end, 0);
        var next = IsEnding(scan, end + 1) ? end + 2 : end + 1;
        return scan.Is(next, KeyKind.Bed) || scan.Is(next, KeyKind.Scale) || scan.Is(next, KeyKind.SizeUnit) ? (end, 0) : (next, (int)scan.Tokens[end].Number);
    }

    // "twenty first", "tenth"; "march second half" is none.
    private static (int End, int Day)? InWords(Scan scan, int at)
    {
        var unit = !scan.Is(at, KeyKind.Tens) ? at : scan.IsSign(at + 1, '-') ? at + 2 : at + 1;
        if (WordAt(scan, unit) is not (> 0 and var day) || unit == at && day < Surely && !scan.IsWord(at - 1, "the") || scan.IsWord(unit + 1, "half") || scan.IsWord(unit + 1, "week") || scan.Is(unit + 1, KeyKind.TimeUnit))
            return null;
        var sum = unit > at ? (int)scan.Tokens[at].Key.Value + day : day;
        return sum <= 31 && (unit == at || day < 10) ? (unit + 1, sum) : null;
    }

    private static int WordAt(Scan scan, int at) => scan.IsFree(at) && scan.Tokens[at].Kind == TokenKind.Word && Ordinals.TryGetValue(scan.WordAt(at), out var day) ? day : 0;

    private static bool IsDay(Scan scan, int at) => (uint)at < (uint)scan.Tokens.Length && scan.Tokens[at] is { Kind: TokenKind.Number, Number: >= 1 and <= 31 };

    private static bool IsEnding(Scan scan, int at) => scan.IsWord(at, "st") || scan.IsWord(at, "nd") || scan.IsWord(at, "rd") || scan.IsWord(at, "th");

    private static Dictionary<string, int> Numbered(string words)
    {
        var days = words.Split(' ').Select((word, at) => (word, Day: at + 1)).ToDictionary(entry => entry.word, entry => entry.Day, StringComparer.OrdinalIgnoreCase);
        days.Add("thirtieth", 30);
        return days;
    }
}
