namespace LeadHeat.Core.Understanding;

/// <summary>Reads whether an amount is a month's or a year's: <c>50k pm</c>, <c>AED 90k/yr</c>, <c>monthly budget of 40k</c>.</summary>
internal static class MoneyPeriod
{
    /// <summary>The period, null for a total, and the token after its words.</summary>
    public static (string? Period, int End) Of(Scan scan, in Price price)
    {
        if (Behind(scan, price.End) is (not null, _) behind)
            return behind;
        if (Apart(scan, price.End) is { } apart)
            return (apart, price.End);
        if (IsForOne(scan, price) is { } one)
            return (one, price.End);
        for (var i = price.Start - 1; i >= 0 && i >= price.Start - 6; i--)
        {
            if (Of(scan, i) is { } period && (scan.IsWord(i, "monthly") || scan.IsWord(i, "yearly") || scan.IsWord(i, "annual") || scan.IsWord(i, "annually") || scan.IsWord(i - 1, "per") || scan.IsWord(i - 1, "a") || scan.IsWord(i - 1, "har") || scan.IsWord(i - 1, "every") || scan.IsWord(i - 1, "each") || HindiOf.Contains(scan.WordAt(i + 1))))
                return (period, price.End);
            if (scan.IsSign(i, ',') || scan.IsWord(i, "and") || scan.IsWord(i, "but") || scan.IsSign(i, '.') || scan.Is(i, KeyKind.Scale) || scan.IsWord(i, "so"))
                break;
        }
        return (MoneyInstalment.IsMost(scan, price) ? "month" : RentPeriod(scan, price), price.End);
    }

    // "one year, 40 thousand maximum", "for the year: 12k"; "in one year, 2 million" says when.
    private static string? IsForOne(Scan scan, in Price price)
    {
        var unit = price.Before.Edge - 2;
        if (scan.Playbook.HasInventory || unit < 1 || !(scan.IsSign(unit + 1, ',') || scan.IsSign(unit + 1, ':') || scan.IsSign(unit + 1, '=') || scan.IsSign(unit + 1, '-')) || Of(scan, unit) is not { } period)
            return null;
        var count = scan.IsWord(unit - 1, "one") || scan.IsWord(unit - 1, "1") || Whole.Contains(scan.WordAt(unit - 1)) || scan.Is(unit - 1, KeyKind.Article) || scan.IsWord(unit - 1, "the") && scan.IsWord(unit - 2, "for");
        return count && !scan.Is(unit - 2, KeyKind.In) && !scan.Is(unit - 2, KeyKind.After) && !scan.IsWord(unit - 2, "within") && !scan.IsWord(unit - 2, "last") ? period : null;
    }

    // "saal ka paanch lakh"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> HindiOf = WordSet.Of("ka ke ki mein");

    // "140k housing allowance per year"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Purposes = WordSet.Of("rent rental budget max as housing allowance accommodation subscription total only tops net");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = WordSet.Of("whole entire full complete single");

