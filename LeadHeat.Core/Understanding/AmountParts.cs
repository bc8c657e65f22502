namespace LeadHeat.Core.Understanding;

/// <summary>Reads amounts that are told by parts of a scale: <c>half of 3 cr</c>, <c>crore and a half</c>, <c>malyon w nos</c>.</summary>
internal static class AmountParts
{
    // "half of 3 cr", "crore and a half", and the first of "ek se dedh crore"
    public static Amount? At(Scan scan, int start, bool sure)
    {
        if (scan.Is(start, KeyKind.HindiNumber) && scan.IsFree(start) && scan.Is(start + 1, KeyKind.To) && scan.Is(start + 2, KeyKind.HindiNumber) && scan.Is(start + 3, KeyKind.Scale))
            return new(scan.Tokens[start].Key.Value, null, null, null, start, start + 1);
        if (scan.Is(start, KeyKind.Half) && scan.IsFree(start) && scan.IsWord(start + 1, "of") && AmountReader.At(scan, start + 2, sure) is { Scale: not null } whole)
            return whole with { Number = whole.Number / 2, Start = start };
        if (scan.IsFree(start) && scan.Is(start, KeyKind.Scale) && scan.Tokens[start] is { Length: > 2 } && IsAndHalf(scan, start + 1) && !IsCounted(scan, start - 1))
            return new(1.5m, scan.Tokens[start].Key.Value, null, scan.Tokens[start].Key.Text, start, start + 3);
        // "under Cr 1.5"; in "2 cr 50 lakhs" a number stands before
        if (scan.IsFree(start) && scan.Tokens[start] is { Length: > 1, Key: { Kind: KeyKind.Scale, Text: not null } scale } && !IsCounted(scan, start - 1) && !scan.Is(start - 1, KeyKind.Half) && !scan.Is(start - 1, KeyKind.Article)
            && scan.IsFree(start + 1) && scan.Tokens[start + 1] is { Kind: TokenKind.Number, Number: > 0 and < 1000 } after && (start + 2 >= scan.Tokens.Length || scan.Tokens[start + 2].Kind == TokenKind.Symbol && scan.Tokens[start + 2].Key.Kind == KeyKind.None))
            return new(after.Number, scale.Value, null, scale.Text, start, start + 2);
        var half = scan.Is(start + 2, KeyKind.Article) ? start + 3 : start + 2;
        return scan.IsFree(start) && scan.Tokens[start] is { Length: > 2, Key: { Kind: KeyKind.Scale, Text: not null } key } && scan.Is(start + 1, KeyKind.And) && scan.Is(half, KeyKind.Half) && !AmountReader.IsScale(scan, half + 1, sure)
            && !IsCounted(scan, start - 1) && !scan.Is(start - 1, KeyKind.Article)
            ? new(1.5m, key.Value, null, key.Text, start, half + 1) : null;
    }

    public static bool IsCounted(Scan scan, int at) => at >= 0 && scan.Tokens[at] is { Kind: TokenKind.Number } or { Key.Kind: KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.HindiNumber };

    // "malyon w nos", as it is said in the Gulf: and a half
    public static bool IsAndHalf(Scan scan, int at) =>
        (scan.IsWord(at, "w") || scan.IsWord(at, "wa") || scan.IsWord(at, "we") || scan.IsWord(at, "o") || scan.IsWord(at, "u")) && (scan.IsWord(at + 1, "nos") || scan.IsWord(at + 1, "noss") || scan.IsWord(at + 1, "nus") || scan.IsWord(at + 1, "nuss") || scan.IsWord(at + 1, "nisf"));
}
