using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Knows counts of what somebody else has: <c>6 cafés on our street</c>, <c>the chain next door has 12 outlets</c>, <c>you supply 30 shops</c>.</summary>
internal static class CountOfOthers
{
    private const int Reach = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "friend friend's friend’s friends cousin cousin's uncle neighbour neighbor client client's clients customer customer's customers competitor competitors rival rivals starbucks costa dunkin nespresso they");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Houses = WordSet.Of("chain brand company shop cafe café place");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Theirs = WordSet.Of("the that this another other next");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Having = WordSet.Of("has had runs ran owns owned operates manages have run own uses use buys buy takes sells orders makes does needs");

    private static readonly PhraseTable<bool> Yours = new((true, "you|u have|got|serve customers|clients|anyone|someone|somebody|others with; you|u supply|serve"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asking = WordSet.Of("can could would will do if");

    private static readonly PhraseTable<bool> Around = new((true, "on|in|along|around our|my|the|this|that street|road|lane|area|neighbourhood|neighborhood|market|block|locality|mall|town|city|colony; around here|us|me; next door; nearby; near us|me|here; round the corner"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ourselves = WordSet.Of("i i'd i’d i'll i’ll i'm i’m we we'd we’d we'll we’ll we're we’re me us mine ours");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = WordSet.Of("am pm o'clock");
    private const int Farthest = 12;

    /// <summary>The visitor's own number behind that of somebody else: "my cousin's chain uses 500 kg a month, I'd be happy with 25".</summary>
    public static (decimal Number, int First, int End)? OwnBehind(Scan scan, PlaybookField field, int at)
    {
        var own = false;
        for (var i = at; i < Math.Min(scan.Tokens.Length, at + Farthest); i++)
        {
            own |= Ourselves.Contains(scan.WordAt(i));
            if (!own || CountFields.NumberAt(scan, i) is not { } number)
                continue;
            var end = i + 1;
            if (end == scan.Tokens.Length || (Clauses.Pauses(scan, end) && !(end + 1 < scan.Tokens.Length && Times.Contains(scan.WordAt(end + 1)))))
                return (number, i, end);
            return CountFields.FieldAt(scan, ref end) == field ? (number, i, end) : null;
        }
        return null;
    }

    public static bool IsIt(Scan scan, int at)
    {
        if (scan.IsWord(at - 1, "are") && scan.IsWord(at - 2, "there") || scan.IsWord(at - 1, "already") && scan.IsWord(at - 2, "are"))
            return Around.IsIn(scan, at + 1, at + Reach);
        var has = false;
        for (var i = at - 1; i >= 0 && i >= at - Reach && scan.Tokens[i].Kind == TokenKind.Word && !scan.IsWord(i, "i") && !scan.IsWord(i, "we"); i--)
        {
            if (Yours.At(scan, i) is var (_, behind) && behind >= at - 1)
                return !(i > 0 && Asking.Contains(scan.WordAt(i - 1)) && !scan.IsWord(behind - 1, "with"));
            has |= Having.Contains(scan.WordAt(i));
            if (has && (Others.Contains(scan.WordAt(i)) || (Houses.Contains(scan.WordAt(i)) && i > 0 && Theirs.Contains(scan.WordAt(i - 1)) && scan.IsWord(i + 1, "next"))))
                return true;
        }
        return false;
    }
}
