using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads how far an amount may be missed: <c>± 5%</c>, <c>plus or minus 150k</c>, <c>give or take five lakhs</c>; a tenth where nothing says how far.</summary>
internal static class MoneyMargin
{
    private const int Reach = 8;
    private const decimal Most = 0.5m;

    /// <summary>The phrases behind or before an amount that is only nearly meant.</summary>
    private static readonly PhraseTable<bool> Loose = new((true, "±; + / -; + -; + / –; plus minus; plus or minus; plus / minus; plus - minus; give or take; give / take; more or less; upar neeche; upar niche; aage peeche; aage piche"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nothing = WordSet.Of("nothing zero none nil nada");

    private static readonly PhraseTable<bool> Sides = new((true, "up or down; up / down; either way; either side; this way or that; here or there; here and there; plus or minus; plus minus; upar neeche; upar niche; idhar udhar"));

    /// <summary>How far the amount may be missed that ends at a token, and the token behind these words; null when nothing says so.</summary>
    public static (decimal Margin, int End)? At(Scan scan, in Amount amount, int end)
    {
        if (PercentAt(scan, end) is var (percent, behind) && Sides.At(scan, behind) is var (_, sides))
            return (amount.Value * percent, sides);
        for (var at = end; at < Math.Min(scan.Tokens.Length, end + Reach) && !scan.IsSign(at, '.') && !scan.IsWord(at, "but") && scan.Tokens[at].Kind != TokenKind.Number; at++)
        {
            if (Loose.At(scan, at) is not var (_, loose))
                continue;
            // "give or take nothing"
            if (Nothing.Contains(loose < scan.Tokens.Length ? scan.WordAt(loose) : ""))
                return null;
            var beside = at == end || (at == end + 1 && (scan.IsSign(end, ',') || scan.IsSign(end, '(')));
            var (margin, last) = MarginAt(scan, amount, loose) ?? (amount.Value * Money.Nearly, loose);
            return (margin, beside ? last : end);
        }
        return null;
    }

    /// <summary>Whether such a phrase ends before a token: "give or take 4 million".</summary>
    public static int StartBefore(Scan scan, int end)
    {
        for (var at = Math.Max(0, end - 3); at < end; at++)
        {
            if (Loose.At(scan, at) is var (_, last) && last == end)
                return at;
        }
        return -1;
    }

    // "ten percent", "5%", "150k"; "80 lakhs ± 5" are five lakhs.
    private static (decimal, int)? MarginAt(Scan scan, in Amount amount, int at)
    {
        at = scan.IsWord(at, "a") || scan.IsWord(at, "say") || scan.IsWord(at, "about") ? at + 1 : at;
        if (PercentAt(scan, at) is var (percent, end))
            return (amount.Value * percent, end);
        if (AmountReader.At(scan, at, sure: true) is not { } margin)
            return null;
        var value = margin.Scale is null && margin.Number < 1000 && amount.Scale is { } scale ? margin.Number * scale : margin.Value;
        return value <= amount.Value * Most ? (value, margin.End) : null;
    }

    private static (decimal Part, int End)? PercentAt(Scan scan, int at)
    {
        if (NumberReader.At(scan, at, (_, _) => false) is not var (number, next) || number is <= 0 or > 50)
            return null;
        return scan.IsSign(next, '%') || scan.IsWord(next, "percent") || scan.IsWord(next, "pc") ? (number / 100, next + 1)
            : scan.IsWord(next, "per") && scan.IsWord(next + 1, "cent") ? (number / 100, next + 2) : null;
    }
}
