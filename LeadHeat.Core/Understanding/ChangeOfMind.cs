namespace LeadHeat.Core.Understanding;

/// <summary>Tells that what was said before is put right by what follows: <c>for investment… no, we talked again</c>, <c>I decide alone, not quite right</c>.</summary>
internal static class ChangeOfMind
{
    private static readonly PhraseTable<bool> Phrases = new((true,
        "no wait; wait no; no no; no actually; actually no; no sorry; sorry no; hmm no; oh wait; correction; actually; scratch|scrap|forget|strike|cancel that; scrap it; on second thought|thoughts; on reflection; changed my|our mind|minds; not quite right|true|correct; not right; not correct; "
        + "that's|thats|that’s wrong|outdated; that was wrong|before; i|we meant|mean; i take that back; we talked again; make it|that; change it|that; nahi nahi; arre nahi; my mistake|bad; oops; let me correct"));

    private static readonly PhraseTable<bool> Withdrawing = new((true,
        "scrap|scratch|forget|ignore|disregard|drop|cancel|strike|delete that|it|this|all; forget about that|it|this; leave that aside; that's|that’s|thats|it's|it’s|its off|gone|history|cancelled|canceled|over|dead; that|it|this is off|gone|history|cancelled|canceled|over|dead; off the table; fell|fallen|falls through; won't|won’t|wont|can't|can’t|cant|doesn't|doesn’t|doesnt|didn't|didn’t work|happen; will not work|happen; bhool jao|jaiye; rehne do|dijiye; no|not longer|anymore valid|true|possible; doesn't|doesn’t|doesnt hold|count|apply|stand"));

    /// <summary>Whether words begin at a token that take back what was said before them: "scrap that", "that's off", "it fell through".</summary>
    public static bool Withdraws(Scan scan, int at) => Withdrawing.At(scan, at) is not null;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Going = WordSet.Of("we i i'm i’m we're we’re we'll we’ll i'll i’ll let's let’s lets it's it’s its wait make rather not my our the that only");

    /// <summary>Whether somebody changes his mind between two things that he says.</summary>
    public static bool Between(Scan scan, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Phrases.At(scan, at) is not null || IsNo(scan, at, to))
                return true;
        }
        return false;
    }

    // "… no, we talked again", "wait, my wife says": a word by itself, not "no problem" or "can't wait".
    private static bool IsNo(Scan scan, int at, int to) =>
        (scan.IsWord(at, "no") || scan.IsWord(at, "nope") || scan.IsWord(at, "nahi") || scan.IsWord(at, "wait") || scan.IsWord(at, "sorry"))
        && at > 0 && (scan.Tokens[at - 1].Kind == TokenKind.Symbol || scan.IsWord(at - 1, "hmm") || scan.IsWord(at - 1, "oh"))
        && at + 1 <= to && at + 1 < scan.Tokens.Length && (scan.Tokens[at + 1].Kind == TokenKind.Symbol || Going.Contains(scan.WordAt(at + 1)));
}