    // "twelve grand, pounds that is, per annum": the period stands behind what is said in between.
    private static string? Apart(Scan scan, int end)
    {
        for (var at = end; at < Math.Min(scan.Tokens.Length, end + 7); at++)
        {
            if (scan.IsSign(at, ',') && (scan.IsWord(at + 1, "per") || scan.IsWord(at + 1, "a") || scan.IsWord(at + 1, "yearly") || scan.IsWord(at + 1, "monthly") || scan.IsWord(at + 1, "annually")) && Behind(scan, at + 1).Period is { } period)
                return period;
            if (!scan.IsSign(at, ',') && !scan.Is(at, KeyKind.Currency) && !Asides.Contains(scan.WordAt(at)))
                return null;
        }
        return null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asides = WordSet.Of("that is all in everything included inclusive max maximum total of course mind you tops or so excluding vat gst tax plus");

    // "25k rent max": rents are told by the month in rupees, by the year in dirhams.
    private static string? RentPeriod(Scan scan, in Price price) => !IsRent(scan, price) ? null : (price.Currency ?? price.ImpliedCurrency ?? scan.Currency) switch
    {
        "INR" when price.Most < 1_000_000 => "month",
        "AED" when price.Most is >= 20_000 and < 1_000_000 => "year",
        _ => null,
    };

    /// <summary>Whether a rent is spoken of beside an amount.</summary>
    public static bool IsRent(Scan scan, in Price price)
    {
        if (!scan.Playbook.HasInventory)
            return false;
        for (var i = Math.Max(0, price.Before.Edge - 3); i < Math.Min(scan.Tokens.Length, price.End + 2); i++)
        {
            if (scan.IsWord(i, "rent") || scan.IsWord(i, "rental"))
                return !scan.IsWord(i + 1, "out") && !scan.IsWord(i + 1, "income") && !scan.IsWord(i + 1, "yield") && !scan.IsWord(i + 1, "returns");
        }
        return Cheques.IsIn(scan, price.End, price.End + 4);
    }

    // "45k 6 chqs", "90k in four cheques": so a year's rent is paid.
    private static readonly PhraseTable<bool> Cheques = new((true, "cheque|cheques|chq|chqs|cheqs|chqe|chqes"));

    private static (string? Period, int End) Behind(Scan scan, int end)
    {
        // "3000 USD one month": a price of so long, where the clause ends; of a home it may say when.
        if (!scan.Playbook.HasInventory && scan.IsWord(end, "one") && Of(scan, end + 1) is { } one && (end + 2 >= scan.Tokens.Length || Clauses.Pauses(scan, end + 2)))
            return (one, end + 2);
        for (var skipped = 0; skipped < 3 && end < scan.Tokens.Length && Purposes.Contains(scan.WordAt(end)); skipped++)
            end++;
        // "per user per month"
        if (scan.IsWord(end, "per") && (scan.IsWord(end + 2, "per") || scan.IsWord(end + 2, "a") || scan.IsSign(end + 2, '/')) && !scan.Is(end + 1, KeyKind.TimeUnit))
            end += 2;
        if (scan.IsWord(end, "p") && (scan.IsSign(end + 1, '.') || scan.IsSign(end + 1, '/')))
            return scan.IsWord(end + 2, "m") || scan.IsWord(end + 2, "month") ? ("month", end + 3) : scan.IsWord(end + 2, "a") ? ("year", end + 3) : (null, end);
        if (scan.IsWord(end, "per") || scan.IsWord(end, "a") || scan.IsWord(end, "each") || scan.IsWord(end, "every") || scan.IsSign(end, '/') || scan.IsWord(end, "har") || scan.IsWord(end, "in") || scan.IsWord(end, "the") || (scan.IsWord(end, "for") && (scan.IsWord(end + 1, "the") || scan.IsWord(end + 1, "a") || scan.IsWord(end + 1, "one") || scan.IsWord(end + 1, "year") || scan.IsWord(end + 1, "month"))))
            // "1.200 € in the month"; "in the month of March" says when.
            return scan.IsWord(end, "in") && !scan.IsWord(end + 1, "a") ? (scan.IsWord(end + 1, "the") && !scan.IsWord(end + 3, "of") && !(end + 3 < scan.Tokens.Length && scan.Tokens[end + 3].Kind == TokenKind.Number) ? Of(scan, end + 2) : null, end + 3)
                : Of(scan, end + 1) is { } period ? (period, end + 2) : Of(scan, end + 2) is { } later && (scan.IsWord(end, "in") || scan.IsWord(end, "for")) ? (later, end + 3)
                : Of(scan, end + 3) is { } whole && Whole.Contains(scan.WordAt(end + 2)) ? (whole, end + 4) : (null, end);
        return scan.IsWord(end, "month") || scan.IsWord(end, "year") || scan.IsWord(end, "pm") || scan.IsWord(end, "pcm") || scan.IsWord(end, "pa") || scan.IsWord(end, "annual") || Of(scan, end) is not null && scan.WordAt(end).EndsWith("ly", StringComparison.OrdinalIgnoreCase)
            ? (Of(scan, end), end + 1)
            : (scan.IsWord(end + 1, "ka") || scan.IsWord(end + 1, "ke") || scan.IsWord(end + 1, "ki")) && Of(scan, end) is { } told ? (told, end + 2)
            : scan.IsWord(end, "mahina") || scan.IsWord(end, "mahine") ? ("month", end + 1) : (null, end);
    }

    private static string? Of(Scan scan, int at)
    {
        if ((uint)at >= (uint)scan.Tokens.Length)
            return null;
        if (scan.IsWord(at, "monthly") || scan.IsWord(at, "pm") || scan.IsWord(at, "pcm") || scan.IsWord(at, "mo"))
            return "month";
        if (scan.IsWord(at, "yearly") || scan.IsWord(at, "annually") || scan.IsWord(at, "annual") || scan.IsWord(at, "annum") || scan.IsWord(at, "pa"))
            return "year";
        return !scan.Is(at, KeyKind.TimeUnit) ? null : scan.Tokens[at].Key.Value switch { 1 => "month", 12 => "year", _ => null };
    }
}
