namespace LeadHeat.Core.Understanding;

/// <summary>Knows the words before a month that make it one: <c>now it will be May</c>, <c>I told you September</c>, <c>pushed to April</c>; and what it is said instead of.</summary>
internal static class MonthSaid
{
    private static readonly PhraseTable<bool> Will = new((true, "will|shall|should|would be; it'll|it’ll|itll be; to be; it's|it’s|its; it is; keep it at|for|in|to; let's|lets|let’s say|do|take|keep"));

    private static readonly PhraseTable<bool> Told = new((true, "bola|bataya|kaha tha|hai|the; i|we said|say|mentioned; i|we already|had|have|clearly said|told|mentioned; not say; to say; told|tell you|u|ya|them|him|her; i|we told; told your colleague|agent|guy|team|people|bot|chatbot|assistant"));

    private static readonly PhraseTable<bool> Moved = new((true, "moved|slipped|pushed|postponed|delayed|shifted|deferred|rescheduled|changed|extended|advanced|preponed|brought|put to|till|until|into; put back|off to|till|until; brought forward to; "
        + "move|push|shift|bring|pull|postpone|delay|prepone|advance|put it|this|that|things|everything to|till|until|into; move|push|shift|bring|pull|put it|this|that|things|everything forward|back|up|out to|till|until|into"));

    /// <summary>Whether such words end where a month begins; who says that it is June now says no time.</summary>
    public static bool Before(Scan scan, int start, bool isNow)
    {
        if (IsTold(scan, start))
            return true;
        for (var at = start - 1; at >= 0 && at >= start - 4; at--)
        {
            if (IsMovedTo(scan, start) || Will.At(scan, at) is var (_, end) && end == start && !(isNow && (end - at == 1 || scan.IsWord(at, "it"))))
                return true;
        }
        return IsWeekOf(scan, start) || IsBehind(scan, start) || (scan.IsWord(start - 1, "to") && MovesBefore(scan, start - 1)) || IsMovedFrom(scan, start);
    }

    /// <summary>Whether the visitor has to move it there: "we've been asked to bring it forward to November".</summary>
    public static bool IsOwnMove(Scan scan, int start)
    {
        for (var at = start - 1; at > 0 && at >= start - 4 && !scan.Cues.HasFlag(Cues.Question); at--)
        {
            if (Moved.At(scan, at) is var (_, end) && end == start)
                return scan.IsWord(at - 1, "to") || scan.IsWord(at - 1, "we") || scan.IsWord(at - 1, "i") || scan.IsWord(at - 1, "we've") || scan.IsWord(at - 1, "we’ve");
        }
        return false;
    }

    // Not where we moved it ourselves.
    private static bool IsMovedTo(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - 4; at--)
        {
            if (Moved.At(scan, at) is var (_, end) && end == start && !Spoken(scan, at))
                return true;
        }
        return false;
    }

    // "January would be ideal"
    private static readonly PhraseTable<bool> Suiting = new((true, "would be ideal|great|perfect|good|nice|best|better|fine|lovely|ok|okay|awesome; would suit|work|do; is ideal|perfect|best; would be our|my|the ideal|target|goal|plan; suits|works me|us|best|better|fine; would be a good|great|nice|ideal|perfect|fine time|month|moment; is a|the good|great|nice|ideal|perfect|best|right time|month|moment"));

    private static readonly PhraseTable<bool> Chosen = new((true, "it is|shall; or nothing|never|not; it is then"));

    /// <summary>Whether the words behind a month choose it: "so october it is", "march or nothing".</summary>
    public static bool IsChosen(Scan scan, int end) => Chosen.At(scan, end) is var (_, behind) && (scan.Is(end, KeyKind.Or) || behind >= scan.Tokens.Length || scan.Tokens[behind].Kind == TokenKind.Symbol);

    /// <summary>Whether the words behind a month say that it suits.</summary>
    public static bool Suits(Scan scan, int end) => Suiting.At(scan, end) is not null;

    // "1st week jan", "2nd week of march"
    private static bool IsWeekOf(Scan scan, int start)
    {
        var week = scan.IsWord(start - 1, "of") ? start - 2 : start - 1;
        return scan.IsWord(week, "week") && (scan.Is(week - 1, KeyKind.Ordinal) || scan.IsWord(week - 1, "st") || scan.IsWord(week - 1, "nd") || scan.IsWord(week - 1, "rd") || scan.IsWord(week - 1, "th"));
    }

    /// <summary>Whether it is what we were told before: "I told you September"; "I told you in September" says when it was.</summary>
    public static bool IsTold(Scan scan, int start)
    {
        if (scan.Is(start, KeyKind.In))
            return false;
        start -= scan.IsSign(start - 1, ':') ? 1 : 0;
        for (var at = start - 1; at >= 0 && at >= start - 3; at--)
        {
            if (Told.At(scan, at) is var (_, end) && end == start && !Spoken(scan, at))
                return true;
        }
        return false;
    }

    // "you told me": what we said ourselves.
    private static bool Spoken(Scan scan, int at) => scan.IsWord(at - 1, "you") || scan.IsWord(at - 1, "u");

    // "June instead of March", "June rather than March"
    private static bool IsBehind(Scan scan, int month) => (scan.IsWord(month + 1, "instead") && scan.IsWord(month + 2, "of") || scan.IsWord(month + 1, "rather") && scan.IsWord(month + 2, "than")) && scan.Is(month + 3, KeyKind.Month);

    /// <summary>Whether another month is said in its place: "June instead of March".</summary>
    public static bool IsReplaced(Scan scan, int start) => scan.IsWord(start - 1, "of") && scan.IsWord(start - 2, "instead") || scan.IsWord(start - 1, "than") && scan.IsWord(start - 2, "rather");

    /// <summary>Whether the first of two months is what a date was moved from: "pushed from February to April".</summary>
    public static bool IsMovedFrom(Scan scan, int start) => scan.IsWord(start - 1, "from") && MovesBefore(scan, start - 1);

    // "we postponed the opening to February"
    private static bool MovesBefore(Scan scan, int end)
    {
        for (var at = end - 1; at >= 0 && at >= end - 7 && scan.Tokens[at].Kind == TokenKind.Word && !Spoken(scan, at); at--)
        {
            if (Moves.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of("pushed postponed delayed deferred rescheduled changed brought extended");
}
