namespace LeadHeat.Core.Understanding;

/// <summary>Reads what is to be done before or after something that was dated: <c>the baby is due 4 June, … before the little one comes</c>, <c>the wedding is in May, … after the wedding</c>.</summary>
internal static class TimeOfEvents
{
    private const int Reach = 30;
    private const int Width = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = WordSet.Of("he she it they that the my our his her their those these this both all");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Happening = WordSet.Of(
        "come comes came arrive arrives arrived arriving land lands landed born here starts started begins began opens opened join joins joined does do over done finished ended ends happens");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Afters = WordSet.Of("after once when");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reaching = WordSet.Of("call ring message mail email whatsapp text contact ping send tell show visit meet talk");

    /// <summary>Whether something is to be done before it.</summary>
    public static bool IsBefore(Scan scan, int start, int end) => Find(scan, start, end, isBefore: true);

    /// <summary>Whether something is to be done when it is over.</summary>
    public static bool IsAfter(Scan scan, int start, int end) => Find(scan, start, end, isBefore: false);

    private static bool Find(Scan scan, int start, int end, bool isBefore)
    {
        for (var at = end + 1; at < Math.Min(scan.Tokens.Length - 1, end + Reach); at++)
        {
            if ((isBefore ? scan.IsWord(at, "before") : Afters.Contains(scan.WordAt(at))) && Pronouns.Contains(scan.WordAt(at + 1)) && (Happens(scan, at + 1) || IsNamedAgain(scan, at + 2, start, end)))
                return !Reaches(scan, at) && (isBefore || Does(scan, end, at));
        }
        return false;
    }

    // "…, we move when she is here"; "next year, when she is done" only says why.
    private static bool Does(Scan scan, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (scan.IsWord(at, "we") || scan.IsWord(at, "i") || scan.WordAt(at) is ['w' or 'W', 'e', '\'' or '’', ..] or ['i' or 'I', '\'' or '’', ..])
                return true;
        }
        return false;
    }

    // "before the little one comes", "once they are over": up to the end of the clause, with no time of its own.
    private static bool Happens(Scan scan, int from)
    {
        for (var at = from; at < Math.Min(scan.Tokens.Length, from + Width) && scan.Tokens[at].Kind == TokenKind.Word; at++)
        {
            if (scan.Tokens[at].Key.Kind is KeyKind.Month or KeyKind.TimeUnit or KeyKind.Next)
                return false;
            if (Happening.Contains(scan.WordAt(at)) && at > from)
                return true;
        }
        return false;
    }

    // "The wedding is on 4 June, keys before the wedding"
    private static bool IsNamedAgain(Scan scan, int at, int start, int end)
    {
        if (at >= scan.Tokens.Length || scan.Tokens[at].Length < 4)
            return false;
        for (var before = start; before < end; before++)
        {
            if (scan.WordAt(before).Equals(scan.WordAt(at), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool Reaches(Scan scan, int before)
    {
        for (var at = before - 1; at >= 0 && at >= before - Width && !Clauses.Pauses(scan, at); at--)
        {
            if (Reaching.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }
}
