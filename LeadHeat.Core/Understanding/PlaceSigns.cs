namespace LeadHeat.Core.Understanding;

/// <summary>What stands beside a word and says whether it may be a place.</summary>
internal static class PlaceSigns
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Locating = WordSet.Of(
        "in at near nearby around within beside behind opposite towards toward inside outside area areas location locality prefer preferably mein main me ke paas side neighbourhood neighborhood like community project consider considering explore exploring about outskirts dubai bangalore bengaluru");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LocatingAfter = WordSet.Of(
        "area areas side layout road nagar locality mein main me ke community phase extension dubai bangalore bengaluru");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moving = WordSet.Of("move moving shift shifting relocate relocating next close nearer closer");

    /// <summary>Whether a place may be expected: behind "in" or "near", before "area", after another place with a comma, as an answer, or alone.</summary>
    public static bool IsExpected(Scan scan, List<PlaceHit> named, int first, int end)
    {
        if (scan.Answers(Facts.FactFields.Areas) || scan.Answers(Facts.FactFields.City) || (first == 0 && (end == scan.Tokens.Length || scan.IsSign(end, ','))))
            return true;
        var before = first - 1;
        while (scan.IsWord(before, "the") || scan.IsSign(before, '"') || (before > 0 && scan.Tokens[before].Key.Kind == KeyKind.Filler))
            before--;
        if (scan.IsWord(before, "to") && before > 0 && Moving.Contains(scan.WordAt(before - 1)))
            return true;
        if (scan.Is(before, KeyKind.Bed) || scan.Is(before, KeyKind.Studio))
            return true;
        if (before >= 0 && Locating.Contains(scan.WordAt(before)) || end < scan.Tokens.Length && LocatingAfter.Contains(scan.WordAt(end)))
            return true;
        var joined = scan.Is(before, KeyKind.Or) || scan.Is(before, KeyKind.And) || scan.IsSign(before, ',') || scan.IsSign(before, '/');
        return (joined || scan.Is(end, KeyKind.Or) || scan.IsSign(end, ',') || scan.IsSign(end, '/'))
            && named.Exists(hit => hit.End == before || hit.First == end + 1 || hit.End == first || hit.First == end);
    }

    /// <summary>Whether a place stands alone among what is said of a home: "Marina 1 bed 95k", "AED 1.6M. Marina. 1 bed."</summary>
    public static bool IsBesideHome(Scan scan, int first, int end)
    {
        if (end + 1 < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Number && scan.Is(end + 1, KeyKind.Bed))
            return true;
        // "palm" in small letters may be a tree.
        if (end == first + 1 && scan.Tokens[first] is { Capital: false, Length: < 5 })
            return false;
        var alone = (first == 0 || scan.Tokens[first - 1].Kind == TokenKind.Symbol) && (end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol);
        return alone && Array.Exists(scan.Tokens, token => token.Key.Kind is KeyKind.Bed or KeyKind.Currency or KeyKind.Scale or KeyKind.Studio);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Relations = WordSet.Of(
        "sister brother wife husband friend daughter son mother father mom mum dad cousin colleague boss partner assistant aunt uncle niece nephew fiancee fiance girlfriend boyfriend cofounder agent");

    /// <summary>Whether a name of a person goes on there: "Mohammed bin Rashid Al Falasi"; not "Mohammed bin Rashid Al Maktoum City".</summary>
    public static bool IsOfName(Scan scan, int first, int end)
    {
        var son = false;
        for (var at = Math.Max(0, first - 1); at <= end && at + 1 < scan.Tokens.Length; at++)
        {
            if (son && scan.Tokens[at] is { Kind: TokenKind.Word, Capital: true } && (scan.IsWord(at, "al") || scan.IsWord(at, "el")) && scan.Tokens[at + 1] is { Kind: TokenKind.Word, Capital: true })
                return !scan.IsWord(at + 1, "city") && !scan.IsWord(at + 2, "city");
            son |= scan.IsWord(at, "bin") || scan.IsWord(at, "ibn") || scan.IsWord(at, "bint");
        }
        return false;
    }

    /// <summary>Whether somebody introduces himself there: "I'm Marina".</summary>
    public static bool IsPerson(Scan scan, int first) =>
        scan.IsWord(first - 1, "i'm") || scan.IsWord(first - 1, "i’m") || scan.IsWord(first - 1, "im") || scan.IsWord(first - 1, "myself") || (scan.IsWord(first - 1, "am") && scan.IsWord(first - 2, "i"))
        || (scan.IsWord(first - 1, "is") && (scan.IsWord(first - 2, "name") || scan.IsWord(first - 2, "this"))) || (scan.IsWord(first - 1, "me") && scan.IsWord(first - 2, "call"))
        || (first > 1 && scan.Tokens[first].Capital && Relations.Contains(scan.WordAt(first - 1)) && (scan.IsWord(first - 2, "my") || scan.IsWord(first - 2, "our") || scan.IsWord(first - 2, "his") || scan.IsWord(first - 2, "her")))
        || scan.IsWord(first - 1, "mr") || scan.IsWord(first - 1, "ms") || scan.IsWord(first - 1, "mrs") || scan.IsWord(first - 1, "dr") || (scan.Answers(Facts.FactFields.Name) && scan.Tokens.Length <= 3 && !IsWholeArea(scan));

    // "Business Bay" after "what's your name?" tells where, and no name.
    private static bool IsWholeArea(Scan scan)
    {
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, 0, out var end))
        {
            if (meaning.Kind == MeaningKind.Area && end == scan.Tokens.Length && end > 1)
                return true;
        }
        return false;
    }
}
