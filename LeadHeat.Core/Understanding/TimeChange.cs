namespace LeadHeat.Core.Understanding;

/// <summary>Tells when a time takes an earlier one's place: <c>by January, no wait, February</c>, <c>March, hmm, better May</c>.</summary>
internal static class TimeChange
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Turns = WordSet.Of(
        "no sorry wait rather actually now instead make better hmm say correction meant mean probably likely scratch nahi nahin balki changed postponed delayed pushed moved forward");

    /// <summary>Whether what is said at a token changes the time found last.</summary>
    public static bool IsSince(Scan scan, List<When> found, int at) => found.Count > 0 && IsBetween(scan, found[^1].End, at);

    /// <summary>Whether the words between two times put the second in the first one's place.</summary>
    public static bool IsBetween(Scan scan, int from, int to)
    {
        if (scan.Cues.HasFlag(Cues.Correction))
            return true;
        for (var at = from; at < to; at++)
        {
            if (Turns.Contains(scan.WordAt(at)) || ChangeOfMind.Withdraws(scan, at) || scan.IsWord(at, "so") || scan.IsWord(at, "hence") || scan.IsWord(at, "therefore") || scan.IsWord(at, "isliye") || (scan.IsWord(at, "but") && SaidBefore(scan, from)))
                return true;
        }
        return false;
    }

    // "We said March but it will be June"
    private static bool SaidBefore(Scan scan, int end)
    {
        for (var i = Math.Max(0, end - 8); i < end; i++)
        {
            if (scan.IsWord(i, "said") || scan.IsWord(i, "thought") || scan.IsWord(i, "earlier") || scan.IsWord(i, "planned") || scan.IsWord(i, "planning") || scan.IsWord(i, "were") || (scan.IsWord(i, "was") && scan.IsWord(i + 1, "going")))
                return true;
        }
        return false;
    }
}
