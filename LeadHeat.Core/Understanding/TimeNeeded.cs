namespace LeadHeat.Core.Understanding;

/// <summary>Tells a time by which the visitor has to be out or in: <c>we have to move within ten days</c>, also in the middle of a complaint.</summary>
internal static class TimeNeeded
{
    private const int Reach = 10;

    private static readonly PhraseTable<bool> Must = new((true,
        "i|we must|should be|move|shift|vacate|leave|open|start; i|we have|need|got|want to be|move|shift|vacate|leave|open|start; i've|we've|i’ve|we’ve got|had to be|move|shift|vacate|leave|open|start"));

    /// <param name="start">The time's first token.</param>
    public static bool IsIt(Scan scan, int start)
    {
        var from = start;
        while (from > 0 && start - from < Reach && !Clauses.EndsSentence(scan, from - 1))
            from--;
        return Must.IsIn(scan, from, start);
    }
}
