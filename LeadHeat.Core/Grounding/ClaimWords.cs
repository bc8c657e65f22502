namespace LeadHeat.Core.Grounding;

/// <summary>The words that make claims. A phrase is looked for at the beginning of a word, so a stem finds its forms.</summary>
internal static class ClaimWords
{
    public static readonly PhraseList Urgency = new(
        "hurry", "act now", "act fast", "act quickly", "selling fast", "sell fast", "sells fast", "selling quickly", "going fast", "go fast", "goes fast", "moving fast", "won't last", "last chance",
        "last one", "last unit", "last few", "only a few", "few left", "units left", "homes left", "limited time", "limited availab", "limited number", "limited slot", "limited stock", "high demand",
        "in demand", "ending soon", "ends soon", "filling up", "fills up", "running out", "before it's gone", "before it is gone", "before they're gone", "don't miss", "do not miss", "other buyers",
        "several buyers", "someone else is", "another buyer", "almost gone", "nearly sold out", "price is going up", "prices are rising", "prices will rise", "prices are going up");

    public static readonly PhraseList Discount = new(
        "discount", "special offer", "special price", "special rate", "limited offer", "price cut", "price drop", "reduced price", "cashback", "cash back",
        "waive", "waiver", "free of charge", "for free", "complimentary", "no commission", "zero commission", "best price", "lower the price", "reduce the price", "price reduction", "voucher", "bonus");

    public static readonly PhraseList Availability = new(
        "available", "availability", "in stock", "out of stock", "sold out", "still open", "ready to move", "vacant", "on the market", "off the market", "unsold", "free slot", "reserved for you");

    public static readonly PhraseList Amenities = new(
        "pool", "gym", "parking", "balcon", "garden", "terrace", "sea view", "lake view", "city view", "golf view", "park view", "clubhouse", "club house", "metro", "school", "hospital", "mall",
        "supermarket", "beach", "lift", "elevator", "generator", "power backup", "power back-up", "concierge", "security guard", "gated", "furnished", "pet friendly", "pet-friendly", "pets allowed",
        "playground", "tennis", "jogging", "sauna", "spa", "maid's room", "maid room", "study room", "wifi", "wi-fi", "internet", "air condition", "solar", "ev charg", "modular kitchen");

    public static readonly PhraseList Dates = new(
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight", "this weekend", "next weekend", "next week", "next month", "this afternoon", "this evening",
        "this morning", "january", "february", "april", "june", "july", "august", "september", "october", "november", "december");

    /// <summary>What is counted where a number stands in letters before it; "one thing" is none.</summary>
    public static readonly string[] Counted =
    [
        "unit", "home", "apartment", "flat", "villa", "house", "plot", "option", "propert", "listing", "left", "bed", "bath", "day", "week", "month", "year", "hour", "minute", "seat", "user", "kilo", "kg", "cup",
    ];

    /// <summary>Sentences that only ask, refuse or leave open claim nothing of this kind.</summary>
    public static readonly PhraseList Modest = new(
        "not ", "n't", "n’t", "cannot", "no ", "never", "unable", "whether", "if ", "depends", "check", "confirm", "find out", "ask", "let me know", "a colleague", "the team", "rather than", "instead of");

    /// <summary>The first of the phrases that stands in a text, at the beginning of a word.</summary>
    public static (string Phrase, int At)? FirstIn(ReadOnlySpan<char> text, PhraseList phrases)
    {
        if (!phrases.MayBeIn(text))
            return null;
        foreach (var phrase in phrases.All)
        {
            if (PlaceIn(text, phrase) is { } at)
                return (phrase, at);
        }

        return null;
    }

    /// <summary>Where a phrase stands in a text, at the beginning of a word.</summary>
    public static int? PlaceIn(ReadOnlySpan<char> text, string phrase)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            at += from;
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetter(phrase[0]) || phrase == "n't")
                return at;
            from = at + 1;
        }

        return null;
    }
}
