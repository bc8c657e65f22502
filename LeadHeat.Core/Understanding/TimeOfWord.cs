namespace LeadHeat.Core.Understanding;

/// <summary>
/// Knows when somebody will write, call, decide or be reminded: <c>remind me tomorrow</c>, <c>I'll tell you on Monday</c>, <c>kal batata hoon</c>.
/// That is no time to move; <c>I'll tell you when we move in March</c> and <c>we move in March, I'll text you</c> name one.
/// </summary>
internal static class TimeOfWord
{
    private const int Behind = 7;

    // Within days: who decides in March may well buy then.
    private const decimal Near = 0.45m;

    private const string Who = "i'll|i’ll|ill|we'll|we’ll|he'll|he’ll|she'll|she’ll|they'll|they’ll|will|shall|can|gonna|lemme";
    private const string Says =
        "tell|text|message|msg|write|call|ring|phone|ping|whatsapp|mail|inform|revert|respond|reply|answer|confirm|update|discuss|talk|speak|chat|think|reconnect|contact";

    private static readonly PhraseTable<bool> Words = new((true,
        $"{Who} {Says}; {Who} both|all|just|then|definitely|surely|also|probably|again {Says}; to|let {Says} you|u|my|with|it|about|over; let me|us {Says}; need|have|want|got to think|discuss|talk|speak; "
        + $"{Who} get|come|be|circle|hear|report back; {Who} let|drop|give|ask|consult|send you|u|my|our|the; {Who} check|consult|discuss with; {Who} be in touch; {Who} know more|better|if|by; {Who} have|need an|the|some|more answer|clarity|time; to|me ask|consult my|our|the; to|me check with; "
        + "remind|ping|call|text|message|msg|ask|nudge|ring|phone|tell|whatsapp|mail|email|contact|write|poke|chase|alert|buzz me|us; write|speak|talk|report|revert to me|us|you|him|her|them; write|speak|talk|get|come|circle|revert|check back|again; check in; back|again to me|us|you; "
        + "let you|u|me|us know; keep you|u|me|us posted|updated|informed; sleep over|on it|this|that; follow up; follow-up; followup; touch base; hear from me|us|him|her|them; you'll|you’ll|u'll|you|u will|hear hear|from; "
        + "give|allow me|us till|until|some|a|time; batata|batati|batate|bataunga|bataungi|batayenge|bataenge|batadunga|bolunga|bolungi|bolta|bolte; "
        + "bata dunga|dungi|denge|deta|deti; yaad dila|dilana|dilao|karana; puch|pooch|soch ke|kar; puchke|poochke|sochke|sochkar; baat karte|karenge|karunga|karungi|karta; call|phone|message|msg|whatsapp|reply karunga|karungi|karenge|karna|karo|karta|karti"));

    // "Talk tomorrow": with nothing said between the two.
    private static readonly PhraseTable<bool> Bare = new((true, "talk|speak|chat|discuss|connect|ping|remind|reminder|call; talk again|then|more; more on|about; answer comes|follows"));

    private static readonly PhraseTable<bool> Decides = new((true,
        $"{Who} decide|choose; decides|decide; to decide; need|take|takes|have to think; make|take|takes a|the|our|my decision; think it|this|that|about over|through|it|this|that; is|are|he's|he’s|she's|she’s|he|she|they back"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of(
        "move moving shift shifting open opening opens live living need buy buying purchase possession launch launching start starting begin beginning sign close closing switch switching moved that when ready have has available deliver delivered delivery install installed handover keys get options flats homes listings");

    public static bool IsIt(Scan scan, int start, When when)
    {
        if (!IsBefore(scan, start, when) && !IsBehind(scan, start, when))
            return false;
        scan.IsLeftForLater = true;
        return true;
    }

    private static bool IsBefore(Scan scan, int start, When when)
    {
        for (var at = start; at < when.Start; at++)
        {
            var said = Words.At(scan, at) ?? (IsNear(when) ? Decides.At(scan, at) : null);
            if (said is var (_, end) && !WordSet.AnyIn(Moves, scan, end, when.Start))
                return true;
        }
        for (var at = Math.Max(start, when.Start - 3); at < when.Start; at++)
        {
            if (Bare.At(scan, at) is var (_, end) && end >= when.Start - 1)
                return true;
        }
        return false;
    }

    // "Tomorrow" in answer to "when?" is as soon as possible.
    private static bool IsNear(When when) => when.IsSoon || when.Max is <= Near;

    // "Tomorrow I'll tell you": the time stands first, and what is said belongs to it.
    private static bool IsBehind(Scan scan, int start, When when)
    {
        if (WordSet.AnyIn(Moves, scan, start, when.Start) || when.Start - start > 3 || !IsNear(when))
            return false;
        for (var at = when.End; at < Math.Min(scan.Tokens.Length, when.End + Behind) && scan.Tokens[at].Kind == TokenKind.Word && !scan.IsWord(at, "but"); at++)
        {
            if (WordSet.AnyIn(Moves, scan, at, at + 1))
                return false;
            if (Words.At(scan, at) is not null || Decides.At(scan, at) is not null)
                return true;
        }
        return false;
    }
}
