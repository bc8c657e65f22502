namespace LeadHeat.Core.Understanding;

/// <summary>Knows places where a relative or a friend did something: <c>my cousin paid 1.9cr for her flat in Hebbal</c>, <c>dost ne Hebbal mein liya tha</c>.</summary>
internal static class PlacesOfOthers
{
    private const int Reach = 12;
    private const int Near = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing = WordSet.Of("bought paid took purchased booked got has owns owned sold rents rented lives stays lived pays spent");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("need needs want wants looking like prefer should must");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Theirs = WordSet.Of("his hers theirs");

    // "My friend bought in JVC. For me the same", "near my brother, who lives in Hebbal", "… mujhe bhi wahin chahiye"
    private static readonly PhraseTable<bool> Alike = new((true, "same; too; also; near; nearby; close; next; similar; like; around; bhi; wahi; wahin; udhar; paas; one there"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Postposed = WordSet.Of("mein me main mai pe par");
    private static readonly PhraseTable<bool> Done = new((true, "liya; li; liye; lia; kharida; kharidi; kharide; khareeda; khareedi; becha; bechi; book kiya|karaya|kara; banaya; banwaya"));

    /// <summary>Whether it is somebody else's, and nothing says that the visitor wants the same.</summary>
    public static bool IsIt(Scan scan, int first, int end) => !Alike.IsIn(scan, 0, scan.Tokens.Length) && (IsInEnglish(scan, first) || IsInHindi(scan, first, end));

    private static bool IsInEnglish(Scan scan, int first)
    {
        if (!scan.IsWord(first - 1, "in") && !scan.IsWord(first - 1, "at"))
            return false;
        var did = false;
        for (var at = first - 2; at >= 0 && at >= first - Reach && !Clauses.Ends(scan, at, within: "."); at--)
        {
            if (Wishing.Contains(scan.WordAt(at)) || scan.IsWord(at, "i") || scan.IsWord(at, "we"))
                return false;
            did |= Doing.Contains(scan.WordAt(at));
            // "She has hers in Dubai Marina"
            if (did && (at > 0 && BedsOfOthers.Kin.Contains(scan.WordAt(at)) && !scan.Is(at + 1, KeyKind.And) || Theirs.Contains(scan.WordAt(first - 2))))
                return true;
        }
        return false;
    }

    // "Mere bhai ne Hebbal me flat liya"
    private static bool IsInHindi(Scan scan, int first, int end) => end < scan.Tokens.Length && Postposed.Contains(scan.WordAt(end)) && HasDone(scan, first, end);

    /// <summary>Whether another bought what stands between two tokens: who did it, the thing, and behind it what was done.</summary>
    public static bool HasDone(Scan scan, int first, int end)
    {
        if (!IsDoer(scan, first))
            return false;
        for (var at = end; at < Math.Min(scan.Tokens.Length, end + Reach) && !Clauses.Ends(scan, at); at++)
        {
            if (Done.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    private static bool IsDoer(Scan scan, int first)
    {
        for (var at = first - 1; at >= 0 && at >= first - Near && !Clauses.Pauses(scan, at); at--)
        {
            if (scan.IsWord(at, "usne") || scan.IsWord(at, "unhone"))
                return true;
            if (scan.IsWord(at, "ne"))
                return at > 0 && BedsOfOthers.Kin.Contains(scan.WordAt(at - 1)) || at > 1 && BedsOfOthers.Kin.Contains(scan.WordAt(at - 2));
        }
        return false;
    }
}
