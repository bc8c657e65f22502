namespace LeadHeat.Core.Understanding;

/// <summary>Knows whose word an amount is, where two stand against each other: <c>my husband says 1 cr, I say 80 lakhs</c>.</summary>
internal static class MoneySays
{
    private const int Reach = 5;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kin = WordSet.Of("husband wife father mother dad mom mum parents brother sister son daughter partner boss cofounder he she they");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Saying = WordSet.Of("says say thinks think said feels feel suggests suggest");

    /// <summary>Whether somebody else says it.</summary>
    public static bool IsOthers(Scan scan, in Price price) => By(scan, price) is { } who && Kin.Contains(scan.WordAt(who));

    /// <summary>Whether the visitor says it himself.</summary>
    public static bool IsOwn(Scan scan, in Price price) => By(scan, price) is { } who && (scan.IsWord(who, "i") || scan.IsWord(who, "we"));

    private static int? By(Scan scan, in Price price)
    {
        for (var at = price.Start - 1; at > 0 && at >= price.Start - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Saying.Contains(scan.WordAt(at)))
                return at - 1;
        }
        return null;
    }
}
