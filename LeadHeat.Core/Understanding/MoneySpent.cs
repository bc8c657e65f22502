namespace LeadHeat.Core.Understanding;

/// <summary>Knows what is paid today already, which is no budget: <c>we spend 2000 a month on coffee today</c>.</summary>
internal static class MoneySpent
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Payers = WordSet.Of("i we they am are i'm we're currently already presently usually normally typically");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Present = WordSet.Of("today currently presently nowadays already usually normally typically");

    public static bool IsIt(Scan scan, in Price price)
    {
        for (var verb = price.Start - 1; verb >= Math.Max(1, price.Before.Edge - 3); verb--)
        {
            if (scan.IsWord(verb, "pay") || scan.IsWord(verb, "paying") || scan.IsWord(verb, "spend") || scan.IsWord(verb, "spending"))
                return Payers.Contains(scan.WordAt(verb - 1)) && (IsPresent(scan, Math.Max(0, verb - 3), verb) || IsPresent(scan, price.End, price.End + 8));
        }

        return false;
    }

    /// <summary>"I currently pay 40k rent"</summary>
    public static bool IsRent(Scan scan, int start) =>
        (scan.IsWord(start - 1, "pay") && (scan.IsWord(start - 2, "i") || scan.IsWord(start - 2, "currently") || scan.IsWord(start - 2, "and"))) || scan.IsWord(start - 1, "paying") || scan.IsWord(start - 2, "paying");

    private static bool IsPresent(Scan scan, int from, int to)
    {
        for (var i = from; i < Math.Min(scan.Tokens.Length, to) && !scan.IsSign(i, '.') && !scan.IsWord(i, "but"); i++)
        {
            if (Present.Contains(scan.WordAt(i)) || (scan.IsWord(i, "moment") && scan.IsWord(i - 1, "the")) || (scan.IsWord(i, "now") && scan.IsWord(i - 1, "right")))
                return true;
        }

        return false;
    }
}
