namespace LeadHeat.Core.Understanding;

/// <summary>Reads the words behind an amount that bound it: <c>2cr+</c>, <c>2 cr max</c>, <c>1 crore tak</c>, <c>2 cr ke andar</c>.</summary>
internal static class BudgetBehind
{
    /// <summary>The bound, and the token after its words: "2cr+", "2 cr max", "2 cr or less", "1 crore tak", "2 cr ke andar".</summary>
    public static Bound At(Scan scan, int end)
    {
        Bound To(KeyKind kind, int width) => new(kind, false, false, end + width);
        if (scan.IsSign(end, '(') && KindBehind(scan, end + 1) is (not KeyKind.None, _) inner)
            return To(inner.Kind, inner.Width + 1);
        if (scan.IsWord(end, "rent") && KindBehind(scan, end + 1) is (KeyKind.AtMost or KeyKind.AtLeast, _) ofRent)
            return To(ofRent.Kind, 0);
        // "55 hazaar mahine se zyada nahi"
        var at = scan.IsSign(end, ',') || scan.IsSign(end, '-') || (scan.Is(end, KeyKind.TimeUnit) && scan.IsWord(end + 1, "se")) ? end + 1 : end;
        if (KindBehind(scan, at) is not (not KeyKind.None, _) behind || (at > end && behind.Kind != KeyKind.AtMost && behind.Kind != KeyKind.AtLeast))
            return To(KeyKind.None, 0);
        // "80 lakhs, max 1 cr", "1 cr around Whitefield": the words belong to what follows.
        var next = at + behind.Width;
        return AmountReader.At(scan, next, sure: true) is not null || (behind.Kind == KeyKind.About && scan.IsFree(next) && scan.Tokens[next].Kind == TokenKind.Word && !scan.IsWord(at, "or") && !scan.IsWord(at, "approx") && !scan.IsWord(at, "approximately") && !scan.IsWord(at, "ish") && !scan.IsWord(at, "odd") && !scan.IsWord(at, "ke"))
            ? To(KeyKind.None, 0) : new(Turned(scan, behind.Kind, next), false, false, next);
    }

