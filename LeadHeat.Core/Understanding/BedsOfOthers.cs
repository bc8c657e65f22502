namespace LeadHeat.Core.Understanding;

/// <summary>Knows bedrooms that somebody else has, that were wished for before, or are too many: <c>my sister bought a 3 bed</c>, <c>I own a 2bhk</c>, <c>4bhk is too much</c>.</summary>
internal static class BedsOfOthers
{
    private const int Reach = 6;

    /// <summary>Relatives and friends: what is theirs is none of the visitor's wishes.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kin = WordSet.Of(
        "sister brother friend friends cousin uncle aunt neighbour neighbours neighbor neighbors colleague coworker batchmate classmate parents son daughter boss bhai behen dost didi bhaiya padosi chacha mama");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Having = WordSet.Of("bought took purchased booked got has have owns owned sold rents rented");

    private static readonly PhraseTable<bool> Behind = new((true, "liya|li|kharida|kharidi|khareeda|becha|bechi tha|thi|the|hai; is|are too|way much|big|large|many|small|little; is|are not enough; zyada ho; zyada hai"));

    private static readonly PhraseTable<bool> Paas = new((true, "hamare|humare|mere|apne paas; hamare|humare|mere|apne paas abhi|already|ek|pehle"));

    /// <summary>Whether they are no wish of the visitor's.</summary>
    public static bool IsIt(Scan scan, int start, int end)
    {
        if (Behind.At(scan, end) is not null || ((scan.IsWord(end, "hai") || scan.IsWord(end, "h")) && (Ends(Paas, scan, start, 2) || Ends(Paas, scan, start, 3))))
            return true;
        if (IsAtOurs(scan, start) || PlacesOfOthers.HasDone(scan, start, end))
            return true;
        var verb = scan.Is(start - 1, KeyKind.Article) || scan.IsWord(start - 1, "the") || scan.IsWord(start - 1, "one") ? start - 2 : start - 1;
        // "My sister's 4bhk leaks"; "something like my sister's 4bhk" is a wish.
        if (IsKins(scan, start - 1) || ((scan.IsWord(start - 1, "new") || scan.IsWord(start - 1, "old")) && IsKins(scan, start - 2)))
            return true;
        if (IsForHers(scan, start))
            return true;
        if (verb < 1)
            return false;
        if ((scan.IsWord(verb, "own") || scan.IsWord(verb, "owned")) && (scan.IsWord(verb - 1, "i") || scan.IsWord(verb - 1, "we") || scan.IsWord(verb - 1, "already")))
            return true;
        for (var at = verb - 1; Having.Contains(scan.WordAt(verb)) && at >= 0 && at >= verb - 4 && scan.Tokens[at].Kind == TokenKind.Word && !scan.Is(at, KeyKind.And); at--)
        {
            if (Kin.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    // "My cousin paid 1.9cr for her 3bhk"; "my brother wants it for his 3bhk" is none of those.
    private static bool IsForHers(Scan scan, int start)
    {
        if (!(scan.IsWord(start - 1, "her") || scan.IsWord(start - 1, "his") || scan.IsWord(start - 1, "their")))
            return false;
        var done = false;
        for (var at = start - 2; at >= 0 && at >= start - Reach * 2 && !Clauses.EndsSentence(scan, at); at--)
        {
            done |= Having.Contains(scan.WordAt(at)) || scan.IsWord(at, "paid") || scan.IsWord(at, "pays") || scan.IsWord(at, "spent");
            if (done && Kin.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> Ours = new((true, "our|my|the current|present|existing|old house|home|flat|apartment|place|villa"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("need needs want wants looking like prefer should must");

    // "At our current house there are 5 bedrooms"
    private static bool IsAtOurs(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - Reach && scan.Tokens[at].Kind == TokenKind.Word && !Wishing.Contains(scan.WordAt(at)); at--)
        {
            if (Ours.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    private static bool IsKins(Scan scan, int at)
    {
        if (at < 0)
            return false;
        var word = scan.WordAt(at);
        return (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) && Kin.Contains(word[..^2])
            && !scan.IsWord(at - 2, "like") && !scan.IsWord(at - 2, "as") && !scan.IsWord(at - 2, "for");
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Before = WordSet.Of("told said asked earlier initially originally previously first pehle had wanted thought was");
    private static readonly PhraseTable<bool> Told = new((true, "bola|socha|kaha|manga|maanga tha"));

    /// <summary>Whether they were wished for before: "I had asked for 2 bhk", "earlier 2bhk bola tha".</summary>
    public static bool IsPast(Scan scan, int start, int end)
    {
        if (Told.At(scan, end) is not null)
            return true;
        for (var at = start - 1; at >= 0 && at >= start - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Before.Contains(scan.WordAt(at)) && !scan.IsWord(at - 1, "husband") && !scan.IsWord(at - 1, "wife"))
                return true;
        }
        return false;
    }

    private static bool Ends(PhraseTable<bool> table, Scan scan, int start, int width) => table.At(scan, start - width) is var (_, end) && end == start;
}
