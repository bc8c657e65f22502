namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that others want, that are a part of a price, or a difference: <c>he wants 2 crore for his flat</c>, <c>20 lakhs now, rest loan</c>, <c>5 lakh extra</c>.</summary>
internal static class MoneyBeside
{
    public static bool IsIt(Scan scan, in Price price) => IsAnothers(scan, price) || IsDifference(scan, price) || IsPart(scan, price);

    // "he wants 2 crore for his flat", "the flat we saw was 1.9 cr", "I own a 1.5 cr flat", "our machine cost 4 lakh", "we sell a cappuccino for 180 rupees"
    private static bool IsAnothers(Scan scan, in Price price)
    {
        var edge = price.Before.Edge;
        if (!price.Before.Money && price.Kind == KeyKind.None && (scan.IsWord(edge - 1, "was") || scan.IsWord(edge - 1, "were")))
            return true;
        if (scan.Is(edge - 1, KeyKind.Article) && (scan.IsWord(edge - 2, "own") || scan.IsWord(edge - 2, "owns")) || (scan.IsWord(edge - 1, "wants") || scan.IsWord(edge - 1, "demands") || scan.IsWord(edge - 1, "expects") || scan.IsWord(edge - 1, "want")) && edge > 1 && Owners.Contains(scan.WordAt(edge - 2)))
            return true;
        // "the registered value is 65 lakhs"
        if ((scan.IsWord(price.Start - 1, "is") || scan.IsWord(price.Start - 1, "of")) && (scan.IsWord(price.Start - 2, "value") || scan.IsWord(price.Start - 2, "valuation")))
            return true;
        if (IsGot(scan, price) || IsCostNow(scan, price) || IsOfCup(scan, price))
            return true;
        for (var i = price.Start - 1; i >= 0 && i >= price.Start - 6 && scan.Tokens[i].Kind != TokenKind.Symbol && !scan.IsWord(i, "but") && !scan.IsWord(i, "so"); i--)
        {
            if (scan.IsWord(i, "sell") || scan.IsWord(i, "sells") || scan.IsWord(i, "charge") || (scan.IsWord(i, "cost") && i > 1 && (scan.IsWord(i - 2, "our") || scan.IsWord(i - 2, "my") || scan.IsWord(i - 1, "it")) && !scan.IsWord(i - 1, "total")))
                return true;
            if (scan.IsWord(i, "rent") && (!scan.Playbook.HasInventory && !IsHired(scan, i) || scan.IsWord(i + 1, "here") || (scan.IsWord(i + 1, "is") && scan.IsWord(price.End, "now"))))
                return true;
            // "the bank gave 65 lakhs", "40 lakhs own money"
            if (scan.IsWord(i, "take") && scan.IsWord(i + 1, "home") || (scan.IsWord(i, "cost") && i == price.Start - 1 && price.Kind == KeyKind.None && i > 0 && !Asked.Contains(scan.WordAt(i - 1))))
                return true;
            if (scan.IsWord(i, "quoted") || scan.IsWord(i, "last") && scan.IsWord(i + 1, "price"))
                return true;
        }
        return false;
    }

    // "we want the machine on rent", "we'd rent the grinder": what is hired from us, and not what the shop costs.
    private static bool IsHired(Scan scan, int rent) =>
        rent > 0 && Hiring.Contains(scan.WordAt(rent - 1)) || scan.IsWord(rent + 1, "the") || scan.Is(rent + 1, KeyKind.Article) || scan.IsWord(rent + 1, "it") || scan.IsWord(rent + 1, "one") || scan.IsWord(rent + 1, "machine");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hiring = WordSet.Of("on to we i we'd we’d i'd i’d would could can rather");

