namespace LeadHeat.Core.Understanding;

/// <summary>Reads what bounds a number of bedrooms: <c>nothing smaller than 3</c>, <c>two bed minimum</c>, <c>up to 4 bhk</c>.</summary>
internal static class BedsBounds
{
    private const int Widest = 3;

    private static readonly PhraseTable<KeyKind> Leads = new(
        (KeyKind.AtLeast, "nothing|not|no|never smaller|less|fewer|lower than; nothing|not|no below|under; at least; minimum|min|atleast; minimum|min of|."),
        (KeyKind.AtMost, "nothing|not|no bigger|more|larger|greater than; nothing|not|no over|above|beyond; at most; maximum|max; maximum|max of|.; up to; upto"));

    private static readonly PhraseTable<KeyKind> Ends = new(
        (KeyKind.AtLeast, "minimum; at least; or more|bigger|larger|above|up; and above|up"),
        (KeyKind.AtMost, "maximum; max; at most; or less|fewer|smaller|below; tops"));

    public static KeyKind Before(Scan scan, int start)
    {
        for (var width = Widest; width > 0; width--)
        {
            if (Leads.At(scan, start - width) is var (kind, end) && end == start)
                return kind;
        }
        return scan.Is(start - 1, KeyKind.AtLeast) ? KeyKind.AtLeast : KeyKind.None;
    }

    public static KeyKind Behind(Scan scan, int end)
    {
        if (Ends.At(scan, end) is var (kind, _))
            return kind;
        if (scan.IsWord(end, "min") && end + 1 == scan.Tokens.Length)
            return KeyKind.AtLeast;
        // "teen bhk hona chahiye kam se kam"
        for (var i = end; i < Math.Min(end + 3, scan.Tokens.Length); i++)
        {
            if (scan.IsWord(i, "kam") && scan.IsWord(i + 1, "se") && scan.IsWord(i + 2, "kam"))
                return KeyKind.AtLeast;
        }
        return KeyKind.None;
    }
}
