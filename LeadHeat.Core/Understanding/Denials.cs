namespace LeadHeat.Core.Understanding;

/// <summary>Knows what is said not to be done: <c>they won't let us sign</c>, <c>we will not switch tools</c>, <c>no decision</c>.</summary>
internal static class Denials
{
    private const int Reach = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing = WordSet.Of(
        "move moving moved shift shifting relocate buy buying purchase start starting begin beginning open opening launch sign signing signed decide decided decision switch switching change changing touch migrate commit close go going implement replace replacing settle occupy invest happen happens happening approve approved possible able do done need want require act rent lease roll");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> No = WordSet.Of("nobody noone neither");

    // "No problem to move in March", "not only this year", "can't we start this month?"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Otherwise = WordSet.Of("problem problems issue issues worries doubt matter later more less longer only just i we you if too so");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Breaks = WordSet.Of("and but so because if as since unless until till why therefore hence although while or before after by once when");

    /// <summary>Whether something that is done is denied before a token, in its clause.</summary>
    public static bool OfDoing(Scan scan, int end)
    {
        var done = false;
        for (var at = end - 1; at >= 0 && at >= end - Reach && scan.Tokens[at].Kind == TokenKind.Word && !Breaks.Contains(scan.WordAt(at)); at--)
        {
            if (IsNo(scan, at))
                return done && !Otherwise.Contains(scan.WordAt(at + 1)) && !scan.IsWord(at - 1, "why");
            done |= Doing.Contains(scan.WordAt(at));
        }
        return false;
    }

    private static bool IsNo(Scan scan, int at) =>
        scan.Is(at, KeyKind.Not) && !scan.IsWord(at, "without") && !scan.IsWord(at, "except") || No.Contains(scan.WordAt(at));
}
