namespace LeadHeat.Core.Understanding;

/// <summary>Knows homes and places that somebody gives up: <c>give up our house in Jayanagar</c>, <c>moving out of Hebbal</c>, <c>downsize from a villa</c>.</summary>
internal static class HomesLeft
{
    private const int Reach = 8;

    private static readonly PhraseTable<bool> Leaving = new((true,
        "give|giving|gave up; leave|leaving; vacate|vacating; move|moving|shift|shifting|get|getting out of; downsize|downsizing|upgrade|upgrading|move|moving|shift|shifting|relocate|relocating from; get|getting|be rid of; let|letting go of; part|parting with"));

    // What may stand between the leaving and what is left.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of(
        "the our my a an this that old big small little large present current existing rented family ancestral own in at house home flat apartment place villa bungalow duplex townhouse independent row studio");

    /// <summary>Whether what begins at a token is left.</summary>
    public static bool IsIt(Scan scan, int first)
    {
        for (var at = first; at > 0 && at > first - Reach; at--)
        {
            for (var start = Math.Max(0, at - 3); start < at; start++)
            {
                if (Leaving.At(scan, start) is var (_, end) && end == at)
                    return !IsDenied(scan, start);
            }
            if (!Glue.Contains(scan.WordAt(at - 1)) && !scan.Is(at - 1, KeyKind.Bed) && scan.Tokens[at - 1].Kind != TokenKind.Number)
                return false;
        }
        return false;
    }

    // "We won't leave Jayanagar", "don't want to give up our garden"
    private static bool IsDenied(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - 3 && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (scan.Is(at, KeyKind.Not))
                return true;
        }
        return false;
    }
}
