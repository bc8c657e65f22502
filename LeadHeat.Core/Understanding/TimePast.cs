namespace LeadHeat.Core.Understanding;

/// <summary>Knows times of what is done: <c>we moved here in January</c>, <c>opened one in March</c>, <c>humne june me shift kiya tha</c>.</summary>
internal static class TimePast
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Done = WordSet.Of(
        "moved relocated opened started launched retired began begun settled migrated immigrated landed closed founded hired left lost");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Still = WordSet.Of(
        "get gets getting got be been being to want wants need needs hope hoping should must will would shall plan planning planned can could if once when after by before until it'll we'll i'll they'll thinking");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we they who he she");

    private static readonly PhraseTable<bool> Behind = new((true,
        "kiya|kiye|aaye|aaya|aayi|aye|aya|liya|liye|gaye|gaya|gayi|khola|khula|khuli|hua|hui|hue|dekha|dekhi|mila|kharida|becha|toota|kharab|ki tha|the|thi"));

    // "I did try a second outlet, shut it in ten months"
    private static readonly PhraseTable<bool> GivenUp = new((true, "shut|closed|sold|quit it|that|them|one"));

    // "In January you people wanted 1.15 crore", "last year's price: in March it was 900"
    private const string Was = "wanted|asked|quoted|said|told|had|was|were|showed|offered|charged|promised|sent|gave|sold|claimed|demanded|listed|cost|paid";
    private static readonly PhraseTable<bool> ThenDid = new((true,
        $"you|u|they|he|she|it {Was}; you|u people|guys|folks|all {Was}; your|ur|the|this|that|same people|guys|team|agent|man|price|rate|flat|house|unit|bag|blend|machine {Was}; prices|rates|rents were"));

    public static bool IsIt(Scan scan, int start, When when)
    {
        if (ThenDid.At(scan, scan.IsSign(when.End, ',') ? when.End + 1 : when.End) is not null)
            return true;
        for (var i = when.End; i < Math.Min(scan.Tokens.Length, when.End + 7) && scan.Tokens[i].Kind == TokenKind.Word && !scan.IsWord(i, "ab"); i++)
        {
            if (Behind.At(scan, i) is not null)
                return true;
        }
        if (GivenUp.IsIn(scan, start, when.Start))
            return true;
        for (var i = start; i < when.Start; i++)
        {
            if (Still.Contains(scan.WordAt(i)))
                return false;
            // "The wedding has moved to April" says when it will be.
            if (Done.Contains(scan.WordAt(i)) && !IsDemanded(scan, start, i, when) && !(scan.IsWord(i + 1, "to") && i + 2 >= when.Start) && (i == start || Selves.Contains(scan.WordAt(i - 1)) || !NeedsSelf(scan, i)))
                return true;
        }
        return false;
    }

    /// <summary>Whether it is what has to be done by then, without a verb: "everything migrated before Christmas", "keys handed over by March"; not "we migrated before Christmas".</summary>
    public static bool IsDemanded(Scan scan, int start, int done, When when)
    {
        if (scan.Tokens[when.Start].Key.Kind is not (KeyKind.By or KeyKind.AtMost) || done == start)
            return false;
        for (var at = start; at < when.Start; at++)
        {
            if (Telling.Contains(scan.WordAt(at)))
                return false;
        }
        return true;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = WordSet.Of("i we they he she you u it who which was were had have has did us me him them just already last is are am be been being");

    private static bool NeedsSelf(Scan scan, int at) => scan.IsWord(at, "left") || scan.IsWord(at, "lost");
}
