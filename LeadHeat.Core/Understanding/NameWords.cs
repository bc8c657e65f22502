namespace LeadHeat.Core.Understanding;

/// <summary>Tells words that only names are from those of every day, and where a name without capitals ends.</summary>
internal static class NameWords
{
    // "mohammed al-farsi" throughout; of "deepak verma pls" the first two.
    public static int StrangeEnd(Scan scan, int at)
    {
        if (NameShape.From(scan, at, lower: true) is var (first, end) && first == at)
        {
            var strange = true;
            for (var i = first; i < end; i++)
                strange &= scan.Tokens[i].Kind != TokenKind.Word || IsStrange(scan, i) || (i > first && NameShape.IsParticle(scan.WordAt(i)));
            if (strange)
                return end;
        }
        // "this is li wei"
        if (scan.Tokens[at].Length == 2 && at + 1 < scan.Tokens.Length && NameShape.IsWord(scan, at, lower: true) && !IsUsual(scan, at) && NameShape.IsWord(scan, at + 1, lower: true) && !IsUsual(scan, at + 1))
            return at + 2;
        var last = at;
        while (last < scan.Tokens.Length && last - at < 6 && (last - at < 2 && IsStrange(scan, last) || last > at && (GivenNames.IsAt(scan, last) || IsParticled(scan, last))))
            last++;
        return last;
    }

    // "bin Rashid", and the words behind a particle
    private static bool IsParticled(Scan scan, int at) => NameShape.IsParticle(scan.WordAt(at)) ? NameShape.IsWord(scan, at + 1, lower: true) && !IsUsual(scan, at + 1)
        : NameShape.IsParticle(scan.WordAt(at - 1)) && NameShape.IsWord(scan, at, lower: true) && !IsUsual(scan, at);

    /// <summary>Whether a word is none that everybody uses, and no place.</summary>
    public static bool IsStrange(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        if (!NameShape.IsWord(scan, at, lower: true) || scan.Tokens[at].Length < 3)
            return false;
        var folded = letters[..Tokenizer.Fold(scan.WordAt(at), letters)];
        return GivenNames.Contains(folded) || !folded.IsEmpty && !EnglishWords.IsUsual(folded) && !scan.Playbook.Lexicon.Places.Excludes(folded);
    }

    private static bool IsUsual(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        return EnglishWords.IsUsual(letters[..Tokenizer.Fold(scan.WordAt(at), letters)]);
    }

    // "this is exploratory": a rare word that ends as those do that say how a thing is.
    public static bool IsSaidOfThings(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        var folded = letters[..Tokenizer.Fold(scan.WordAt(at), letters)];
        if (GivenNames.Contains(folded) || !EnglishWords.Contains(folded))
            return false;
        foreach (var ending in Endings)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length > ending.Length + 2)
                return true;
        }
        return false;
    }

    private static readonly string[] Endings = ["ory", "ive", "able", "ible", "ous", "ful", "less", "ical", "ional", "ment", "ness", "tion", "ed", "ing", "ly", "ent", "ant", "ish", "ist", "ier", "est"];

    /// <summary>Whether a word says whose something is: <c>Joshi's</c>.</summary>
    public static bool IsPossessive(Scan scan, int at) => scan.WordAt(at).EndsWith("'s", StringComparison.OrdinalIgnoreCase) || scan.WordAt(at).EndsWith("’s", StringComparison.OrdinalIgnoreCase);

    // "I'm Househunting" says what somebody does.
    public static bool IsDoing(Scan scan, int at) => scan.Tokens[at].Length > 6 && scan.WordAt(at).EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    // A name ends its clause or is followed by what people say next: "I'm Asha from …", but "I'm Salesforce user".
    public static bool GoesOn(Scan scan, int end) =>
        end >= scan.Tokens.Length || scan.Tokens[end].Kind != TokenKind.Word || scan.Tokens[end].Taken || scan.Tokens[end].Capital
        || scan.Text.AsSpan(scan.Tokens[end - 1].End, scan.Tokens[end].Start - scan.Tokens[end - 1].End).Contains('\n') || Next.Contains(scan.WordAt(end)) || !IsUsual(scan, end);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Next = WordSet.Of(
        "sir madam maam ma'am mam saab sahab bro frm fm mob cell ph tel whatsapp id from and here looking i i'm i’m im my we we're our need needs want wants wanted speaking calling at of with in interested by can could please number contact phone mobile email mail this hai aur hoon hun bol se the searching seeking planning but is was would writing reaching again need hoping trying on not sorry no actually who working works work founder owner ceo manager head running kindly pls plz you your do how what so thanks thank mujhe ko chahiye hu ye yahan an a just");
}
