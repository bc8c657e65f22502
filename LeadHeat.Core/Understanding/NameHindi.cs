namespace LeadHeat.Core.Understanding;

/// <summary>Reads names beside the Hindi word for it: <c>Sunil naam hai mera</c>, <c>mera naam hai Rajat</c>, <c>Arvind naam se likho</c>, <c>naam likh lo - Geeta</c>.</summary>
internal static class NameHindi
{
    private static readonly PhraseTable<bool> Before = new((true, "naam|nam|name hai|h|he mera|meri|hamara|humara|apna; mera|hamara|humara naam|nam|name hai|h|he; naam|nam se"));

    private static readonly PhraseTable<bool> Behind = new((true, "naam|nam|name hai|h; naam|nam|name likh|note lo|lijiye|karo|kar|lena|do; naam|nam|name note|save kar|karo lo|lijiye|lena; naam|nam|name likho|likhiye|lijiye"));

    /// <summary>Where the name stands; null when there is none.</summary>
    public static (int First, int End)? At(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Before.At(scan, i) is not null && i > 0 && GivenNames.IsAt(scan, i - 1) && First(scan, i) is var first && (i < 5 || first == 0 || scan.Tokens[first - 1].Kind == TokenKind.Symbol))
                return (first, i);
            if (Behind.At(scan, i) is var (_, at))
            {
                at = NameHums.After(scan, scan.IsSign(at, ':') ? at + 1 : at);
                if (GivenNames.IsAt(scan, at))
                    return (at, NameWords.StrangeEnd(scan, at));
            }
        }
        return null;
    }

    /// <summary>Whether it is said what to do with the name, which stands further on.</summary>
    public static bool IsVerb(Scan scan, int at) => Behind.At(scan, at) is not null;

    private static int First(Scan scan, int end)
    {
        var first = end - 1;
        while (first > 0 && NameWords.IsStrange(scan, first - 1))
            first--;
        return first;
    }
}
