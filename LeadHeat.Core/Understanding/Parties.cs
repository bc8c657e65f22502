namespace LeadHeat.Core.Understanding;

/// <summary>Tells whose wish a clause is: the other side's (<c>my landlord wants …</c>) is not the visitor's, his family's is.</summary>
internal static class Parties
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "landlord landlords landlady owner owners tenant tenants builder builders developer developers bank banks lender society association municipality government govt authority authorities court embassy neighbour neighbours neighbor neighbors seller sellers dealer vendor supplier suppliers agent broker brokers contractor competitor competitors franchise franchisor");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asking = WordSet.Of("wants want wanted needs need needed expects expect asks demands plans plan intends hopes likes");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ours = WordSet.Of("us me we i back");

    private const int Reach = 3;

    /// <summary>Whether the other side is the subject of what is asked for between two tokens, and not of us: "the bank needs my papers"; not "the landlord wants us out".</summary>
    public static bool AsksFor(Scan scan, int start, int end)
    {
        for (var at = start; at < Math.Min(end, start + Reach); at++)
        {
            if (!Others.Contains(scan.WordAt(at)))
                continue;
            if (!Asking.Contains(scan.WordAt(at + 1 < end ? at + 1 : at)))
                return false;
            for (var behind = at + 1; behind < end; behind++)
            {
                if (Ours.Contains(scan.WordAt(behind)))
                    return false;
            }
            return true;
        }
        return false;
    }
}
