namespace LeadHeat.Core.Understanding;

/// <summary>Tells equipment that stands there already: <c>we've got two grinders already</c>, <c>we have a good 2 group</c>, <c>the old tenant left his machine</c>.</summary>
internal static class ChoicesOwned
{
    private const string Equipment = "equipment";
    private const string Coffee = "coffee";
    private const int Reach = 8;

    private static readonly PhraseTable<bool> Had = new((true, "i|we already have|own|got; i|we have|own already; i|we brought; i|we|we'll|i'll keep; hai humare|hamare paas; pehle se hai"));
    private static readonly PhraseTable<bool> Leaving = new((true, "left|leaves|leave|inherit|inherited|keep|keeping|kept his|her|their|the|a|an|its|our|my|us|me|behind"));
    private static readonly PhraseTable<bool> Having = new((true, "i|we have|own|got; i|we have got; i've|i’ve|ive|we've|we’ve|weve got; i've|i’ve|we've|we’ve; i|we already have|own|got"));

    // "We have to get a machine", "we have no grinder", "we have space for a 2 group": that is no machine yet.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lacking = WordSet.Of(
        "to for on in no not nothing never without but want wants need needs looking chahiye interested prefer must require searching find get buy decided chosen shortlisted planned ordered seen saw heard money budget space room if when");

    private static readonly PhraseTable<bool> NotYet = new((true, "in mind; budget; on order; on the list; to buy|get|order|choose"));

    // "The machine he leaves me is good", "machine is fine, so only a grinder"
    private static readonly PhraseTable<bool> Left = new((true, "he|she|they leaves|leave|left|gives|gave|keeps me|us|it|behind; is|are good|fine|ok|okay|new|there|sorted|working; works fine|well; comes with the place|shop|cafe; came with the place|shop|cafe; theek|thik|sahi hai"));

    public static bool IsIt(Scan scan, Meaning meaning, int first, int end) => meaning.Field!.Name switch
    {
        Equipment when !meaning.Choice!.Value.StartsWith("no ", StringComparison.Ordinal) => IsThereAlready(scan, first, end) || IsHadAlready(scan, first, end) || IsHad(scan, first, end),
        // "I have a moka pot and an aeropress" tells what it is made with, and not what is wished for.
        Coffee => (scan.Is(first - 1, KeyKind.Article) || scan.IsWord(first - 1, "my")) && IsHad(scan, first, end),
        _ => false,
    };

    // "The old tenant left his machine", "grinder we already have"
    private static bool IsThereAlready(Scan scan, int first, int end)
    {
        if ((scan.IsWord(first - 1, "the") || scan.IsWord(first - 1, "our") || scan.IsWord(first - 1, "his") || scan.IsWord(first - 1, "her") || first == 0 || scan.Tokens[first - 1].Kind == TokenKind.Symbol) && Left.At(scan, end) is not null && !scan.Cues.HasFlag(Cues.Question))
            return true;
        for (var at = first - 2; at >= 0 && at >= first - 6 && scan.Tokens[at + 1].Kind == TokenKind.Word && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Leaving.At(scan, at) is not null)
                return true;
        }
        for (var at = end; at < Math.Min(scan.Tokens.Length, end + 4) && scan.Tokens[at].Kind == TokenKind.Word; at++)
        {
            if (Had.At(scan, at) is not null)
                return true;
        }
        return false;
    }

    // "We've got a La Marzocco and two grinders already"
    private static bool IsHadAlready(Scan scan, int first, int end)
    {
        if (!(scan.IsWord(end, "already") || scan.IsWord(end + 1, "already")))
            return false;
        for (var at = first - 1; at >= 0 && at >= first - Reach && scan.Tokens[at].Kind == TokenKind.Word && !Lacking.Contains(scan.WordAt(at)); at--)
        {
            if (scan.IsWord(at, "got") || scan.IsWord(at, "have") || scan.IsWord(at, "own") || scan.IsWord(at, "we've") || scan.IsWord(at, "we’ve"))
                return true;
        }
        return false;
    }

    // "We have a good 2 group and grinders"
    private static bool IsHad(Scan scan, int first, int end)
    {
        if (NotYet.At(scan, end) is not null)
            return false;
        for (var at = first - 1; at >= 0 && at >= first - Reach && scan.Tokens[at].Kind != TokenKind.Symbol && !Lacking.Contains(scan.WordAt(at)); at--)
        {
            if (Having.At(scan, at) is not null)
                return !scan.IsWord(at - 1, "if") && !scan.IsWord(at - 1, "do") && !scan.IsWord(at - 1, "should") && !scan.IsWord(at - 1, "must");
        }
        return false;
    }
}
