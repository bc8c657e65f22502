namespace LeadHeat.Core.Understanding;

/// <summary>Tells an objection to the price (<c>too much for us</c>, <c>the price is too high</c>) from too much of something else: noise, stairs, paperwork.</summary>
internal static class TooMuch
{
    private static readonly PhraseTable<bool> Doubtful = new((true, "too much|high"));

    // What may stand behind "too much" that speaks of money, or of nothing.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Money = WordSet.Of(
        "money price prices cost costs rate rates rent fee fees charge charges expense emi budget for to it that this i we you u they man bro yaar hai h na bhai sir madam then now already honestly really and but so because as if per a an the here is lol ya no not can could is compared right or even habibi baba far typing");

    private static readonly PhraseTable<bool> Use = new((true,
        "to|for clean|reach|climb|carry|walk|my|our|her|his mother|father|parents|mom|mum|dad|kids|children|wife|husband|grandmother|grandfather; to clean|reach|climb|carry|walk|look"));

    // "The ceiling is too high", "that floor is too high"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Heights = WordSet.Of("floor floors ceiling ceilings step steps stairs balcony building tower shelf shelves counter wall walls machine");

    /// <summary>Takes back the objection where all that speaks for it is of something else.</summary>
    public static void Drop(Scan scan)
    {
        var found = scan.Signals.FindAll(signal => signal.Cue == Cues.Expensive);
        if (found.Count == 0 || !found.TrueForAll(signal => IsOfSomethingElse(scan, scan.TokenAt(signal.Span.Start), scan.TokenAt(signal.Span.End))))
            return;
        scan.Cues &= ~Cues.Expensive;
        scan.Signals.RemoveAll(signal => signal.Cue == Cues.Expensive);
    }

    private static bool IsOfSomethingElse(Scan scan, int first, int end)
    {
        if (Doubtful.At(scan, first) is null)
            return false;
        if (Use.At(scan, end) is not null)
            return true;
        if (scan.IsWord(end - 1, "high"))
            return Enumerable.Range(Math.Max(0, first - 3), Math.Min(3, first)).Any(at => Heights.Contains(scan.WordAt(at)));
        return end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !Money.Contains(scan.WordAt(end));
    }
}
