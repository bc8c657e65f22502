namespace LeadHeat.Core.Understanding;

/// <summary>Knows what is not to be shown any more or is taken back by the words before it: <c>don't send me flats</c>, <c>no longer on Salesforce</c>, <c>scratch the garden</c>.</summary>
internal static class Refusals
{
    private const int Reach = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Showing = WordSet.Of(
        "sell selling send sending show showing share sharing give giving suggest suggesting recommend recommending forward forwarding push pushing more longer into interested looking need use using want wish");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("me us the a an any in for of on at to with these those such this type kind please pls see view visit hear about other others to be live stay");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Cut = WordSet.Of("scratch scrap drop cancel remove strike delete");

    // "Why don't you show me villas?", "you did not send me flats": what is missed is wished for.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Missed = WordSet.Of("you u did could would have has why");

    /// <summary>Whether the words before a token refuse what begins there; also "why do you show me studios?".</summary>
    public static bool Before(Scan scan, int first)
    {
        var shows = false;
        for (var at = first - 1; at >= 0 && at >= first - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (scan.Is(at, KeyKind.Not) || scan.IsWord(at, "stop"))
                return shows && !(at > 0 && Missed.Contains(scan.WordAt(at - 1)));
            if (Cut.Contains(scan.WordAt(at)))
                return IsOnly(scan, at + 1, first);
            if (scan.IsWord(at, "out") && (scan.IsWord(at - 1, "leave") || scan.IsWord(at - 1, "leaving") || scan.IsWord(at - 1, "rule")))
                return true;
            if (shows && (scan.IsWord(at, "you") || scan.IsWord(at, "u")))
                return scan.IsWord(at - 2, "why") && !scan.Is(at - 1, KeyKind.Not);
            if (!Showing.Contains(scan.WordAt(at)) && !Glue.Contains(scan.WordAt(at)))
                return false;
            shows |= Showing.Contains(scan.WordAt(at));
        }
        return false;
    }

    // "drop the garden"; "drop me the villas" wishes for them.
    private static bool IsOnly(Scan scan, int from, int to) => to - from <= 1 && (to == from || scan.Is(from, KeyKind.Article) || scan.IsWord(from, "the") || scan.IsWord(from, "my") || scan.IsWord(from, "our") || scan.IsWord(from, "that"));
}
