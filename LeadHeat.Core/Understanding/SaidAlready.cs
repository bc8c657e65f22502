using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells who says that we were told something before: <c>you already have it</c>, <c>see above</c>, <c>pehle hi bata diya</c>. It is no answer and keeps nothing back.</summary>
internal static class SaidAlready
{
    private const int LongestAlone = 8;

    private static readonly Phrases Said = new(
    [
        "you|u already have|got|know|hold it|that|this|them|those|my|mine|all|everything|our", "you|u have|got|know it|that|this|them|my|mine … already", "i|we|ive|weve already gave|given|sent|shared|told|said|mentioned|wrote|written|provided|answered|filled|did|put",
        "i|we|ive|weve gave|given|sent|shared|told|mentioned|wrote|provided|answered|filled it|that|this|you|u|them … already|above|before|earlier|twice|once", "i|we just gave|told|sent|shared|mentioned|wrote|answered it|that|this|you|u",
        "i|we told you|u already|that|this|it|before|earlier", "already gave|given|sent|shared|told|mentioned|provided|answered|said|wrote|written|filled it|that|this|you|u|above|earlier|before", "gave|told|sent|shared|mentioned|said it|that|you|u|this … already|above|earlier|before",
        "mentioned|given|written|stated|said|told|shared|provided above|earlier|already", "as|like i|we … said|mentioned|told|wrote|above", "as|like mentioned|said|told|written|stated above|earlier|before|already", "its|it|thats|that is … above|there already", "its|it is|was … above", "its in my|the first|last|earlier|previous|form|message",
        "it is|was in my|the first|last|earlier|previous|form|message", "you|u asked … already|before|twice|again", "asked that|this|me|it already|before|twice|again", "pehle|pahle|already hi|se|bhi … bata|bataya|de|diya|bol|bola|likha|bheja", "pehle|pahle|already bata|bataya|diya|bola|likha|bheja", "bata|de|bol|bhej|likh chuka|chuki|chuke", "already bata|de|bol diya",
    ]);

    // "See above" is said alone; in a sentence it may be a view over the trees.
    private static readonly Phrases Alone = new(
    [
        "see|check|read|look|refer|scroll above|up|upar|earlier|back", "see|check|read|refer my|the|our|to … message|messages|chat|form|above|mail", "upar dekho|dekhiye|dekh|likha|diya|hai", "already there|above|given|told|said|sent|shared|mentioned|answered|did", "i|we told you|u", "you|u have it|that", "you|u have my|our number|phone|mobile|email|mail|id|name|details|address|contact|budget|info",
        "same as above|before|earlier", "ditto", "as above",
    ]);

    // "I told my wife already", "I already sent the deposit to the bank": somebody else was told.
    private static readonly Phrases Otherwise = new(
    [
        "do|does|did|dont|doesnt|didnt|have|has you|u already|have|got|know", "if|when|once|unless|until you|u already|have", "told|gave|sent|said|mentioned|given my|our|his|her|the wife|husband|boss|partner|friend|agent|broker|bank|family|parents|seller|builder|landlord|father|mother|team|manager|colleagues|tenant|notice|deposit",
        "told|gave|sent him|her|them", "you|u have my word|thanks|permission|vote|sympathy", "see|look above|up at|the", "check|look|read up on",
    ]);

    // Most messages have none of these, and need no closer look.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Signs =
        WordSet.Of("already above earlier before told gave sent said mentioned shared given asked wrote pehle pahle upar ditto scroll see check read refer look have got message chuka chuki just twice");

    public static void Find(Scan scan)
    {
        if (!WordSet.AnyIn(Signs, scan, 0, scan.Tokens.Length) || Otherwise.AreIn(scan.Text) || !(Said.AreIn(scan.Text) || (scan.Tokens.Length <= LongestAlone && Alone.AreIn(scan.Text))))
            return;
        scan.Cues |= Cues.SaidBefore;
        scan.Cues &= ~(Cues.Refusal | Cues.Greeting);
    }
}
