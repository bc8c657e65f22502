namespace LeadHeat.Core.Understanding;

/// <summary>Knows times of what happens to things and people, which nobody wants something by: <c>milk goes off within 2 days</c>, <c>my daughter turns 3 in August</c>, <c>3 lakhs of sales in a month</c>.</summary>
internal static class TimeOfThings
{
    private static readonly PhraseTable<bool> Spoiling = new((true,
        "goes|go|going|gone|went off|bad|stale|sour|rancid|flat; turns|turn|turned sour|bad|stale|rancid; spoils|spoil|spoiled|curdles|curdle|rots|rot|stales|wilts|moulds; tastes|taste stale|sour|flat|bad; gets|get stale|spoiled|spoilt|soggy"));

    private static readonly PhraseTable<bool> SpoilingBehind = new((true, "kharab|khatta|basi ho jata|jaata|jati|jaati|jate; phat jata|jaata; mein|me kharab|khatta|basi"));

    private static readonly PhraseTable<bool> Selling = new((true,
        "of sales|business|revenue|turnover|income|orders|bookings|covers; worth of sales|business|orders; in sales|revenue|business"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing = WordSet.Of("do does sell sells serve serves make makes pour pours use uses brew brews earn earns roast roasts get gets consume consumes");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("we i they it staff shop cafe café outlet outlets team reps currently usually normally around each");

    public static bool IsIt(Scan scan, int start, When when) =>
        Spoiling.IsIn(scan, start, when.Start) || SpoilingBehind.IsIn(scan, when.End, when.End + 2) || IsBirthday(scan, start, when.Start) || IsRate(scan, start, when) || IsUsedUp(scan, start, when) || IsHowOften(scan, when) || IsPaper(scan, start, when.Start);

    private static readonly PhraseTable<bool> UsedUp = new((true, "gone; finished; empty; used up; eaten; drunk; over; wear|wears|wearing out; last|lasts|lasting; go|goes|went|going through"));
    private static readonly PhraseTable<bool> UsedUpBehind = new((true, "khatam|khtm ho jata|jaata|jati|jaati|jate; mein|me|main khatam ho jata|jaata|jati|jaati|jate; mein|me|main khatam"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wanting = WordSet.Of("must should need needs want wants has have to lease contract tenancy agreement notice visa subscription warranty trial");

    // "250 g, that's gone in 2 weeks", "the gasket wears out in 6 months": how long it lasts; "it must be finished in 2 weeks" is a wish.
    private static bool IsUsedUp(Scan scan, int start, When when)
    {
        if (when.Unit == 0)
            return false;
        var used = UsedUpBehind.At(scan, when.End) is not null;
        for (var at = start; at < when.Start; at++)
        {
            if (Wanting.Contains(scan.WordAt(at)))
                return false;
            used |= UsedUp.At(scan, at) is var (_, end) && (end >= when.Start - 1 || scan.IsWord(end - 1, "through"));
        }
        return used;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Papers = WordSet.Of("passport passports aadhaar aadhar pan card insurance voucher vouchers coupon points offer quote quotation warranty guarantee certificate");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Expiring = WordSet.Of("expire expires expired expiring expiry lapse lapses lapsing valid ends end ending runs run");

    // "My passport expires in 2 months": nobody has to move by then, as with a lease.
    private static bool IsPaper(Scan scan, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Papers.Contains(scan.WordAt(i)))
                return WordSet.AnyIn(Expiring, scan, i + 1, end);
        }
        return false;
    }

    // "my daughter turns 3 in august"
    private static bool IsBirthday(Scan scan, int start, int end)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if ((scan.IsWord(i, "turns") || scan.IsWord(i, "turning") || scan.IsWord(i, "turn")) && (scan.Tokens[i + 1].Kind == TokenKind.Number || scan.Tokens[i + 1].Key.Kind is KeyKind.Number or KeyKind.Tens or KeyKind.Ordinal))
                return true;
        }
        return false;
    }

    // "we do around 3 lakhs of sales in a month", "we make 180 cups in one day": how much, and no day.
    private static bool IsRate(Scan scan, int start, When when)
    {
        if (when.Unit == 0 || !scan.Is(when.Start, KeyKind.In) || !(scan.Is(when.Start + 1, KeyKind.Article) || scan.IsWord(when.Start + 1, "one")))
            return false;
        if (Selling.IsIn(scan, start, when.Start))
            return true;
        for (var i = start; i < when.Start; i++)
        {
            if (Doing.Contains(scan.WordAt(i)) && (i == start || Selves.Contains(scan.WordAt(i - 1))))
                return HasNumber(scan, i + 1, when.Start);
        }
        return false;
    }

    private static bool HasNumber(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scan.Tokens[i].Kind == TokenKind.Number || scan.Tokens[i].Key.Kind is KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Scale)
                return true;
        }
        return false;
    }

    // "third time this month the beans come late", "twice this week"
    private static bool IsHowOften(Scan scan, When when) => Often.IsIn(scan, when.Start - 2, when.End);

    private static readonly PhraseTable<bool> Often = new((true,
        "twice|thrice|times this|last; times already this; first|second|third|fourth|fifth|sixth|nth|last|2nd|3rd|4th time this; time already this"));
}
