namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that are asked about or shown: <c>is the 1.8 Cr one still there?</c>, <c>why is it 2 cr?</c>, <c>the one on your site for 1.3M</c>, <c>don't send me the 80L ones</c>.</summary>
internal static class MoneyAsked
{
    // "Is the 1.8 Cr one still there?", "why is it 2 cr?", "the one at 1.8 cr, is it ready?"
    public static bool IsIt(Scan scan, in Price price) =>
        (scan.Cues.HasFlag(Cues.Question) && !price.Before.Money && price.Kind == KeyKind.None && (AsksWhy(scan, price.Start) || IsPriced(scan, price.Start) || IsSubject(scan, price) || IsGuess(scan, price) || IsSaid(scan, price) || IsStill(scan, price.Start))) ||
        IsOffer(scan, price) || IsBare(scan, price.Start) || IsExample(scan, price.Start) && !MoneyInstalment.IsMost(scan, price) || IsUnwanted(scan, price) || IsListed(scan, price) || IsThreshold(scan, price) ||
        (price.Kind == KeyKind.None && Pointing.Contains(scan.WordAt(Math.Max(0, price.Start - 1))) && IsThing(scan, price)) || (scan.Cues.HasFlag(Cues.Question) && !scan.Cues.HasFlag(Cues.Search) && WalaHere.At(scan, price.End) is not null);