    // "they cost us $31k a year"; "it should cost us 20k" is a wish.
    private static bool IsCostNow(Scan scan, in Price price)
    {
        var at = scan.IsWord(price.Start - 1, "us") || scan.IsWord(price.Start - 1, "me") ? price.Start - 2 : price.Before.Edge - 2;
        return price.Kind == KeyKind.None && at > 0 && (scan.IsWord(at + 1, "us") || scan.IsWord(at + 1, "me")) && Costing.Contains(scan.WordAt(at)) && !Asked.Contains(scan.WordAt(at - 1));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Costing = WordSet.Of("cost costs costing charge charges charging bill bills billing");

    // "180 for a cappuccino", "our latte is 250"
    private const string Cups = "cappuccino|cappuccinos|latte|lattes|espresso|espressos|americano|americanos|mocha|mochas|cortado|macchiato|coffee|coffees|chai|tea|cup|kaapi|kapi|brew|white|shot";
    private static readonly PhraseTable<bool> Drinks = new((true, $"for|per|a|an|each a|an|one|each|every {Cups}; for|per|a|an|each {Cups}; for|per a|an|one|each flat|cold|filter|small|large|regular {Cups}; a|an|per|each flat|cold|filter|small|large|regular {Cups}; ka|ki ek {Cups}"));
    private static readonly PhraseTable<bool> OfDrink = new((true, $"{Cups} is|are|at|for|costs|cost|sells|goes"));

    private const decimal MostForCup = 2_000;

    private static bool IsOfCup(Scan scan, in Price price) =>
        !scan.Playbook.HasInventory && price.Most <= MostForCup && MoneyPeriod.Of(scan, price).Period is null && (Drinks.At(scan, price.End) is not null || IsOfDrink(scan, price.Before.Edge));

    private static bool IsOfDrink(Scan scan, int edge)
    {
        for (var at = edge - 4; at < edge; at++)
        {
            if (at >= 0 && OfDrink.At(scan, at) is var (_, end) && (end == edge || (end + 1 == edge && (scan.IsWord(end, "for") || scan.IsWord(end, "at")))) && IsOwn(scan, at - 1))
                return true;
        }
        return false;
    }

    private static bool IsOwn(Scan scan, int at) => scan.IsWord(at, "our") || scan.IsWord(at, "my") || scan.Is(at, KeyKind.Article) || scan.IsWord(at - 1, "our") || scan.IsWord(at - 1, "my");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Owners = WordSet.Of("he she they owner seller builder landlord broker agent developer");

    // "our neighbour got 2.2 crore for his", "my friend paid 90 lakhs", "they made 3 crore on it"
    private static bool IsGot(Scan scan, in Price price)
    {
        var verb = price.Before.Edge - 1;
        if (price.Before.Money || verb < 1 || !Got.Contains(scan.WordAt(verb)))
            return false;
        for (var i = verb - 1; i >= 0 && i >= verb - 4 && scan.Tokens[i].Kind == TokenKind.Word && !scan.IsWord(i, "i") && !scan.IsWord(i, "we"); i--)
        {
            if (Kin.Contains(scan.WordAt(i)) || Owners.Contains(scan.WordAt(i)))
                return true;
        }
        return scan.IsWord(price.End, "for") && price.End + 1 < scan.Tokens.Length && Theirs.Contains(scan.WordAt(price.End + 1));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Got = WordSet.Of("got gets pay paid pays made fetched received asked demanded offered spent charged");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Kin = WordSet.Of("neighbour neighbours neighbor neighbors friend friends cousin cousins colleague colleagues uncle aunt somebody someone people others everybody tenant tenants customer customers guest guests client clients visitors regulars");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Theirs = WordSet.Of("his hers theirs ours mine");

    // "Down payment I can do 20 lakhs now, rest loan"
    private static bool IsPart(Scan scan, in Price price)
    {
        for (var i = price.Start - 1; i >= 0 && i >= price.Start - 7 && scan.Tokens[i].Kind == TokenKind.Word && !scan.IsWord(i, "budget") && !scan.IsWord(i, "but") && !scan.IsWord(i, "and"); i--)
        {
            if (scan.IsWord(i, "down") && scan.IsWord(i - 1, "put") || scan.IsWord(i, "payment") && scan.IsWord(i - 1, "down") || scan.IsWord(i, "downpayment") || scan.IsWord(i, "emi") || scan.IsWord(i, "deposit"))
                return true;
        }
        for (var i = price.End; i < Math.Min(scan.Tokens.Length, price.End + 7); i++)
        {
            if ((scan.IsWord(i, "rest") || scan.IsWord(i, "balance") || scan.IsWord(i, "remaining") || scan.IsWord(i, "baaki")) && NearLoan(scan, i))
                return true;
        }
        return false;
    }

    private static bool NearLoan(Scan scan, int at)
    {
        for (var i = at; i < Math.Min(scan.Tokens.Length, at + 7); i++)
        {
            if (scan.IsWord(i, "loan") || scan.IsWord(i, "mortgage") || scan.IsWord(i, "bank") || scan.IsWord(i, "emi") || scan.IsWord(i, "finance") || scan.IsWord(i, "instalments") || scan.IsWord(i, "installments"))
                return true;
        }
        return false;
    }

    // "should cost 80 lakhs" wishes; "the machine we have cost 3.8 lakh" and "does it still cost 1150?" do not.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asked = WordSet.Of("should must can could would may to not total overall max maximum shouldn't shouldnt can't cant cannot mustn't my our the a flat property house home villa apartment");

    // "10 lakhs more", "5 lakh extra", "reduce 5 lakhs"
    private static bool IsDifference(Scan scan, in Price price) => !scan.Is(price.Start - 1, KeyKind.Not) && IsMore(scan, price);

    private static bool IsMore(Scan scan, in Price price) =>
        (scan.IsWord(price.End, "own") && scan.IsWord(price.End + 1, "money")) || (scan.IsWord(price.End, "each") && !scan.Is(price.End + 1, KeyKind.TimeUnit)) || scan.IsWord(price.End, "extra") || scan.IsWord(price.End, "additional") || (scan.IsWord(price.End, "more") && !scan.IsWord(price.End + 1, "or"))
        || (price.Before.Edge > 0 && Lowering.Contains(scan.WordAt(price.Before.Edge - 1)));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lowering = WordSet.Of("reduce decrease cut knock waive deduct");
}
