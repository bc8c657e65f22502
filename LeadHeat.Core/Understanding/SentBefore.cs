namespace LeadHeat.Core.Understanding;

/// <summary>Tells what somebody was sent from what he asked for: <c>I was sent three studios in Deira</c>, <c>you keep showing me 1 bhk</c>.</summary>
internal static class SentBefore
{
    private const int Reach = 9;

    // Nobody says this of what he likes.
    private static readonly PhraseTable<bool> Wrongly = new((true,
        "i|we was|were sent|shown|given|offered; i|we got|received sent|shown; keep|keeps|kept sending|showing|giving|offering|forwarding|sharing; i|we keep getting|receiving; do|did i|we get; am i getting; "
        + "you|u|they people|guys send|sent|show|showed"));

    private static readonly PhraseTable<bool> Sent = new((true,
        "you|u|they|he|she|someone|somebody|colleague|agent|guy|man|team|fellow|bot sent|send|sends|showed|shows|show|gave|offered|forwarded|pitched|shared; has|have sent|shown|offered|forwarded|shared"));

    private static readonly PhraseTable<bool> Contrast = new((true,
        "i|we|had|clearly asked|told|said|wanted|specified; i|we want|need a|an|only|just; not what; wrong; instead of; nobody|noone|anybody|anyone|somebody reads|read|listens|listen; no one reads|listens; does|do anybody|anyone|you"));

    /// <summary>Whether what begins at a token is what was sent, and not what is wished.</summary>
    public static bool Covers(Scan scan, int first)
    {
        for (var at = first - 1; at >= 0 && at >= first - Reach && !EndsBefore(scan, at); at--)
        {
            if (Wrongly.At(scan, at) is not null || (Sent.At(scan, at) is not null && Contrast.IsIn(scan, 0, scan.Tokens.Length)))
                return true;
        }
        return false;
    }

    private static bool EndsBefore(Scan scan, int at) =>
        Clauses.Ends(scan, at) || scan.IsWord(at, "when") || scan.IsWord(at, "asked") || scan.IsWord(at, "told") || scan.IsWord(at, "want") || scan.IsWord(at, "need");
}
