using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads counts that are changed, split and added up: <c>15 reps, sorry, 18</c>, <c>85 people of whom 14 sell</c>, <c>seven reps, two managers</c>, <c>just me</c>.</summary>
internal static class CountParts
{
    // "15 reps, sorry, 18", "200 cups a day, no, let's say 150": a new number without its unit.
    public static (decimal Number, int End)? Corrected(Scan scan, PlaybookField field, int at)
    {
        var marked = false;
        for (var limit = at + 7; at < Math.Min(scan.Tokens.Length, limit) && CountFields.NumberAt(scan, at) is null; at++)
        {
            marked |= scan.IsWord(at, "sorry") || scan.IsWord(at, "no") || scan.IsWord(at, "rather") || scan.IsWord(at, "actually") || scan.IsWord(at, "make") || scan.IsWord(at, "mean") || scan.IsWord(at, "correction") || scan.IsWord(at, "nahi") || scan.IsWord(at, "nahin") || (scan.IsWord(at, "like") && scan.IsWord(at - 1, "more"));
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Correcting.Contains(scan.WordAt(at)))
                return null;
        }
        if (!marked || CountFields.NumberAt(scan, at) is not { } number)
            return null;
        var end = at + 1;
        var ends = end >= scan.Tokens.Length || scan.Tokens[end] is { Kind: TokenKind.Symbol, Key.Kind: KeyKind.None } || scan.IsWord(end, "now") || scan.IsWord(end, "with") || scan.IsWord(end, "in") || scan.IsWord(end, "on") || scan.Is(end, KeyKind.Article);
        return CountFields.FieldAt(scan, ref end) == field || ends ? (number, end) : null;
    }

    // "85 people of whom 14 are in sales", "forty-two people, maybe seventeen of them would log in": those who use it count.
    public static (decimal Number, int End)? ThatUse(Scan scan, decimal all, int at)
    {
        for (var limit = Math.Min(scan.Tokens.Length, at + 6); at < limit && !scan.IsSign(at, '.'); at++)
        {
            if (CountFields.NumberAt(scan, at) is not { } part)
                continue;
            var ofThem = (scan.IsWord(at + 1, "of") && scan.IsWord(at + 2, "them")) || PartWords.Contains(scan.WordAt(Math.Max(0, at - 1))) || (at > 1 && PartWords.Contains(scan.WordAt(at - 2)))
                || scan.IsWord(at - 1, "only") || (scan.IsWord(at + 1, "in") && scan.IsWord(at + 2, "sales"));
            for (var next = at + 1; ofThem && part < all && next < Math.Min(scan.Tokens.Length, at + 7); next++)
            {
                if (CountFields.Using.Contains(scan.WordAt(next)))
                    return (part, at + 1);
            }
            return null;
        }
        return null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PartWords = WordSet.Of("whom which them");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Correcting = WordSet.Of("on second thought thoughts more like sorry no rather actually make that it i mean correction let's let’s lets say better hai hain nahi nahin hmm wait oops");

    // Words that count all people there are: the managers are among them.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> All = WordSet.Of("people ppl us team staff employees seats users members person persons strong size headcount licences licenses logins company");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ranks = WordSet.Of("manager managers admin admins lead leads supervisor supervisors director directors founder founders coordinator coordinators assistant assistants head heads owner owners intern interns partner partners");

    /// <summary>How many others stand behind a count of some of the people: "seven reps, two managers", "five agents plus me".</summary>
    public static (decimal More, int End)? Others(Scan scan, PlaybookField field, int first, int at)
    {
        if (field != CountFields.OfUs(scan))
            return null;
        for (var i = first; i < at; i++)
        {
            if (All.Contains(scan.WordAt(i)))
                return null;
        }
        // "14 in sales plus me"
        if (scan.IsWord(at, "in") && (scan.IsWord(at + 2, "plus") || scan.IsSign(at + 2, '+')) && (scan.IsWord(at + 3, "me") || scan.IsWord(at + 3, "myself")))
            return (1, at + 4);
        var (more, end) = (0m, at);
        while (scan.IsSign(end, ',') || scan.Is(end, KeyKind.And) || scan.IsSign(end, '+') || scan.IsWord(end, "plus"))
        {
            var next = scan.IsSign(end, ',') && scan.Is(end + 1, KeyKind.And) ? end + 2 : end + 1;
            if (scan.IsWord(next, "me") || scan.IsWord(next, "myself"))
                return (more + 1, next + 1);
            if ((scan.Is(next, KeyKind.Article) ? 1 : CountFields.NumberAt(scan, next)) is not { } number || next + 1 >= scan.Tokens.Length || !Ranks.Contains(scan.WordAt(next + 1)))
                break;
            (more, end) = (more + number, next + 2);
        }
        return more > 0 ? (more, end) : null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherHouses = WordSet.Of("vendor vendors supplier agency provider competitor competitors rival they bank builder");

    private static readonly PhraseTable<bool> YourCustomers = new((true, "client|clients|customer|customers of yours|urs; your|ur|any|other|similar|existing|bigger|biggest client|clients|customer|customers"));

    /// <summary>Whether it counts another house's: "the previous vendor had 40 people on our account", "a client of yours with 500 users".</summary>
    public static bool IsOthers(Scan scan, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 5 && scan.Tokens[i].Kind == TokenKind.Word; i--)
        {
            if (YourCustomers.At(scan, i) is not null)
                return true;
            if (i > 0 && i >= at - 4 && (scan.IsWord(i, "had") || scan.IsWord(i, "has") || scan.IsWord(i, "have") || scan.IsWord(i, "put") || scan.IsWord(i, "sent")) && (OtherHouses.Contains(scan.WordAt(i - 1)) || (i > 1 && OtherHouses.Contains(scan.WordAt(i - 2)))))
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> InPlaceOf = new((true, "nahi; nahin; nai; ki jagah; ke badle"));
    private static readonly PhraseTable<bool> Not = new((true, "not; instead of; rather than; and not; , not"));

    /// <summary>The number that takes the place of a known one: "12 nahi 15", "not 12 but 15", "15 instead of 12".</summary>
    public static (decimal Number, int First, int End)? Instead(Scan scan, decimal before)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (CountFields.NumberAt(scan, i) is not { } number)
                continue;
            if (number == before && InPlaceOf.At(scan, i + 1) is var (_, at) && CountFields.NumberAt(scan, scan.IsSign(at, ',') ? at + 1 : at) is { } now)
                return (now, i, scan.IsSign(at, ',') ? at + 2 : at + 1);
            if (number == before && scan.IsWord(i - 1, "not") && (scan.IsWord(i + 1, "but") || scan.IsSign(i + 1, ',')) && CountFields.NumberAt(scan, i + 2) is { } but)
                return (but, i, i + 3);
            if (number != before && Not.At(scan, i + 1) is var (_, old) && CountFields.NumberAt(scan, old) == before)
                return (number, i, old + 1);
        }
        return null;
    }

    private static readonly PhraseTable<bool> Joining = new((true, "aur join; aur aa|aane|lag; more; join|joining; are|is|will|who join|joining; are|is|will be joining|added"));

    /// <summary>Whether those who are counted come to the others: "3 counsellors aur join kar rahe hain".</summary>
    public static bool AreJoining(Scan scan, int at) => Joining.At(scan, at) is not null;

    private static readonly PhraseTable<bool> Single = new((true, "just|only me|myself; me alone; me , myself and i"));

    /// <summary>Where somebody says that he is alone: "just me for now"; not "just me and my partner".</summary>
    public static (int First, int End)? Alone(Scan scan, bool asked)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Single.At(scan, i) is not var (_, end))
                continue;
            var ends = end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "for") || scan.IsWord(end, "right") || scan.IsWord(end, "at");
            if (ends && (asked || (i <= 2 && end >= scan.Tokens.Length - 2)))
                return (i, end);
        }
        return null;
    }
}
