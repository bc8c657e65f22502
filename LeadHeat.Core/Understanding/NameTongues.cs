namespace LeadHeat.Core.Understanding;

/// <summary>How people name themselves in other tongues, and in longer sentences: <c>naa peru Ravi</c>, <c>ismi Khalid</c>, <c>mi chiamo Paolo</c>, <c>my name, by the way, is Elif</c>.</summary>
internal static class NameTongues
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = WordSet.Of("peru peyar peyaru hesaru nome nombre naav naavu chiamo");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Mine = WordSet.Of("naa na en nanna ente meu mi maza majha il");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Are = WordSet.Of("é e es è");

    /// <summary>The token behind "naa peru", "ismi", "mi chiamo", "meu nome é", "mein Name ist"; 0 when they do not stand here.</summary>
    public static int After(Scan scan, int i)
    {
        if (scan.IsWord(i, "ismi") || scan.IsWord(i, "esmi") || scan.IsWord(i, "ismee"))
            return i + 1;
        if (scan.IsWord(i, "name") && scan.IsWord(i - 1, "mein") && scan.IsWord(i + 1, "ist"))
            return i + 2;
        return i > 0 && Nouns.Contains(scan.WordAt(i)) && Mine.Contains(scan.WordAt(i - 1)) ? i + 1 < scan.Tokens.Length && Are.Contains(scan.WordAt(i + 1)) ? i + 2 : i + 1 : 0;
    }

    /// <summary>The name behind "my name is" in Arabic or Hindi letters.</summary>
    public static (int Start, int End)? InOwnLetters(Scan scan)
    {
        for (var i = 0; i + 1 < scan.Tokens.Length; i++)
        {
            if (!scan.IsWord(i, "اسمي") && !(scan.IsWord(i, "إسمي") || scan.IsWord(i, "انا") && i == 0))
                continue;
            var end = i + 1;
            while (end < scan.Tokens.Length && end - i <= 3 && scan.Tokens[end] is { Kind: TokenKind.Word, Taken: false, Length: > 1 })
                end++;
            return end > i + 1 && scan.IsWord(i, "انا") == false ? (i + 1, end) : null;
        }
        return null;
    }

    /// <summary>Whether "I am" stands here in another tongue, behind which also other words than names stand.</summary>
    public static bool IsSelf(Scan scan, int i) =>
        ((scan.IsWord(i, "ana") || scan.IsWord(i, "naan") || scan.IsWord(i, "njan") || scan.IsWord(i, "nenu") || scan.IsWord(i, "naanu")) && !(scan.Tokens[i].Capital && scan.IsWord(i, "ana"))) || scan.IsWord(i, "soy") || (scan.IsWord(i, "ich") && scan.IsWord(i + 1, "bin")) || (scan.IsWord(i, "je") && scan.IsWord(i + 1, "suis")) || (scan.IsWord(i, "yo") && scan.IsWord(i + 1, "soy"));

    /// <summary>The token behind "name, by the way, is" and "name of the buyer is"; 0 when they do not stand here.</summary>
    public static int Told(Scan scan, int name)
    {
        var ofBuyer = scan.IsWord(name + 1, "of") && (scan.IsWord(name + 3, "buyer") || scan.IsWord(name + 3, "purchaser")) || scan.IsWord(name + 1, "on") || scan.IsWord(name + 1, "in");
        if (!ofBuyer && !(scan.IsSign(name + 1, ',') && scan.IsWord(name - 1, "my")))
            return 0;
        for (var at = name + 2; at < Math.Min(scan.Tokens.Length, name + 8); at++)
        {
            if (scan.IsWord(at, "is") || scan.IsWord(at, "be"))
                return at + 1;
        }
        return 0;
    }
}
