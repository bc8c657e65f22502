namespace LeadHeat.Core.Understanding;

/// <summary>Knows what is paid today already, which is no budget: <c>we spend 2000 a month on coffee today</c>, <c>we pay 15k, but can go to 20k</c>.</summary>
internal static class MoneySpent
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Payers = WordSet.Of("i we they am are i'm we're currently already presently usually normally typically");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Present = WordSet.Of("today currently presently nowadays already usually normally typically");

    public static bool IsIt(Scan scan, in Price price)
    {
        if (IsToldBehind(scan, price.End) || IsOnOther(scan, price.End) || IsCurrent(scan, price.Before.Edge) || IsOurRent(scan, price.Start) || MoneyGone.IsIt(scan, price))
            return true;
        for (var verb = price.Start - 1; verb >= Math.Max(1, price.Before.Edge - 3); verb--)
        {
            if (scan.IsWord(verb, "pay") || scan.IsWord(verb, "paying") || scan.IsWord(verb, "spend") || scan.IsWord(verb, "spending"))
                return scan.IsWord(verb - 1, "been") || Payers.Contains(scan.WordAt(verb - 1)) && (IsPresent(scan, Math.Max(0, verb - 3), verb) || IsPresent(scan, price.End, price.End + 8) || ((!scan.Playbook.HasInventory || MoneyPeriod.Of(scan, price).Period is not null) && IsOutbid(scan, price.End)));
        }

        return false;
    }

    // "We pay 15k a month for Zoho now and can't go above 20k": what can be paid stands behind.
    private static bool IsOutbid(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length; i++)
        {
            if (Can.At(scan, i) is not var (_, behind))
                continue;
            for (var at = behind; at < Math.Min(scan.Tokens.Length, behind + 7); at++)
            {
                if (scan.Tokens[at].Kind == TokenKind.Number && AmountReader.At(scan, at, sure: true) is not null)
                    return true;
            }
        }

        return false;
    }

    private static readonly PhraseTable<bool> Can = new((true, "can|can't|can’t|cant|cannot|could|couldn't|couldn’t|would go|pay|spend|stretch|do|afford|manage; can|could not go|pay|spend|stretch|afford; up to; upto; willing|ready|able to pay|spend|go|stretch"));

    /// <summary>Whether it is a spending that the house approved, and no loan: "the yearly spend he approved is 12k", "the board has sanctioned 6 lakhs".</summary>
    public static bool IsAllowed(Scan scan, int approved)
    {
        if (!scan.IsWord(approved, "approved") && !scan.IsWord(approved, "sanctioned"))
            return false;
        // Nobody takes a loan for a tool; who buys a home mostly does.
        var allowed = !scan.Playbook.HasInventory;
        for (var i = Math.Max(0, approved - 6); i < Math.Min(scan.Tokens.Length, approved + 9) && !(i > approved && Clauses.Pauses(scan, i)); i++)
        {
            if (Lenders.Contains(scan.WordAt(i)))
                return false;
            allowed |= i < approved && Houses.Contains(scan.WordAt(i));
        }

        return allowed;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lenders = WordSet.Of("bank banks banker lender loan mortgage emi hdfc sbi icici axis kotak nbfc");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Houses = WordSet.Of("spend spending budget board management company employer office boss cfo ceo directors trustees committee husband wife father parents");

    /// <summary>"I currently pay 40k rent"</summary>
    public static bool IsRent(Scan scan, int start) =>
        (scan.IsWord(start - 1, "pay") && (scan.IsWord(start - 2, "i") || scan.IsWord(start - 2, "we") || scan.IsWord(start - 2, "currently") || scan.IsWord(start - 2, "and"))) || scan.IsWord(start - 1, "paying") || scan.IsWord(start - 2, "paying");

    // "3 lakhs a year is what we pay Zoho"
    private static bool IsToldBehind(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 5); i++)
        {
            if (scan.IsWord(i, "what") && (scan.IsWord(i - 1, "is") || scan.IsWord(i - 1, "was")) && (scan.IsWord(i + 2, "pay") || scan.IsWord(i + 2, "spend") || scan.IsWord(i + 2, "earn") || scan.IsWord(i + 2, "make") || scan.IsWord(i + 2, "paid") || scan.IsWord(i + 2, "spent") || Lending.IsIn(scan, i + 1, i + 5)))
                return true;
        }

        return false;
    }

    // "900k is what the bank gives"
    private static readonly PhraseTable<bool> Lending = new((true, "bank|lender|hdfc|sbi|icici|they|he gives|gave|lends|offers|offered|approved|sanctioned"));

    // "18,000 on the previous vendor"
    private static bool IsOnOther(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 5); i++)
        {
            if ((scan.IsWord(i, "previous") || scan.IsWord(i, "last") || scan.IsWord(i, "old") || scan.IsWord(i, "current") || scan.IsWord(i, "existing") || scan.IsWord(i, "present")) && i + 1 < scan.Tokens.Length && Suppliers.Contains(scan.WordAt(i + 1)))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Suppliers = WordSet.Of("vendor supplier tool provider system roaster crm software agency subscription plan");

    // "current rent 40k", "my present bill is 2000"
    private static bool IsCurrent(Scan scan, int start)
    {
        for (var i = start - 1; i > 0 && i >= start - 4; i--)
        {
            if ((scan.IsWord(i - 1, "current") || scan.IsWord(i - 1, "present") || scan.IsWord(i - 1, "existing") || scan.IsWord(i - 1, "old")) && Bills.Contains(scan.WordAt(i)))
                return true;
        }

        return false;
    }

    // "My rent is 85k now"; "my rent should be 85k" is a wish.
    private static bool IsOurRent(Scan scan, int start)
    {
        var at = start - 1;
        while (at > 0 && Is.Contains(scan.WordAt(at)))
            at--;
        return scan.Playbook.HasInventory && scan.IsWord(at, "rent") && at < start - 1 && (scan.IsWord(at - 1, "my") || scan.IsWord(at - 1, "our"));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Is = WordSet.Of("is has been already now currently today here alone about around at almost nearly");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Bills = WordSet.Of("rent bill bills spend spending cost costs payment subscription plan price fee fees supplier vendor");

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
