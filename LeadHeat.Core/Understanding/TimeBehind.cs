namespace LeadHeat.Core.Understanding;

/// <summary>Reads what is said of a time behind it: <c>… and that's when I'd move</c>, <c>…, not earlier</c>, <c>… so before then</c>, <c>… right after that</c>.</summary>
internal static class TimeBehind
{
    // "I'm retiring in 2029 and that's when I'd move"
    public static bool IsThatTime(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 5); i++)
        {
            if (scan.IsWord(i, "when") && (scan.IsWord(i - 1, "that's") || scan.IsWord(i - 1, "thats") || scan.IsWord(i - 1, "that’s") || (scan.IsWord(i - 1, "is") && scan.IsWord(i - 2, "that"))))
                return true;
        }
        return false;
    }

    // "My gratuity is paid out in 18 months and that is when I will buy"; not "… and that is when I lost interest"
    public static bool IsWhenWished(Scan scan, int end) => IsThatTime(scan, end) && WhenWished.IsIn(scan, end, end + 5);

    private static readonly PhraseTable<bool> WhenWished = new((true,
        "when i|we want|need|buy|move|shift|start|open|switch|sign; when i|we will|would|can|could|should|shall|plan|want|need to|buy|move|shift|start|open|switch|sign; when i'll|we'll|i’ll|we’ll|i'd|we'd|i’d|we’d buy|move|shift|start|open|switch|sign|like|want|need"));

    public static bool IsThen(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 8); i++)
        {
            if (scan.IsWord(i, "then") && (scan.IsWord(i - 1, "move") || scan.IsWord(i - 1, "shift") || scan.IsWord(i - 1, "come") || scan.IsWord(i - 1, "buy") || scan.IsWord(i - 1, "start") || scan.IsWord(i - 1, "open")))
                return true;
        }
        return false;
    }

    // "our contract lapses in five months, can't switch earlier"
    public static bool IsNotEarlier(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 12) && !scan.IsSign(i, '.'); i++)
        {
            if ((scan.IsWord(i, "earlier") || scan.IsWord(i, "sooner") || IsBeforeIt(scan, i))
                && i > end && (IsBeforeIt(scan, i) && TimeGloss.IsDenied(scan, i) || scan.Is(i - 1, KeyKind.Not) || scan.Is(i - 2, KeyKind.Not) || scan.Is(i - 3, KeyKind.Not)))
                return true;
        }
        return false;
    }

    private static bool IsBeforeIt(Scan scan, int at) => scan.IsWord(at, "before") && (scan.IsWord(at + 1, "that") || scan.IsWord(at + 1, "then"));

    // "End of the quarter would've been nice but realistically in May"
    public static bool IsOff(Scan scan, int end) => Off.At(scan, end) is not null;

    private static readonly PhraseTable<bool> Off = new((true, "would've|would’ve|wouldve|could've|could’ve|should've|should’ve been; would|could|should have|of been; was|were the|our|my plan|idea|hope|target; was planned|hoped|intended|not|too; too far|late|long; is|are|would|will be too far|late|long; is|are too far|late|long"));

    // "… and would love to have the keys that very day"; not "call me the same day"
    public static bool IsOnThatDay(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 25) && !Clauses.EndsSentence(scan, i); i++)
        {
            if (SameDay.At(scan, i) is null)
                continue;
            var wished = false;
            for (var at = end; at < i; at++)
            {
                if (Meetings.Contains(scan.WordAt(at)))
                    return false;
                wished |= Wishing.Contains(scan.WordAt(at));
            }
            return wished;
        }
        return false;
    }

    private static readonly PhraseTable<bool> SameDay = new((true, "that|the very|same day|week|month; that day|week|month itself; on that day; usi|ussi din|hafte|mahine"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("want need love like hope must should possession keys key move shift open start chahiye");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Meetings = WordSet.Of("call ring message meet meeting visit see viewing view whatsapp talk answer reply look");

    // "My visa comes in February and I move right after that"
    public static bool IsAfterThat(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 9) && !scan.IsSign(i, '.'); i++)
        {
            // "By August, because after that everybody is back at a desk"
            if (scan.IsWord(i, "after") && !Because.Contains(scan.WordAt(i - 1)) && !scan.IsWord(i - 1, "call") && !scan.IsWord(i - 1, "me") && !scan.IsWord(i - 1, "talk") && !scan.IsWord(i - 1, "contact") && (scan.IsWord(i + 1, "that") || scan.IsWord(i + 1, "then") || (scan.IsWord(i - 1, "right") || scan.IsWord(i - 1, "soon") || scan.IsWord(i - 1, "immediately") || scan.IsWord(i - 1, "only")) && i + 1 >= scan.Tokens.Length)
                || (scan.IsWord(i, "uske") && scan.IsWord(i + 1, "baad")) || (scan.IsWord(i, "only") && scan.IsWord(i + 1, "then") && !Because.Contains(scan.WordAt(i - 1))))
                return true;
        }
        return false;
    }

    /// <summary>Whether it is said to be the last that can be, and what happens behind it is another thing: "6 months max, after that my visa changes".</summary>
    public static bool IsLast(Scan scan, When when)
    {
        if (scan.IsWord(when.End - 1, "max") || scan.IsWord(when.End - 1, "maximum") || scan.IsWord(when.End - 1, "tops") || scan.IsWord(when.End - 1, "latest") || scan.IsWord(when.End - 1, "most"))
            return true;
        var bounded = scan.IsWord(when.Start - 1, "than") && scan.IsWord(when.Start - 2, "later") || scan.IsWord(when.Start, "no") && scan.IsWord(when.Start + 1, "later");
        for (var i = when.Start; i < when.End; i++)
            bounded |= scan.Tokens[i].Key.Kind is KeyKind.By or KeyKind.AtMost;
        return bounded && Others.IsIn(scan, when.End, when.End + 2);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Because = WordSet.Of("because cause coz cos cuz as since kyunki");

    // "Can wait till April but not longer"
    public static bool IsNotLater(Scan scan, int end) => NotLater.At(scan, scan.IsSign(end, ',') ? end + 1 : end) is var (_, after) && !scan.IsWord(after, "than") && !scan.Is(after, KeyKind.In);

    private static readonly PhraseTable<bool> NotLater = new((true,
        "but|and|& not|no longer|later|more|beyond; but|and not any longer|later; but|and not a day|week|month longer|later|more; but|and not after|beyond that; not|no longer|later; not a day|week|month longer|later|more"));

    private static readonly PhraseTable<bool> Others = new((true, "after that|then my|our|the|his|her|their|it|prices|rents|school|he|she|they"));

    // "Shop is ready 15 September, everything should come before"
    private static readonly PhraseTable<bool> Due = new((true, "should|must|shall come|arrive|reach|be|stand|have|start|finish; has|have|needs|need to come|arrive|reach|be|stand; want|wants|need it|everything|all|them"));

    private static bool IsClauseEnd(Scan scan, int at) => at >= scan.Tokens.Length || scan.Tokens[at].Kind == TokenKind.Symbol;

    // "The wedding is on 14 February and we want to be settled by then."
    public static bool IsBeforeThat(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length; i++)
        {
            if (Before.At(scan, i) is not null && !(i > end && IsBeforeIt(scan, i) && TimeGloss.IsDenied(scan, i)) || Until.At(scan, i) is var (_, behind) && Musts.IsIn(scan, behind, behind + 8) || (scan.IsWord(i, "before") && IsClauseEnd(scan, i + 1) && Due.IsIn(scan, end, i) && i <= end + 8))
                return true;
        }
        return false;
    }

    private static readonly PhraseTable<bool> Before = new((true, "by|before then|that; by this|that time|date|day; uske|usse|isse|iske pehle; us|uss|is|iss se pehle"));

    // "Until then we must have the house"; "until then we rent" is no deadline.
    private static readonly PhraseTable<bool> Until = new((true, "until|till|til then|that; tab tak"));
    private static readonly PhraseTable<bool> Musts = new((true, "must; should; need; needs; want; has|have|got to; chahiye; chaiye; ready; done; in place"));
}
