namespace LeadHeat.Core.Understanding;

/// <summary>Tells who was let down by us: a call that was promised, a demo that nobody came to, homes that were never asked for. Such a visit or call is told, not wished.</summary>
internal static class LetDowns
{
    private static readonly PhraseTable<bool> Phrases = new((true,
        "promised to call|ring|visit|come|send|meet|show|phone; promised me|us a; promised a call|visit|demo; was|were|is supposed to call|ring|come|visit|send|phone|meet; "
        + "said he|she|they|you will|would call|ring|come|send|visit; said he'll|she'll|they'll|you'll|he'd|she'd|they'd|you'd call|ring|come|send|visit; "
        + "nobody|noone|none|never turned|showed up; no one turned|showed up; nobody|noone came|called|rang|replied|answered|joined|attended|picked; no one came|called|rang|replied|answered|joined|attended; "
        + "never came|called|rang|replied|joined|arrived; didn't|didnt|didn’t turn|show up; did not turn|show up; didn't|didnt|didn’t call|ring|come|join|reply|arrive; did not call|ring|come|join|reply|arrive; "
        + "kept me|us waiting; stood me|us up; call nahi aaya|aayi|kiya; koi nahi aaya|aayi; phone nahi aaya|kiya; missed me; i|we was|were sent|shown; keep|keeps|kept sending|showing me|us; why do|did|are|r you|u|they show|send|showing|sending|keep|suggest; "
        + "told|tell him|her|them|you|your already; told him|her|them this|that already; told your colleague|agent|team|man|guy; does|do anybody|anyone read|listen; does|do anybody|anyone there|here|even read|listen; do you even|people read|listen; can't|cannot you read; how many times"));

    // What another house did is nothing that we did.
    private static readonly PhraseTable<bool> Others = new((true,
        "last|previous|other|another|old|earlier|former|present|current agent|agents|broker|brokers|agency|agencies|lot|vendor|supplier|company|dealer|roaster|guy|guys|people; my|our customer|customers|client|clients|team|reps|staff|supplier|vendor; the|our leads|lead; leads|enquiries|inquiries"));

    // "Nobody called, please call me": that is a wish beside it.
    private static readonly PhraseTable<bool> Asking = new((true, "please; pls; plz; can|could you|someone|somebody|we|i; want to|a; kindly; shall we"));

    public static void Find(Scan scan)
    {
        for (var at = 0; at < scan.Tokens.Length; at++)
        {
            if (Phrases.At(scan, at) is not var (_, end) || Others.IsIn(scan, 0, scan.Tokens.Length))
                continue;
            scan.Cues |= Cues.LetDown | Cues.Complaint;
            scan.Signals.Add(new(Cues.LetDown, scan.Span(at, end)));
            break;
        }
        if (scan.Cues.HasFlag(Cues.LetDown) && !Asking.IsIn(scan, 0, scan.Tokens.Length))
            scan.Cues &= ~(Cues.Visit | Cues.Callback);
    }
}