    // "1 cr + registration": what comes on top of it makes it no least.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Extras = WordSet.Of(
        "reg regn registry regd registration stamp gst vat tax taxes dld duty fees fee charges commission brokerage parking interiors furniture extras installation delivery shipping setup");

    // "1 crore se upar nahi ja sakte", "35k se zyada rent nahi de sakte": not above it.
    private static KeyKind Turned(Scan scan, KeyKind kind, int at)
    {
        var turns = kind == KeyKind.AtLeast || scan.IsWord(at - 2, "se");
        for (var skipped = 0; turns && skipped < 3 && at < scan.Tokens.Length && Between.Contains(scan.WordAt(at)); skipped++)
            at++;
        return !scan.IsWord(at, "nahi") && !scan.IsWord(at, "nahin") && !scan.IsWord(at, "mat") ? kind : kind == KeyKind.AtLeast ? KeyKind.AtMost : kind == KeyKind.AtMost ? KeyKind.AtLeast : kind;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = WordSet.Of("bilkul kabhi rent kiraya budget wala wale wali ka ki ke bhi to toh hum main mein paisa paise kharcha kharch kuch de dena ja jana le lena per month boss manager company management owner sir approve sanction allow pass");

    // "4.5 million is my last price", "80 lakh is the limit"
    private static readonly PhraseTable<bool> IsLast = new((true, "is|are last|final; is|are last|final price|offer|figure|amount; is|are my|our|the last|final|absolute|top price|offer|figure|amount|max|limit; is|are my|our|the limit|ceiling|cap|max|maximum|top|upper; is all we|i have|can|want"));

    private static (KeyKind Kind, int Width) KindBehind(Scan scan, int at)
    {
        if (scan.IsSign(at, '+'))
            return Extras.Contains(at + 1 < scan.Tokens.Length ? scan.WordAt(at + 1) : "") ? (KeyKind.None, 0) : (KeyKind.AtLeast, 1);
        if (scan.IsWord(at, "ke"))
            return scan.IsWord(at + 1, "andar") || scan.IsWord(at + 1, "neeche") || scan.IsWord(at + 1, "under") || scan.IsWord(at + 1, "niche") ? (KeyKind.AtMost, 2)
                : scan.IsWord(at + 1, "upar") ? (KeyKind.AtLeast, 2)
                : scan.IsWord(at + 1, "aas") || scan.IsWord(at + 1, "aaspaas") || scan.IsWord(at + 1, "around") || scan.IsWord(at + 1, "karib") || scan.IsWord(at + 1, "kareeb") ? (KeyKind.About, scan.IsWord(at + 2, "paas") ? 3 : 2)
                : (KeyKind.None, 0);
        if (scan.IsWord(at, "se"))
            return scan.IsWord(at + 1, "kam") || scan.IsWord(at + 1, "neeche") || scan.IsWord(at + 1, "niche") ? (KeyKind.AtMost, 2)
                : scan.IsWord(at + 1, "zyada") || scan.IsWord(at + 1, "jyada") || scan.IsWord(at + 1, "upar") || scan.IsWord(at + 1, "start") ? (KeyKind.AtLeast, 2)
                : (KeyKind.None, 0);
        if (scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And))
            return scan.IsWord(at + 1, "so") || scan.IsWord(at + 1, "thereabouts") ? (KeyKind.About, 2)
                : scan.IsWord(at + 1, "up") || scan.IsWord(at + 1, "higher") || scan.IsWord(at + 1, "upwards") ? (KeyKind.AtLeast, 2)
                : KindBehind(scan, at + 1) is (KeyKind.AtMost or KeyKind.AtLeast, _) next ? (next.Kind, next.Width + 1)
                : scan.Is(at + 1, KeyKind.More) ? (KeyKind.AtLeast, 2)
                : scan.IsWord(at + 1, "less") || scan.IsWord(at + 1, "below") || scan.IsWord(at + 1, "under") || scan.IsWord(at + 1, "lesser") || scan.IsWord(at + 1, "lower") || scan.IsWord(at + 1, "cheaper") ? (KeyKind.AtMost, 2)
                : (KeyKind.None, 0);
        if (scan.IsWord(at, "at"))
            return scan.IsWord(at + 1, "most") || (scan.IsWord(at + 1, "the") && scan.IsWord(at + 2, "most")) || scan.IsWord(at + 1, "max") ? (KeyKind.AtMost, scan.IsWord(at + 1, "the") ? 3 : 2)
                : scan.IsWord(at + 1, "least") ? (KeyKind.AtLeast, 2) : (KeyKind.None, 0);
        if (scan.IsWord(at, "is") && scan.Is(at + 1, KeyKind.AtMost))
            return (KeyKind.AtMost, 2);
        if (IsLast.At(scan, at) is var (_, said))
            return (KeyKind.AtMost, said - at);
        if (scan.IsWord(at, "approx") || scan.IsWord(at, "approximately") || scan.IsWord(at, "ish") || scan.IsWord(at, "odd") || scan.IsWord(at, "roughly") || scan.IsWord(at, "around") || scan.IsWord(at, "range"))
            return (KeyKind.About, 1);
        return scan.Is(at, KeyKind.AtMost) && !scan.IsWord(at, "within") && !scan.IsWord(at, "till") && !scan.IsWord(at, "until") && !scan.IsWord(at, "less") && !scan.IsWord(at, "under") && !scan.IsWord(at, "below") ? (KeyKind.AtMost, 1)
            : scan.IsWord(at, "onwards") || scan.IsWord(at, "onward") || scan.IsWord(at, "upwards") || (scan.IsWord(at, "plus") && (at + 1 == scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol)) || scan.IsWord(at, "minimum") || scan.IsWord(at, "min") || scan.IsWord(at, "above") ? (KeyKind.AtLeast, 1)
            : (KeyKind.None, 0);
    }
}
