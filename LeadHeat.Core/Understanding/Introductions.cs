using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>The phrases behind which people say their name: <c>I'm</c> Asha, <c>save me as</c> Tanvi, <c>contact person:</c> Lina.</summary>
internal static class Introductions
{
    // Words with bars between them stand for one another; a colon is a dash, too; ^ is where a message or a clause begins.
    private static readonly string[] All =
    [
        "i'm", "i’m", "im", "iam", "i am", "i'm|i’m|im|am the other|second|first|new|same", "i am called", "i'm|i’m called", "^ am", "myself", "my self", "i'm|i’m called", "i go by", "this is", "this side",
        "call|calls me", "me call", "save|store|register|list|add|address me as", "save|store|register|list it|this as", "know|knows me as", "down as", "put|book|reserve|file|save|keep|note it|this under", "under the name",
        "my name ,|(", "my name you can have|get|use :", "name yes ,|:", "add :", "speaking|contact|attn|poc|spoc|buyer :", "contact person :", "contact person is",
        "i'm|i’m|im|am his|her|the|their|my|your|an|a assistant|secretary|pa|wife|husband|son|daughter|brother|sister|manager|owner|founder|director|partner|agent|broker|mother|father|buyer|customer|client|purchaser|investor|applicant|architect|accountant|barista|chef|roaster|consultant|contractor|caller ,", "i'm|i’m|im|am the|your|his|her|a head|cafe|café|shop|office|sales|general|new|other|same barista|owner|manager|buyer|customer|client|chef ,", "the one|person|guy|lady who|that called|wrote|mailed|asked|came|booked ,",
        "is his|her|the|their assistant|secretary|pa|wife|husband|son|daughter|brother|sister|manager|owner|agent|broker|mother|father ,", "it's|it’s|its me", "it's|it’s|its me ,", "it's|it’s|its me again ,", "name's|name’s", "me llamo", "m'appelle", "m’appelle", "ich heisse|heiße",
    ];

    private static readonly Dictionary<string, string[][][]>.AlternateLookup<ReadOnlySpan<char>> ByEnd = All
        .Select(phrase => phrase.Split(' ').Select(place => place.Split('|')).ToArray())
        .SelectMany(phrase => phrase[^1].Select(last => (Last: last, Phrase: phrase)))
        .GroupBy(each => each.Last, each => each.Phrase, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a phrase ends with a token.</summary>
    public static bool EndAt(Scan scan, int at)
    {
        if (IsOfOther(scan, at - 1))
            return false;
        if (ByEnd.TryGetValue(scan.IsSign(at, '-') ? ":" : scan.WordAt(at), out var phrases) && phrases.Any(phrase => Stands(scan, phrase, at)))
            return true;
        // "055 123 4567, ask for Bilal"
        return scan.IsWord(at, "for") && scan.IsWord(at - 1, "ask") && (scan.Find(FactFields.Phone) ?? scan.Find(FactFields.Email)) is not null;
    }

    /// <summary>Whether a word makes the name behind it somebody else's: "her name's Agnes".</summary>
    public static bool IsOfOther(Scan scan, int at) => scan.IsWord(at, "her") || scan.IsWord(at, "his") || scan.IsWord(at, "their") || scan.IsWord(at, "whose");

    /// <summary>Where the visitor's own name begins behind whose relative he is: "Mrs Joshi's son, Aditya"; 0 when that is not said.</summary>
    public static int BehindRelative(Scan scan, int start)
    {
        for (var at = NameShape.AfterTitles(scan, start); at + 1 < Math.Min(scan.Tokens.Length, start + 5); at++)
        {
            if (NameWords.IsPossessive(scan, at))
                return !Relatives.Contains(scan.WordAt(at + 1)) ? 0 : scan.IsSign(at + 2, ',') ? at + 3 : at + 2;
            if (!scan.Tokens[at].Capital)
                return 0;
        }
        return 0;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Relatives = WordSet.Of("son daughter wife husband brother sister mother father mom dad nephew niece cousin assistant secretary pa partner manager daughter-in-law");

    private static bool Stands(Scan scan, string[][] phrase, int end)
    {
        for (var place = 0; place < phrase.Length - 1; place++)
        {
            var at = end - (phrase.Length - 1 - place);
            if (!(phrase[place] is ["^"] ? Begins(scan, at + 1) : phrase[place].Any(word => scan.IsWord(at, word))))
                return false;
        }
        return true;
    }

    private static bool Begins(Scan scan, int at) => at == 0 || scan.Tokens[at - 1].Kind == TokenKind.Symbol || scan.Tokens[at - 1].Taken || NamePlaces.IsOpening(scan, at - 1);
}
