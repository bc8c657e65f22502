namespace LeadHeat.Core.Understanding;

/// <summary>Knows the days of a call, a visit or an offer, also where a date to move was asked for: <c>call me tomorrow at 5pm</c>, <c>any offer this month?</c></summary>
internal static class TimeOfDates
{
    private const int Reach = 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of(
        "move moving shift shifting open opening live living need want buy buying possession launch start starting settle occupy");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Offers = WordSet.Of(
        "offer offers discount discounts deal deals scheme schemes promotion promotions promo cashback price prices rate rates market rents");

    private static readonly PhraseTable<bool> Calls = new((true, "call|ring|phone|contact|whatsapp|message|text|mail|email|ping me|us; give me|us a call|ring; get a call; call back"));

    public static bool IsIt(Scan scan, int start, When when)
    {
        if (Calls.IsIn(scan, start, when.Start))
            return true;
        if (scan.Cues.HasFlag(Cues.Question) && !Any(scan, start, when.Start, Selves) && Any(scan, start, when.Start, Offers))
            return true;
        return when.Max is <= 1 && !Any(scan, 0, scan.Tokens.Length, Moves) && ((scan.Cues & (Cues.Visit | Cues.Callback)) != 0 || HasHour(scan, when.Start - Reach, when.End + Reach));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we us my our");

    // "11am", "5:30 pm", "at 5 o'clock": nobody moves in by the hour.
    private static bool HasHour(Scan scan, int from, int to)
    {
        for (var at = Math.Max(0, from); at < Math.Min(to, scan.Tokens.Length); at++)
        {
            if (scan.Tokens[at].Kind == TokenKind.Number && scan.Tokens[at].Number is >= 1 and <= 59 && (scan.IsWord(at + 1, "am") || scan.IsWord(at + 1, "pm") || scan.IsWord(at + 1, "o'clock") || scan.IsWord(at + 1, "oclock") || scan.IsWord(at + 1, "baje")))
                return true;
        }
        return false;
    }

    private static bool Any(Scan scan, int from, int to, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        for (var at = from; at < Math.Min(to, scan.Tokens.Length); at++)
        {
            if (words.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }
}
