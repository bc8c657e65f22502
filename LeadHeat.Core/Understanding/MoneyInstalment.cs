namespace LeadHeat.Core.Understanding;

/// <summary>Knows what an instalment may be at most, which is what can be spent a month: <c>the EMI mustn't cross 65,000</c>. <c>My EMI is 42,000</c> is paid already.</summary>
internal static class MoneyInstalment
{
    private const int Reach = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Instalments = WordSet.Of("emi emis instalment instalments installment installments");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Paid = WordSet.Of("present current existing already today now paying pay loan old");

    /// <summary>Whether the words before an amount speak of an instalment that must not pass it.</summary>
    public static bool IsMost(Scan scan, in Price price)
    {
        if (!scan.Playbook.HasInventory || price.Kind != KeyKind.AtMost || price.Most >= MostOfMonth)
            return false;
        if (Down.IsIn(scan, 0, scan.Tokens.Length))
            return false;
        for (var at = price.Start - 1; at >= 0 && at >= price.Start - Reach && !Clauses.EndsSentence(scan, at); at--)
        {
            if (Paid.Contains(scan.WordAt(at)))
                return false;
            if (Instalments.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    // Who tells what he puts down tells of a part of the price.
    private static readonly PhraseTable<bool> Down = new((true, "put down; down payment; downpayment; upfront"));

    // What is more is no month's.
    private const decimal MostOfMonth = 500_000;
}
