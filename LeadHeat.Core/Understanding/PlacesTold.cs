namespace LeadHeat.Core.Understanding;

/// <summary>Places that are only told of: where a home is rented now, where our board hangs.</summary>
internal static class PlacesTold
{
    private const int Reach = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Renting = WordSet.Of("rent rented rental renting tenant tenants kiraye landlord landlords landlady lease tenancy ejari sublet");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("looking search searching want wants need needs chahiye find buy buying interested show send after prefer can could afford budget upto max maximum");

    // "A rented apartment in JVC" may be what is looked for; whose it is, or that it is paid for, tells that it is there.
    private static readonly PhraseTable<bool> Now = new((true, "i; we; i'm; i’m; we're; we’re; my; our; his; her; their; paying; pay; current; present; existing; stop; tired; leaving; currently; now; still; presently; abhi; hum; main; are; am"));

    private static readonly PhraseTable<bool> Behind = new((true,
        "mein|me|main kiraye|rent|bhade; mein|me|main rehte|rehta|rehti|rahte|rahta|rahti|reh|rah"));

    private static readonly PhraseTable<bool> Ours = new((true,
        "your|ur|you|u|urs board|boards|hoarding|hoardings|ad|ads|advert|banner|banners|poster|posters|billboard|flyer|stall|booth|office|branch|showroom; saw|seen|noticed|passed a|the|one|big board|hoarding|banner|poster|billboard|ad"));

    // "our stuff is sitting in a container at Jebel Ali port"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stored = WordSet.Of("container containers storage stored warehouse godown shipment lying stuck parked furniture things belongings boxes");

    private static readonly PhraseTable<bool> House = new((true, "i|we have|own a|an|our|my house|flat|home|apartment|villa|bungalow in|at; i|we have|own a|an|our|my old|small|big|nice|ancestral|family house|flat|home|apartment|villa|bungalow in|at"));

    /// <summary>"A rented place in Banaswadi", "stop paying rent in Mirdif", "Banaswadi mein kiraye pe hain"; not "looking for a rented place in Banaswadi".</summary>
    public static bool IsRentedNow(Scan scan, int first, int end)
    {
        if (Behind.At(scan, end) is not null)
            return true;
        if (!scan.IsWord(first - 1, "in") && !scan.IsWord(first - 1, "at"))
            return false;
        for (var at = first - 2; at >= 0 && at >= first - Reach && !Clauses.Ends(scan, at); at--)
        {
            if (Renting.Contains(scan.WordAt(at)))
                return Now.IsIn(scan, Math.Max(0, at - 6), at) && !scan.IsWord(at + 1, "out") && !scan.IsWord(at + 1, "it") && !WishesBefore(scan, at);
            if (Wishing.Contains(scan.WordAt(at)))
                return false;
        }
        return false;
    }

    /// <summary>"I saw your board near the Hebbal flyover", "is your office in Indiranagar?"</summary>
    public static bool IsWhereWeAre(Scan scan, int first)
    {
        if ((scan.IsWord(first - 1, "in") || scan.IsWord(first - 1, "at")) && Stored.Contains(scan.WordAt(Math.Max(0, first - 2))))
            return true;
        for (var at = first - 2; at >= 0 && at >= first - Reach && !Clauses.Ends(scan, at); at--)
        {
            if (Ours.At(scan, at) is not null && !IsOfAd(scan, first) || Present.At(scan, at) is not null && (scan.IsWord(first - 1, "in") || scan.IsWord(first - 1, "at")))
                return true;
            if (Wishing.Contains(scan.WordAt(at)))
                return false;
        }
        return false;
    }

    // "Saw your ad for Bellandur": where what it shows is, and not where it hangs.
    private static bool IsOfAd(Scan scan, int first) => scan.IsWord(first - 1, "for") || scan.IsWord(first - 1, "about") || scan.IsWord(first - 1, "regarding");

    private static readonly PhraseTable<bool> Present = new((true, "my|our current|present|existing one|flat|home|house|place|apartment|villa is; now we|i are|am|live; at present we are"));

    /// <summary>"We have an old house in Malleshwaram"</summary>
    public static bool IsOurHouse(Scan scan, int first)
    {
        for (var at = first - 5; at >= 0 && at >= first - 6; at--)
        {
            if (House.At(scan, at) is var (_, end) && end == first)
                return true;
        }
        return false;
    }

    private static bool WishesBefore(Scan scan, int before)
    {
        for (var at = before - 1; at >= 0 && at >= before - Reach && !Clauses.Ends(scan, at); at--)
        {
            if (Wishing.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }
}
