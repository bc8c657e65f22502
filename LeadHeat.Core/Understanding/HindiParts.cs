namespace LeadHeat.Core.Understanding;

/// <summary>Reads the words by which Hindi moves a number by a part: <c>saadhe teen</c> (3.5), <c>paune do</c> (1.75), <c>sava do</c> (2.25), <c>pauna</c> (0.75).</summary>
internal static class HindiParts
{
    private static readonly PhraseTable<decimal> Parts = new(
        (0.5m, "saadhe|sadhe|saade|sade|saadey|sadey|saarhe|sarhe|saddhe"),
        (0.25m, "sava|sawa|savaa|sawaa"),
        (-0.25m, "paune|pauney|pone|poune|ponay|paunay"));

    private static readonly PhraseTable<decimal> Alone = new((0.75m, "pauna|paun|pona"));

    /// <summary>The number that begins at a token, and the token after it; null when none does.</summary>
    /// <param name="measured">Whether a token is a scale or unit, before which alone such words are numbers.</param>
    public static (decimal Number, int Next)? At(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        if (Alone.At(scan, at) is var (part, only) && measured(scan, only))
            return (part, only);
        if (Hundreds(scan, at, measured) is { } hundreds)
            return hundreds;
        if (Parts.At(scan, at) is not var (more, number) || !measured(scan, number + 1) || WholeAt(scan, number) is not { } whole)
            return null;
        // Of a hundred it is a part of that: "sava sau" is 125.
        return (whole >= 100 ? whole + (more * 100) : whole + more, number + 1);
    }

    // "ek sau bees" (120), "dhai sau" (250), "paune do sau" (175)
    private static (decimal, int)? Hundreds(Scan scan, int at, Func<Scan, int, bool> measured)
    {
        var (moved, first) = Parts.At(scan, at) is var (more, number) ? (more, number) : (0m, at);
        if (!scan.IsFree(first) || !scan.Is(first, KeyKind.HindiNumber) || scan.Tokens[first].Key.Value >= 100 || !scan.IsWord(first + 1, "sau"))
            return null;
        var count = (scan.Tokens[first].Key.Value + moved) * 100;
        return measured(scan, first + 2) ? (count, first + 2)
            : scan.Is(first + 2, KeyKind.HindiNumber) && scan.Tokens[first + 2].Key.Value < 100 && measured(scan, first + 3) ? (count + scan.Tokens[first + 2].Key.Value, first + 3) : null;
    }

    private static decimal? WholeAt(Scan scan, int at) => scan.IsFree(at) && (scan.Tokens[at] is { Key.Kind: KeyKind.HindiNumber or KeyKind.Number } word && word.Key.Value == decimal.Truncate(word.Key.Value)) ? scan.Tokens[at].Key.Value
        : scan.IsFree(at) && scan.Tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } digits ? digits.Number : null;
}