    // "Would they take 4m?" asks what is let go for it.
    private static bool IsOffer(Scan scan, in Price price)
    {
        for (var at = Math.Max(0, price.Before.Edge - 6); scan.Cues.HasFlag(Cues.Question) && at < price.Before.Edge; at++)
        {
            if (Offers.At(scan, at) is var (_, end) && end == price.Before.Edge)
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> Offers = new((true,
        "they|owner|seller|developer|builder|landlord|he|she take|accept|consider|agree; they|owner|seller|developer|builder|landlord|he|she settle|go|agree|sell|let for|to|at|on; they|owner|seller|developer|builder|landlord|he|she go|come down to; let it go for"));

    // "the 1.8 cr one", "that 80 lakh 2bhk", "your 1.2M unit"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointing = WordSet.Of("the that this those these your ur");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Things = WordSet.Of("one ones flat flats unit units villa villas apartment apartments property properties listing listings option options home homes house houses plot plots townhouse penthouse studio machine machines plan plans package packages");

    private static bool IsThing(Scan scan, in Price price)
    {
        var at = price.End;
        while (at < price.End + 2 && at < scan.Tokens.Length && (scan.Tokens[at].Kind == TokenKind.Number || scan.Is(at, KeyKind.Bed)))
            at++;
        return at < scan.Tokens.Length && (Things.Contains(scan.WordAt(at)) || (at > price.End && scan.Is(at - 1, KeyKind.Bed)));
    }

    // "1.8 cr wala abhi bhi hai kya?"
    private static readonly PhraseTable<bool> WalaHere = new((true, "wala|wali|wale abhi; wala|wali|wale available|gaya|gayi|bika|bik; wala|wali|wale flat|ghar|unit|plot|villa abhi|available|gaya|gayi|bika|bik"));

    // "Is it hundreds or thousands?"
    private static bool IsBare(Scan scan, int start) => scan.IsWord(start, "hundreds") || scan.IsWord(start, "thousands") || scan.IsWord(start, "millions") || scan.IsWord(start, "crores") || scan.IsWord(start, "lakhs");

    // "Why is the 1 bed on ur site 1.3M and the same one upstairs 1.7M?": as far as the question goes.
    private static bool AsksWhy(Scan scan, int start)
    {
        for (var i = start - 1; i >= 0 && !scan.IsSign(i, '?') && !scan.IsSign(i, '.'); i--)
        {
            if (scan.IsWord(i, "why"))
                return true;
        }
        return false;
    }

    // "Don't send me the 80L 90L ones", "stop showing 2 cr flats"
    private static bool IsUnwanted(Scan scan, in Price price)
    {
        if (price.Kind != KeyKind.None || price.Before.Money)
            return false;
        for (var i = price.Start - 1; i >= 0 && i >= price.Start - 9 && scan.Tokens[i].Kind != TokenKind.Symbol; i--)
        {
            if (Showing.Contains(scan.WordAt(i)))
                return scan.Is(i - 1, KeyKind.Not) || scan.Is(i - 2, KeyKind.Not) || scan.IsWord(i - 1, "stop");
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Showing = WordSet.Of("send sending show showing share sharing forward forwarding suggest suggesting give bring recommend offer");

    // "the 1 bed on your site is 1.3M", "saw it at 2 cr in your ad"
    private static bool IsListed(Scan scan, in Price price) => Saying.IsIn(scan, price.Before.Edge - 3, price.Before.Edge) || price.Kind == KeyKind.None && !price.Before.Money && (OnYours(scan, Math.Max(0, price.Start - 6), price.Start) || OnYours(scan, price.End, price.End + 4));

    private static bool OnYours(Scan scan, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (i < scan.Tokens.Length && scan.Tokens[i].Kind == TokenKind.Symbol)
                to = i;
        }
        return from < to && Shown.IsIn(scan, from, to);
    }

    private static readonly PhraseTable<bool> Saying = new((true, "site|website|page|portal|listing|ad|advert|brochure|app|hoarding|flyer|board says|said|shows|showed|mentions|quotes"));

    private static readonly PhraseTable<bool> Shown = new((true, "on|in|from your|ur|the|that site|website|page|portal|listing|ad|advert|advertisement|brochure|instagram|insta|app|hoarding|flyer"));

    // "Do I get the golden visa from 2 million?"
    private static bool IsThreshold(Scan scan, in Price price)
    {
        for (var i = Math.Max(0, price.Before.Edge - 5); scan.Cues.HasFlag(Cues.Question) && !price.Before.Money && i < Math.Min(scan.Tokens.Length, price.End + 6); i++)
        {
            if ((scan.IsWord(i, "visa") || scan.IsWord(i, "residency") || scan.IsWord(i, "citizenship")) && !scan.Cues.HasFlag(Cues.Search))
                return true;
        }
        return false;
    }

    // "the 2 BHK at 1.35 Cr"
    private static bool IsPriced(Scan scan, int start)
    {
        if (!scan.IsWord(start - 1, "at") && !scan.IsWord(start - 1, "for"))
            return false;
        for (var i = Math.Max(0, start - 7); i < start - 1; i++)
        {
            if (scan.IsWord(i, "the") || scan.IsWord(i, "that") || scan.IsWord(i, "this"))
                return scan.IsWord(start - 1, "at");
        }
        return false;
    }

    // "How much stamp duty on a flat of 2 crore?", "what EMI for 80 lakhs?": fees of such a price are asked for.
    private static bool IsExample(Scan scan, int start)
    {
        if (!(scan.IsWord(0, "how") || scan.IsWord(0, "what") || scan.IsWord(0, "whats") || scan.IsWord(0, "what's")))
            return false;
        for (var i = Math.Max(1, start - 12); i < start; i++)
        {
            if (Fees.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fees = WordSet.Of("duty fee fees tax taxes gst tds emi emis registration commission brokerage charges vat interest premium");

    // "What would a villa cost? 4 million? 5?"
    private static bool IsGuess(Scan scan, in Price price) => (scan.Cues.HasFlag(Cues.Price) || OfToken(scan, price.Start)) && scan.IsSign(price.End, '?') && price.Start > 0 && scan.Tokens[price.Start - 1].Kind == TokenKind.Symbol;

    // "What's the token to block a unit? 2 lakh?"
    private static bool OfToken(Scan scan, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 12; i--)
        {
            if (scan.IsWord(i, "token") || scan.IsWord(i, "booking") || scan.IsWord(i, "deposit") || scan.IsWord(i, "advance") || Fees.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }

    // "Is the 89 lakhs on the hoarding with GST?"
    private static bool IsSaid(Scan scan, in Price price) => scan.IsWord(price.Start - 1, "the") && (scan.IsWord(price.Start - 2, "is") || scan.IsWord(price.Start - 2, "does") || scan.IsWord(price.Start - 2, "was") || scan.IsWord(price.Start - 2, "are"));

    // "Is the starter plan still $49?"
    private static bool IsStill(Scan scan, int start) => (scan.IsWord(start - 1, "still") || ((scan.IsWord(start - 1, "at") || scan.IsWord(start - 1, "for")) && scan.IsWord(start - 2, "still"))) && (scan.IsWord(0, "is") || scan.IsWord(0, "are") || scan.IsWord(0, "does"));

    // "Is 1.2 crore the total?"; but "is 80 lakhs enough?"
    private static bool IsSubject(Scan scan, in Price price)
    {
        if ((!scan.IsWord(price.Start - 1, "is") && !scan.IsWord(price.Start - 1, "are")) || (price.Start > 1 && scan.Tokens[price.Start - 2].Kind == TokenKind.Word))
            return false;
        for (var i = price.End; i < scan.Tokens.Length; i++)
        {
            if (Suffices.Contains(scan.WordAt(i)))
                return false;
        }
        return true;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffices = WordSet.Of("enough sufficient ok okay possible doable fine realistic workable reasonable");
}
