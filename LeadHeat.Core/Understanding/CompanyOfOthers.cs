namespace LeadHeat.Core.Understanding;

/// <summary>Knows houses at which somebody else is: <c>a friend at Delta Foods told me about you</c>, <c>my wife works at Infosys</c>.</summary>
internal static class CompanyOfOthers
{
    private static readonly PhraseTable<bool> People = new((true,
        "a|my|our|some|old|good friend|friends|cousin|brother|sister|neighbour|neighbor|acquaintance|contact|wife|husband|uncle|classmate|batchmate|guy|someone|somebody|customer|client; someone|somebody; about|of you|u|this"));

    private static readonly PhraseTable<bool> Between = new((true, "works|work|working|worked|is|was|who|of|mine|over|sits|here"));

    /// <summary>Whether the words before "at" or "from" speak of somebody else.</summary>
    public static bool IsIt(Scan scan, int at)
    {
        var start = at - 1;
        while (start > 0 && Between.At(scan, start) is not null)
            start--;
        for (var first = start; first >= 0 && first >= start - 1; first--)
        {
            if (People.At(scan, first) is var (_, end) && end == start + 1)
                return true;
        }
        return false;
    }
}
