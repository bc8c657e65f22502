using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds which of the shown units is meant: <c>the second one</c>, <c>option 2</c>, <c>#2</c>, <c>the last one</c>.</summary>
internal static class ReferenceFinder
{
    private static readonly HashSet<string> Nouns = new(
        ["one", "one's", "one’s", "ones", "option", "unit", "property", "flat", "apartment", "villa", "listing", "choice", "townhouse", "place"], StringComparer.OrdinalIgnoreCase);

    public static void Run(Scan scan)
    {
        if (scan.Dialogue.Shown.Count == 0)
            return;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (OrdinalAt(scan, i) is not { } ordinal)
                continue;
            var index = ordinal < 0 ? scan.Dialogue.Shown.Count - 1 : ordinal - 1;
            if (index < scan.Dialogue.Shown.Count)
            {
                // "The second one" counts no bedrooms.
                if (scan.IsWord(i + 1, "one") && !scan.Is(i + 2, KeyKind.Bed))
                    scan.Values.RemoveAll(value => value.Field == FactFields.Beds && value.Spans.Any(span => span.Start <= scan.Tokens[i + 1].Start && span.End > scan.Tokens[i + 1].Start));
                scan.Reference = index;
                return;
            }
        }
    }

    private static int? OrdinalAt(Scan scan, int i)
    {
        var token = scan.Tokens[i];
        if (token.Key.Kind == KeyKind.Ordinal)
            return IsNounOrEnd(scan, i + 1) ? (int)token.Key.Value : null;
        if (token.Kind != TokenKind.Number || token.Taken || token.Number is < 1 or > 9)
            return null;
        if (i + 1 < scan.Tokens.Length && !scan.Tokens[i + 1].Apart && (scan.IsWord(i + 1, "st") || scan.IsWord(i + 1, "nd") || scan.IsWord(i + 1, "rd") || scan.IsWord(i + 1, "th")))
            return IsNounOrEnd(scan, i + 2) ? (int)token.Number : null;
        return scan.IsSign(i - 1, '#') || scan.IsWord(i - 1, "option") || scan.IsWord(i - 1, "number") ? (int)token.Number : null;
    }

    private static bool IsNounOrEnd(Scan scan, int at) =>
        at >= scan.Tokens.Length || scan.Tokens[at].Kind == TokenKind.Symbol || Nouns.Contains(scan.WordAt(at).ToString());
}
