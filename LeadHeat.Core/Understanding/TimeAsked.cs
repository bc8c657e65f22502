namespace LeadHeat.Core.Understanding;

/// <summary>Knows times that are asked of us or of a thing: <c>is it ready by December?</c>, <c>does the warranty run until March?</c></summary>
internal static class TimeAsked
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ready = WordSet.Of("hands hand ready possession handover available complete completed finished delivered done");

    // "Is it ready by December?"; but "can we move in by December?"
    public static bool IsIt(Scan scan, int start, When when, bool wishes) => AsksWhy(scan, start) || scan.Cues.HasFlag(Cues.Question) && EndsInQuestion(scan, when.End)
        && ((start == 0 && IsAskedOfYou(scan) && !WordSet.AnyIn(Selves, scan, start, when.Start)) || !wishes && (WordSet.AnyIn(Ready, scan, start, when.Start) || IsAnotherTold(scan) || AsksOfThat(scan, start, when.End)));

    // "Why do you show me projects that are ready in 2029"
    private static bool AsksWhy(Scan scan, int start) => scan.IsWord(start, "why") && (scan.IsWord(start + 2, "you") || scan.IsWord(start + 2, "u") || scan.IsWord(start + 1, "you") || scan.IsWord(start + 1, "u"));

    // "Is the metro extension reaching this year?"; "is delivery by March possible?" asks for oneself.
    private static bool AsksOfThat(Scan scan, int start, int end) => (start == 0 || Clauses.EndsSentence(scan, start - 1)) && OfThat.At(scan, start) is not null && scan.Tokens.Length - start > 4 && !Possible.IsIn(scan, start, end + 3);

    private static readonly PhraseTable<bool> OfThat = new((true, "is; are; will; does; has; was; what happens; what's|whats with"));
    private static readonly PhraseTable<bool> Possible = new((true, "possible; doable; feasible; realistic; ok; okay; manageable"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we us me my our want need");

    // "Do you bill the annual plan in January?"; but "do you have one by January?"
    private static bool IsAskedOfYou(Scan scan) => (scan.IsWord(0, "do") || scan.IsWord(0, "did") || scan.IsWord(0, "when")) && (scan.IsWord(1, "you") || scan.IsWord(1, "u") || scan.IsWord(2, "you")) && !scan.IsWord(2, "have") && !scan.IsWord(2, "think") && !scan.IsWord(2, "got");

    // "Possession by end of Feb. Commission as usual?" asks about the commission.
    private static bool EndsInQuestion(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length && scan.Text.Contains('?', StringComparison.Ordinal); i++)
        {
            if (scan.IsSign(i, '?'))
                return true;
            if (scan.IsSign(i, '!') || (scan.IsSign(i, '.') && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Apart))
                return false;
        }
        return true;
    }

    // "…, right?" asks whether a fact is so.
    private static bool IsAnotherTold(Scan scan) => scan.Tokens.Length > 3 && scan.IsSign(scan.Tokens.Length - 1, '?') && scan.IsWord(scan.Tokens.Length - 2, "right");
}
