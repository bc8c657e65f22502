namespace LeadHeat.Core.Understanding;

/// <summary>Knows what was got or is asked for something that is sold: <c>my neighbour just sold his for 1.4 cr</c>, <c>want to sell my flat, expecting 1.1 crore</c>.</summary>
internal static class MoneySold
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deals = WordSet.Of("sold bought got purchased booked closed took saw seen listed advertised");

    // "The website brought us 40k dollars of orders"
    private static readonly PhraseTable<bool> Earned = new((true, "brought|brings|bringing|earned|earns|made|makes|generated|generates us|me|in"));
    private static readonly PhraseTable<bool> Going = new((true, "is|are going for|at"));
    private static readonly PhraseTable<bool> Worth = new((true, "of orders|business|revenue|turnover|sales|bookings; in orders|revenue|sales; worth of orders|business|bookings|sales"));

    public static bool IsIt(Scan scan, in Price price)
    {
        if (price.Before.Money || IsAll(scan, price.End))
            return false;
        if (Earned.IsIn(scan, price.Start - 4, price.Start) || Worth.At(scan, price.End) is not null || Going.IsIn(scan, price.Start - 4, price.Start))
            return true;
        if (IsAside(scan, price))
            return true;
        var joined = scan.IsWord(price.Before.Edge - 1, "for") || scan.IsWord(price.Before.Edge - 1, "at") || scan.IsWord(price.Start - 1, "for") || scan.IsWord(price.Start - 1, "at");
        for (var i = price.Start - 1; i >= 0 && i >= price.Start - 14 && !scan.IsSign(i, '.') && !scan.IsWord(i, "but") && !scan.IsWord(i, "so") && !scan.IsWord(i, "budget"); i--)
        {
            // "I've got 80 lakhs", "we sold, so for the new one 1.5"
            if (joined && price.Start - i <= 9 && Deals.Contains(scan.WordAt(i)) && !IsOver(scan, i, price.Start) && !(scan.IsWord(i, "got") && price.Start - i <= 2))
                return true;
            if ((scan.IsWord(i, "sell") || scan.IsWord(i, "selling")) && (scan.IsWord(i + 1, "my") || scan.IsWord(i + 1, "our")) && !Buys(scan, i, price.Start))
                return true;
        }
        return false;
    }

    // "I bought in Business Bay through your office in March, 1.9 million, and …": what it cost, between commas.
    private static bool IsAside(Scan scan, in Price price)
    {
        if (price.Kind != KeyKind.None || !scan.IsSign(price.Start - 1, ',') || (price.End < scan.Tokens.Length && scan.Tokens[price.End].Kind != TokenKind.Symbol))
            return false;
        for (var i = price.Start - 2; i > 0 && !Clauses.EndsSentence(scan, i) && !Opens.Contains(scan.WordAt(i)); i--)
        {
            if (Deals.Contains(scan.WordAt(i)) && Selves.Contains(scan.WordAt(i - 1)))
                return !Buys(scan, i, price.Start);
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Opens = WordSet.Of("but so now and budget");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we have had just already i've we've i’ve we’ve ive weve only recently");

    // "We sold up for 410,000 and that is the whole pot"; not "that is for my sons"
    public static bool IsAll(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 4); i++)
        {
            if (scan.IsWord(i, "that's") || scan.IsWord(i, "that’s") || scan.IsWord(i, "thats") || (scan.IsWord(i, "that") && scan.IsWord(i + 1, "is")))
                return !scan.IsWord(i + 2, "for") && !scan.IsWord(i + 1, "for");
        }
        return IsCalled(scan, end);
    }

    // "We sold our place for 1.9 cr, took us ages … That's our budget": the last amount before such words.
    private static bool IsCalled(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length && !scan.Is(i, KeyKind.Scale) && !scan.Is(i, KeyKind.Currency); i++)
        {
            if (Called.At(scan, i) is not null)
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> Called = new((true,
        "that's|that’s|thats|it's|it’s|its|this|that my|our|the|all|basically budget|limit|pot|lot|there; that|this|it is my|our|the|also|basically budget|limit|pot; that|this|it is my|our|the whole|entire|full|total budget|pot; that's|that’s|thats my|our|the whole|entire|full|total budget|pot; "
        + "all|whole of it|this|that goes into|for|towards; goes fully|straight|entirely into; wahi|vahi budget; wahi|vahi mera|hamara|humara budget"));

    private static bool IsOver(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scan.IsSign(i, ',') || scan.IsSign(i, ';') || scan.IsWord(i, "and"))
                return true;
        }
        return false;
    }

    private static bool Buys(Scan scan, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scan.IsWord(i, "buy") || scan.IsWord(i, "new") || scan.IsWord(i, "another") || scan.IsWord(i, "want") || scan.IsWord(i, "need") || scan.IsWord(i, "looking") || scan.IsWord(i, "have") || scan.IsWord(i, "spend") || scan.IsWord(i, "invest"))
                return true;
        }
        return false;
    }
}
