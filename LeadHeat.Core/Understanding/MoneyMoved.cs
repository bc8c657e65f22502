namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that were changed and those they were changed from: <c>finance cut it to 10k</c>, <c>raised from 80 lakhs to 1 crore</c>, <c>the 15k is gone</c>.</summary>
internal static class MoneyMoved
{
    private const int Reach = 10;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moving = WordSet.Of(
        "cut brought reduced lowered slashed raised increased dropped bumped pushed upped trimmed revised changed come came gone went jumped climbed risen moved stretched extended drop drops fall falls fell rise rises");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Market = WordSet.Of("price prices rate rates rent rents market value values");

    private static readonly PhraseTable<bool> Gone = new((true,
        "is|are|was gone|cancelled|canceled|out|over|history|off; i|we told|said|mentioned|gave|had; in mind; cancel; wala budget|wali cancel|gaya; budget cancel; tha|thi"));

    /// <summary>Whether it is what an amount was changed to: "was brought down to 6000".</summary>
    public static bool IsTo(Scan scan, int start) => scan.IsWord(start - 1, "to") && VerbBefore(scan, start - 1) >= 0;

    /// <summary>Whether it is what an amount was changed from.</summary>
    public static bool IsFrom(Scan scan, int start) => scan.IsWord(start - 1, "from") && VerbBefore(scan, start - 1) >= 0;

    /// <summary>Whether the words behind an amount take it back: "the 15k is gone", "the 2 crore I mentioned".</summary>
    public static bool IsGone(Scan scan, int end) => Gone.At(scan, end) is not null || IsDropped(scan, end);

    /// <summary>Whether an amount was only told to take it back: "I had told 80 lakh but scrap that", "forget the 2 crore".</summary>
    public static bool IsTakenBack(Scan scan, in Price price) => IsDropped(scan, price.End) || price.Before.Past && ToForget.Contains(scan.WordAt(FirstOfClause(scan, price.Before.Edge)));

    // "I told you 80 lakh, but scrap that": behind it, in its sentence or at the head of the next.
    private static bool IsDropped(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + Reach) && scan.Tokens[i].Kind != TokenKind.Number && !scan.Is(i, KeyKind.Scale); i++)
        {
            if (ChangeOfMind.Withdraws(scan, i))
                return !scan.Is(i - 1, KeyKind.Not);
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ToForget = WordSet.Of("forget disregard ignore scratch scrap drop strike cancel");

    private static int FirstOfClause(Scan scan, int at)
    {
        while (at > 0 && !Clauses.Pauses(scan, at - 1) && !ToForget.Contains(scan.WordAt(at)))
            at--;
        return at;
    }

    /// <summary>Whether it is how prices moved, which is nobody's budget: "prices have gone from 60 lakhs to 1.2 crore".</summary>
    public static bool IsMarket(Scan scan, in Price price)
    {
        if (!IsTo(scan, price.Start) && !IsFrom(scan, price.Start))
            return false;
        for (var i = VerbBefore(scan, price.Start - 1) - 1; i >= 0 && i > price.Start - 2 * Reach && !Clauses.Pauses(scan, i); i--)
        {
            if (Market.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }

    private static int VerbBefore(Scan scan, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach && !Clauses.Pauses(scan, i); i--)
        {
            if (Moving.Contains(scan.WordAt(i)))
                return i;
        }
        return -1;
    }
}
