namespace LeadHeat.Core.Understanding;

/// <summary>Reads a date that says when that is which bounds it: <c>after Makara Sankranti (14 jan)</c>, <c>not till her last paper is over, that is 28 march</c>, <c>Sankranti (14 jan) ke baad</c>.</summary>
internal static class TimeGloss
{
    private const int Reach = 12;

    private static readonly PhraseTable<bool> Meaning = new((true, "that is; that's; that’s; thats; which is; which's; ie; meaning; so; i . e .; namely; on; around; about"));

    /// <summary>The time as the words before the thing bound it of which it is the date.</summary>
    public static When Of(Scan scan, When when)
    {
        if (when is not { Unit: 0, IsSoon: false, Min: not null, Max: not null })
            return when;
        var behind = scan.IsSign(when.End, ')') ? TimeBounds.At(scan, when.End + 1).Kind : KeyKind.None;
        if (behind is KeyKind.By or KeyKind.After)
            return behind == KeyKind.After ? TimeEdges.Later(when) : TimeEdges.Deadline(when);
        var thing = Thing(scan, when.Start, when.End);
        for (var at = thing - 1; at >= 0 && at >= thing - Reach && !Clauses.Pauses(scan, at); at--)
        {
            if (scan.IsWord(at, "after") || scan.IsWord(at, "once") || scan.IsWord(at, "post"))
                return TimeEdges.Later(when);
            if (scan.IsWord(at, "before") || scan.IsWord(at, "till") || scan.IsWord(at, "until") || scan.IsWord(at, "by"))
                return IsDenied(scan, at) ? TimeEdges.Later(when) : TimeEdges.Deadline(when);
        }
        return when;
    }

    // Where the thing ends whose date stands here; 0 when none does.
    private static int Thing(Scan scan, int start, int end)
    {
        for (var at = start - 1; at >= 0 && at >= start - 4; at--)
        {
            if (scan.IsSign(at, '('))
                return at;
            if (scan.IsSign(at, ',') && at < start - 1 && Meaning.At(scan, at + 1) is not null)
                return at;
        }
        // "before ugadi, 7 april": a bare date with its day, and the clause is over.
        return scan.IsSign(start - 1, ',') && HasDay(scan, start, end) && (end >= scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "please") || scan.IsWord(end, "pls")) ? start - 1 : 0;
    }

    // "7 april", "march the tenth"; not "early 2027".
    private static bool HasDay(Scan scan, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (scan.Is(at, KeyKind.Month))
                return DayOfMonth.Before(scan, at).Day > 0 || DayOfMonth.Behind(scan, at + 1).Day > 0;
        }
        return false;
    }

    /// <summary>Whether it is not to be until then: "don't even talk of shifting till March".</summary>
    public static bool IsDenied(Scan scan, int until)
    {
        for (var at = until - 1; at >= 0 && at >= until - Reach && !Clauses.Pauses(scan, at) && !scan.IsWord(at, "but") && !scan.IsWord(at, "so") && !scan.IsWord(at, "and") && !scan.IsWord(at, "because"); at--)
        {
            if (scan.Is(at, KeyKind.Not) && !scan.IsWord(at, "without") && !scan.IsWord(at, "except") || scan.IsWord(at, "nobody") || scan.IsWord(at, "noone"))
                return true;
        }
        return false;
    }
}
