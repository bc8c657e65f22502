namespace LeadHeat.Core.Understanding;

/// <summary>
/// Finds when, and when not, somebody wants to be reached: <c>don't contact me in the evening</c>, <c>only after 6</c>, <c>weekends only</c>. That is no end to contact, no
/// refusal of a number and no time to move.
/// </summary>
internal static class CallHours
{
    private const int Reach = 4;
    private const int LastHour = 24;

    private static readonly PhraseTable<bool> Contact = new((true,
        "call|calls|calling|ring|phone|contact|message|messages|text|texts|disturb|mail|mails|email|emails|whatsapp|ping|reach|write; available|free|reachable; best|good|right|better time; prefer calls; can|could talk|speak"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Bounds = WordSet.Of("at in on during before after between from past till until by over pehle baad");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Limits = WordSet.Of("don't dont don’t not never no only strictly avoid best mat after before between past pehle baad mornings evenings weekends weekdays afternoons nights");

    // Where nothing says that it is about calls, nothing else may be said at all.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Alone = WordSet.Of("only not never strictly please pls plz preferably best better mostly usually ideally always but and or ok okay are is work works would be for me us good fine the in at on after before between from till until past i i'm am free available reachable weekdays weekends mornings evenings afternoons nights");

    private static readonly PhraseTable<bool> Parts = new((true,
        "morning|mornings|evening|evenings|afternoon|afternoons|night|nights|noon|midnight|lunch|lunchtime|weekend|weekends|weekdays; mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays; "
        + "office|working|work|business|school|shop|duty|bank hours|timings|time; rush|peak hour|hours; my shift|work; day time; subah|shaam|raat|dopahar"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Days = WordSet.Of("monday tuesday wednesday thursday friday saturday sunday");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("me us my our the a please pls early late of to hai ke ko se and or on in at is are would be works work");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Halves = WordSet.Of("am pm a.m p.m o'clock oclock baje hrs ish");

    public static void Find(Scan scan)
    {
        for (var start = 0; start < scan.Tokens.Length; start++)
        {
            var end = start;
            while (end < scan.Tokens.Length && !Clauses.EndsSentence(scan, end) && !scan.IsSign(end, ',') && !scan.IsSign(end, ';'))
                end++;
            if (end > start && In(scan, start, end) is var (first, last))
            {
                scan.CallHours = scan.Span(first, last);
                // "Don't call me before ten" keeps no number back.
                var hours = scan.CallHours.Value;
                scan.Signals.RemoveAll(signal => signal.Cue == Cues.Refusal && signal.Span.Start >= hours.Start && signal.Span.Start < hours.End);
                if (scan.SpanOf(Cues.Refusal) is null)
                    scan.Cues &= ~Cues.Refusal;
                if (Refused.IsIn(scan, first, last))
                    scan.Cues &= ~Cues.Callback;
                scan.Take(first, last);
                return;
            }
            start = end;
        }
    }

    private static readonly PhraseTable<bool> Refused = new((true, "don't|dont|don’t|not|never|no call|calls|ring|phone|contact|calling; do not call|ring|phone|contact"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asked = WordSet.Of("visit viewing see tour demo tasting");

    // The words of a part of a sentence that bound an hour.
    private static (int First, int End)? In(Scan scan, int start, int end)
    {
        var says = Contact.IsIn(scan, start, end);
        if (!WordSet.AnyIn(Limits, scan, start, end) || WordSet.AnyIn(Asked, scan, start, end))
            return null;
        for (var at = start; at < end; at++)
        {
            if (HourAt(scan, at, says) is not { } behind || !(IsBound(scan, start, at, says) || IsOnly(scan, behind, end)))
                continue;
            // "Between 12 and 3", "9 to 5"
            while (behind < end && (scan.Is(behind, KeyKind.And) || scan.Is(behind, KeyKind.To) || scan.Is(behind, KeyKind.Or)) && HourAt(scan, behind + 1, says) is { } next)
                behind = next;
            return says || IsAlone(scan, start, at, behind, end) ? (start, end) : null;
        }
        return null;
    }

    private static bool IsAlone(Scan scan, int start, int hour, int behind, int end)
    {
        for (var at = start; at < end; at = at + 1 == hour ? behind : at + 1)
        {
            if (at != hour && !Alone.Contains(scan.WordAt(at)))
                return false;
            if (at == hour)
                at = behind - 1;
        }
        return true;
    }

    private static bool IsBound(Scan scan, int start, int hour, bool says)
    {
        for (var at = hour - 1; at >= start && at >= hour - Reach; at--)
        {
            if (Bounds.Contains(scan.WordAt(at)) || (says && (scan.IsWord(at, "only") || scan.IsWord(at, "not"))))
                return true;
            if (!Glue.Contains(scan.WordAt(at)))
                return false;
        }
        return false;
    }

    // "Mornings only", "evenings please", "weekends work best", "10 baje ke baad"
    private static bool IsOnly(Scan scan, int behind, int end) => behind < end
        && (scan.IsWord(behind, "only") || scan.IsWord(behind, "please") || scan.IsWord(behind, "work") || scan.IsWord(behind, "are") || scan.IsWord(behind + 1, "baad") || scan.IsWord(behind + 1, "pehle"));

    // The token behind an hour or a part of the day; null where a token begins none.
    private static int? HourAt(Scan scan, int at, bool says)
    {
        if ((uint)at >= (uint)scan.Tokens.Length || !scan.IsFree(at))
            return null;
        if (Parts.At(scan, at) is var (_, end))
            return end;
        if (says && Days.Contains(scan.WordAt(at)))
            return at + 1;
        if (scan.Tokens[at] is not { Kind: TokenKind.Number, Number: >= 0 and <= LastHour })
            return null;
        end = at + 1;
        if ((scan.IsSign(end, ':') || scan.IsSign(end, '.')) && end + 1 < scan.Tokens.Length && scan.Tokens[end + 1] is { Kind: TokenKind.Number, Apart: false })
            end += 2;
        // "Before 20/12"
        if (scan.IsSign(end, '/') || scan.IsSign(end, '-') || scan.IsSign(end, '%'))
            return null;
        if (end < scan.Tokens.Length && Halves.Contains(scan.WordAt(end)))
            return end + 1;
        // A count of something else: "only after 6 months", "not before 10 lakh".
        return end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "please") || scan.IsWord(end, "only") || scan.Is(end, KeyKind.And) || scan.Is(end, KeyKind.To) || scan.IsWord(end, "work") || scan.IsWord(end, "works") || scan.IsWord(end, "is") || scan.IsWord(end, "best") || (says && Glue.Contains(scan.WordAt(end))) ? end : null;
    }
}
