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
        if (Parts.At(scan, at) is not var (more, number) || !measured(scan, number + 1) || WholeAt(scan, number) is not { } whole)
            return null;
        // Of a hundred it is a part of that: "sava sau" is 125.
        return (whole >= 100 ? whole + (more * 100) : whole + more, number + 1);
    }

    private static decimal? WholeAt(Scan scan, int at) => scan.IsFree(at) && (scan.Tokens[at] is { Key.Kind: KeyKind.HindiNumber or KeyKind.Number } word && word.Key.Value == decimal.Truncate(word.Key.Value)) ? scan.Tokens[at].Key.Value
        : scan.IsFree(at) && scan.Tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } digits ? digits.Number : null;
}
