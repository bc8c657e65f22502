namespace LeadHeat.Core.Understanding;

/// <summary>Reads what bounds a number of bedrooms: <c>nothing smaller than 3</c>, <c>two bed minimum</c>, <c>up to 4 bhk</c>.</summary>
internal static class BedsBounds
{
    private const int Widest = 3;
    private const int WidestOfHome = 5;

    private static readonly PhraseTable<KeyKind> Leads = new(
        (KeyKind.AtLeast, "nothing|not|no|never smaller|less|fewer|lower than; nothing|not|no below|under; at least; minimum|min|atleast; minimum|min of|."),
        (KeyKind.AtMost, "nothing|not|no bigger|more|larger|greater than; nothing|not|no over|above|beyond; at most; maximum|max; maximum|max of|.; up to; upto"));

    private static readonly PhraseTable<KeyKind> Ends = new(
        (KeyKind.AtLeast, "minimum; at least; at the very least; at the least; and|or no|not less|fewer|smaller; or more|bigger|larger|above|up; and above|up"),
        (KeyKind.AtMost, "maximum; max; at most; at the very most; at the most; and|or no|not more|bigger|larger; or less|fewer|smaller|below; tops"));

    public static KeyKind Before(Scan scan, int start)
    {
        for (var width = Widest; width > 0; width--)
        {
            if (Leads.At(scan, start - width) is var (kind, end) && end == start)
                return kind;
        }
        return scan.Is(start - 1, KeyKind.AtLeast) ? KeyKind.AtLeast : KeyKind.None;
    }

    private static readonly PhraseTable<bool> Homes = new((true,
        "live|living|stay|staying|residing in|at a|an|one|our|my|this; are|am|we're|we’re|i'm|i’m in a|an|one|our|my; my|our current|present|existing|old; selling|sold|vacating|leaving our|my; cramped|squeezed|stuck into|in a|an|our|one; my|our current|present|existing|old one|flat|home|house|place|apartment|villa is|has; my|our current|present|existing|old one|flat|home|house|place|apartment|villa is|has a|only|just; my|our flat|home|house|place now is"));

    private static readonly PhraseTable<bool> LivedIn = new((true, "mein|me|main rehte|rehta|rehti|rahte|rahta|rahti|reh|rah"));

    /// <summary>Whether it is the home that somebody has: "right now we are in a 2bhk"; not "I want to live in a 2bhk".</summary>
    public static bool IsLivedIn(Scan scan, int start, int end)
    {
        if (LivedIn.At(scan, end) is not null)
            return true;
        var at = start > 0 && Adjectives.Contains(scan.WordAt(start - 1)) ? start - 1 : start;
        for (var width = 2; width <= WidestOfHome; width++)
        {
            var first = at - width;
            if (Homes.At(scan, first) is var (_, behind) && behind == at)
                return first == 0 || !Hoping.Contains(scan.WordAt(first - 1));
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Adjectives = WordSet.Of("small smaller tiny rented cramped little old big nice");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hoping = WordSet.Of("to will would can could be prefer like of in for about you they we'll i'll should must");

    public static KeyKind Behind(Scan scan, int end)
    {
        if (Ends.At(scan, end) is var (kind, _))
            return kind;
        if (scan.IsWord(end, "min") && end + 1 == scan.Tokens.Length)
            return KeyKind.AtLeast;
        // "teen bhk hona chahiye kam se kam"
        for (var i = end; i < Math.Min(end + 3, scan.Tokens.Length); i++)
        {
            if (scan.IsWord(i, "kam") && scan.IsWord(i + 1, "se") && scan.IsWord(i + 2, "kam"))
                return KeyKind.AtLeast;
        }
        return KeyKind.None;
    }

    /// <summary>A studio beside the number that would do as well: "studio or 1", "either 1 or studio".</summary>
    public static (int First, int End, decimal Most)? StudioOr(Scan scan, int at)
    {
        if (scan.Is(at + 1, KeyKind.Or) && BedsScanner.NumberAt(scan, at + 2) is <= MostBeside and var more && IsAlone(scan, at + 3))
            return (at, at + 3, more);
        return scan.Is(at - 1, KeyKind.Or) && BedsScanner.NumberAt(scan, at - 2) is <= MostBeside and var before && IsAlone(scan, at + 1) ? (at - 2, at + 1, before) : null;
    }

    private const int MostBeside = 4;

    private static bool IsAlone(Scan scan, int end) => end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "in") || scan.IsWord(end, "is") || scan.IsWord(end, "please");

    /// <summary>Where "sleeping rooms" or "rooms to sleep in" end; 0 when they do not stand here.</summary>
    public static int SleepEnd(Scan scan, int at) =>
        scan.IsWord(at, "sleeping") && (scan.IsWord(at + 1, "rooms") || scan.IsWord(at + 1, "room")) ? at + 2
        : scan.IsWord(at, "master") && scan.IsWord(at + 1, "rooms") && !Array.Exists(scan.Tokens, token => token.Key.Kind == KeyKind.Bed) ? at + 2
        : scan.IsWord(at, "rooms") && (scan.IsWord(at + 1, "to") || scan.IsWord(at + 1, "for")) && (scan.IsWord(at + 2, "sleep") || scan.IsWord(at + 2, "sleeping")) ? at + 3 : 0;

    /// <summary>The other number behind "or": "three bedrooms or four"; not "2 bhk or 3 crore".</summary>
    public static decimal? Other(Scan scan, int at) =>
        BedsScanner.NumberAt(scan, at) is <= 7 and var number && (at + 1 == scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol && !scan.IsSign(at + 1, '%') && !scan.IsSign(at + 1, '.') && !scan.IsSign(at + 1, '/') && !scan.IsSign(at + 1, '-') || scan.IsSign(at + 1, '.') && (at + 2 == scan.Tokens.Length || scan.Tokens[at + 2].Apart)
            || scan.Is(at + 1, KeyKind.Not) || scan.IsWord(at + 1, "max") || scan.IsWord(at + 1, "with") || scan.IsWord(at + 1, "in")) ? number : null;

    /// <summary>The number that might do as well: "maybe four", ", or even 4": nothing else that is counted.</summary>
    public static decimal? Perhaps(Scan scan, int at)
    {
        var from = at;
        while (scan.IsSign(at, ',') || scan.Is(at, KeyKind.Or) || scan.IsWord(at, "maybe") || scan.IsWord(at, "perhaps") || scan.IsWord(at, "possibly") || scan.IsWord(at, "even"))
            at++;
        if (at == from || scan.IsSign(at - 1, ',') || scan.Is(at - 1, KeyKind.Or) || BedsScanner.NumberAt(scan, at) is not { } number)
            return null;
        var ends = at + 1 == scan.Tokens.Length || scan.Tokens[at + 1] is { Kind: TokenKind.Symbol } && !scan.IsSign(at + 1, '%') && !scan.IsSign(at + 1, '.') || scan.IsSign(at + 1, '.') && (at + 2 == scan.Tokens.Length || scan.Tokens[at + 2].Apart)
            || scan.IsWord(at + 1, "with") || scan.IsWord(at + 1, "if") || scan.IsWord(at + 1, "in") || scan.IsWord(at + 1, "for");
        return ends && number <= 7 ? number : null;
    }
}
