namespace LeadHeat.Core.Understanding;

/// <summary>Knows how long things run that are no wish: the term of a lease, a payment plan, a delivery that is asked about.</summary>
internal static class TimeTerms
{
    // "lease minimum is 11 months", "the notice period of 3 months"; but "the lease ends in 3 months".
    public static bool IsTerm(Scan scan, int start)
    {
        // "minimum lock in 12 months"
        if (scan.IsWord(start - 1, "in") && (scan.IsWord(start - 2, "lock") || (scan.IsSign(start - 2, '-') && scan.IsWord(start - 3, "lock"))))
            return true;
        for (var i = start - 1; i >= 0 && i >= start - 4 && scan.Tokens[i].Kind == TokenKind.Word && !scan.IsWord(i, "in") && !scan.IsWord(i, "after") && !scan.IsWord(i, "within"); i--)
        {
            if (scan.IsWord(i, "minimum") && Terms.Contains(scan.WordAt(Math.Max(0, i - 1))) || Terms.Contains(scan.WordAt(i)) && (scan.IsWord(i + 1, "is") || scan.IsWord(i + 1, "of") || scan.IsWord(i + 1, "minimum")))
                return true;
        }
        return false;
    }

    /// <summary>Whether a word names something that runs for a time.</summary>
    public static bool IsNamed(Scan scan, int at) => at >= 0 && Terms.Contains(scan.WordAt(at));

    /// <summary>Whether it is how long something takes that is asked: "how long does delivery take, three weeks?"; not "how long until we can move in?".</summary>
    public static bool IsAskedHowLong(Scan scan, int start)
    {
        for (var i = Math.Max(0, start - 14); i + 2 < start; i++)
        {
            if (scan.IsWord(i, "how") && (scan.IsWord(i + 1, "long") || scan.IsWord(i + 1, "many")) && (scan.IsWord(i + 2, "does") || scan.IsWord(i + 2, "do") || scan.IsWord(i + 2, "is") || scan.IsWord(i + 2, "are") || scan.IsWord(i + 2, "did") || scan.IsWord(i + 2, "will") || scan.IsWord(i + 2, "would")))
                return !scan.IsWord(i + 3, "we") && !scan.IsWord(i + 3, "i") && !Ends(scan, i, start);
        }
        return false;
    }

    private static bool Ends(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Clauses.EndsSentence(scan, i))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Terms = WordSet.Of("plan plans payment payments paid spread instalments installments loan lease contract notice tenure warranty period lock-in lockin emi deposit validity term");
}
