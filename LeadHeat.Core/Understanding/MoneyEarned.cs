namespace LeadHeat.Core.Understanding;

/// <summary>Knows what comes in or is held, which is no budget: <c>our average deal is around 35k</c>, <c>it should bring 88 lakhs</c>, <c>a corpus fund of 5 Cr</c>; and what a landlord gets.</summary>
internal static class MoneyEarned
{
    private const int Reach = 5;

    private static readonly PhraseTable<bool> Incoming = new((true,
        "average|avg|mean|typical|usual deal|order|ticket|basket|bill|contract|sale; daily|weekly|monthly|yearly|annual sale|sales|takings|turnover|business; deal|ticket|order|basket size|value; "
        + "should|will|would|could|might|may|must bring; corpus|sinking|reserve fund; hand|give|pay|paying|giving my|our|the landlord|landlady|owner"));

    private static readonly PhraseTable<bool> Selling = new((true, "want|like|plan|planning|trying|looking|need to sell; am|are|i'm|i’m|im|we're|we’re selling; sell|selling my|our own"));

    private static readonly PhraseTable<bool> Expected = new((true, "expected|asking|expecting price|rate|amount|value"));

    public static bool IsIt(Scan scan, in Price price)
    {
        for (var at = price.Start - 1; at >= Math.Max(0, price.Start - Reach) && !Clauses.Pauses(scan, at); at--)
        {
            if (Incoming.At(scan, at) is not null)
                return true;
        }
        // "I want to sell: my own flat, expected price 1.2 cr"
        return Expected.IsIn(scan, Math.Max(0, price.Before.Edge - Reach), price.Start) && Selling.IsIn(scan, 0, price.Start);
    }
}
