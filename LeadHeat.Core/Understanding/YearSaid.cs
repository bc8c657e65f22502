namespace LeadHeat.Core.Understanding;

/// <summary>Knows the words around a bare year that make it a time: <c>we are thinking of 2028</c>, <c>2028 for the move</c>.</summary>
internal static class YearSaid
{
    private const int Widest = 3;

    private static readonly PhraseTable<bool> Before = new((true,
        "thinking|talking|speaking of|about; plan|target|goal|aim|idea|move|opening|launch is; looking|aiming|eyeing at|for|towards; eyeing; planned|planning|scheduled for; it|that will|would be; it'll|it’ll be; make it"));

    private static readonly PhraseTable<bool> Behind = new((true,
        "for the|our|my move|opening|launch|purchase|shift|rollout; for moving|buying|opening|shifting; in mind; is|would be|will the|our|my plan|idea|target|goal; is when we|i; is|would realistic|more; when we|i move|buy|retire|open|come|shift"));

    public static bool IsTime(Scan scan, int start, int end)
    {
        if (Behind.At(scan, end) is not null)
            return true;
        for (var at = Math.Max(0, start - Widest); at < start; at++)
        {
            if (Before.At(scan, at) is var (_, last) && last == start)
                return true;
        }
        return false;
    }
}
