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
        if (IsRefused(scan) || IsAsked(scan) || Decides.IsIn(scan, 0, scan.Tokens.Length) || scan.Cues.HasFlag(Cues.Price) || Theirs.IsIn(scan, 0, scan.Tokens.Length))
            return false;
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (Askers.Contains(scan.WordAt(at)))
                return true;
        }
        return scan.Tokens.Length <= ShortRequest;
    }

    // "Does a human take over?", "what happens when the bot doesn't know?": asks how it works. "Boss decides" tells who does.
    private static readonly PhraseTable<bool> Works = new((true,
        "does|do|will|when|how|if|where a|an|your|some|real human|person|agent|colleague|someone; does|do|will|when|how|if someone|somebody|anyone|anybody|people|humans|agents; does|do|when|how does|do a|an|the|real human|person|agent; how|when|where does|do|will|would a|an|the human|person|agent"));
    private static readonly PhraseTable<bool> Takes = new((true, "take|takes|step|steps|jump|jumps|come|comes over|in; answer|answers|reply|replies|read|reads|check|checks|monitor|monitors|see|sees|review|reviews|respond|responds"));
    private static readonly PhraseTable<bool> Decides = new((true, "boss|manager|md|ceo|owner|director|wife|husband|he|she|they|partner|team|management decides|decide|approves|approve|signs|sign; boss|manager|md|ceo|owner|director will decide|approve|sign"));

    /// <summary>Whether it only asks how people come in, or tells whose decision it is.</summary>
    public static bool IsAsked(Scan scan) => Works.At(scan, 0) is not null && Takes.IsIn(scan, 1, scan.Tokens.Length);

    // "Somebody should talk to our visitors at night": to theirs, and not with the one who writes.
    private const string Customers = "visitors|parents|customers|clients|guests|patients|students|buyers|callers|leads";
    private static readonly PhraseTable<bool> Theirs = new((true, $"talk|talks|speak|speaks|chat|chats to|with {Customers}; talk|talks|speak|speaks|chat|chats to|with our|my|the|site|website {Customers}; answer|answers|greet|greets our|my|the|site|website {Customers}; {Customers} se baat|bat"));

    private static readonly PhraseTable<bool> One = new((true, "get|give|find|bring|fetch|send|connect|pass me one; i want|need|prefer one; want|need|prefer to talk|speak; then one please; one please"));

    // "I want a manager to phone me", "could somebody just ring me?"; "can someone call me?" asks for a call.
    private static readonly PhraseTable<bool> Named = new((true,
        "manager|supervisor|boss|owner|senior|director to|should|must|can|could call|phone|ring|contact|speak|talk|write; want|need|get|give|where's|where’s a|the|your manager|supervisor|boss; can|could|would|will|please somebody|someone|anybody|anyone just|please|finally call|phone|ring|speak|talk"));

    /// <summary>Asks for one by his rank, or behind the question whether we are one: "Is this a person? Then get me one."</summary>
    public static void FindOne(Scan scan)
    {
        if (!scan.Cues.HasFlag(Cues.AsksForHuman) && Named.IsIn(scan, 0, scan.Tokens.Length) && !IsRefused(scan))
            scan.Cues |= Cues.AsksForHuman;
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
