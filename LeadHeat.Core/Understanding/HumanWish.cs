using LeadHeat.Core.Dialogue;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells who wants a person from who wants none: "please don't connect me to a colleague".</summary>
internal static class HumanWish
{
    private const int Farthest = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> People = WordSet.Of(
        "human humans person people colleague colleagues agent agents manager managers someone somebody anyone anybody representative salesperson salesman salesmen team executive executives");

    // What may stand between "not" and whom one does not want. "Not working, transfer me to an agent" and "why don't you connect me" refuse nobody.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = WordSet.Of(
        "please pls want need like to a an the any your yours another more other me my us with from for on bring involve send connect transfer put pass hand over through talk speak chat call be being have let get real live sales");

    // Who asks for somebody speaks of himself, of us or of that person: "person with russian passport owns it?" does not.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Askers = WordSet.Of(
        "i me my us we you your someone somebody anyone anybody human humans agent colleague manager boss staff sir madam live real mujhe mera hum aap kisi koi");

    private const int ShortRequest = 4;

    /// <summary>Whether a message that sounds like asking for a person may mean it.</summary>
    public static bool MayBeMeant(Scan scan)
    {
        if (IsRefused(scan) || scan.Cues.HasFlag(Cues.Price))
            return false;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (Askers.Contains(scan.WordAt(at)))
                return true;
        }
        return scan.Tokens.Length <= ShortRequest;
    }

    private static readonly PhraseTable<bool> One = new((true, "get|give|find|bring|fetch|send|connect|pass me one; i want|need|prefer one; want|need|prefer to talk|speak; then one please; one please"));

    /// <summary>Asks for one behind the question whether we are one: "Is this a person? Then get me one."</summary>
    public static void FindOne(Scan scan)
    {
        if ((scan.Dialogue.Fired.Contains(StateUpdate.AskedWhoWeAre) || scan.Cues.HasFlag(Cues.IsBot)) && !scan.Cues.HasFlag(Cues.AsksForHuman) && !IsRefused(scan) && One.IsIn(scan, 0, scan.Tokens.Length))
            scan.Cues |= Cues.AsksForHuman;
    }

    /// <summary>Whether the message says that no person is wanted.</summary>
    public static bool IsRefused(Scan scan)
    {
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (scan.Is(at, KeyKind.Not) && IsRefusedBehind(scan, at))
                return true;
        }
        return false;
    }

    private static bool IsRefusedBehind(Scan scan, int not)
    {
        for (var at = not + 1; at < scan.Tokens.Length && at <= not + Farthest; at++)
        {
            if (People.Contains(scan.WordAt(at)))
                return true;
            if (!Between.Contains(scan.WordAt(at)))
                return false;
        }
        return false;
    }
}
