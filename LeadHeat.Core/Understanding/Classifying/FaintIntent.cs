namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Passes over intents that were only learned, faintly, where a short message has no sign of them: <c>I am interested</c> is no goodbye, <c>2 kids and 1 dog</c> no advertisement.</summary>
internal static class FaintIntent
{
    private const int Short = 9;
    private const int Shortest = 5;
    private const double Faint = 0.5;
    private const double Fainter = 0.4;
    private const double VeryFaint = 0.3;
    private const double Likely = 0.65;

    private static readonly PhraseTable<bool> Easy = new((true, "no issue|issues|problem|problems|bar|constraint|constraints|limit|concern; not an|a|any issue|problem|constraint|concern; is flexible|open; flexible"));

    /// <summary>The intents, with one that the message may have before those that it has no sign of.</summary>
    public static IntentScore[] Ranked(Scan scan, IntentScore[] intents)
    {
        if (!IsPassedOver(scan, intents[0]))
            return intents;
        var wishes = scan.Unwanted.Count > 0 || scan.TakenBack.Count > 0;
        var at = Array.FindIndex(intents, intent => wishes ? intent.Name == Intent.PropertySearch : intent.Name is Intent.PropertySearch or Intent.SmallTalk or Intent.ProductQuestion);
        if (at > 0)
            (intents[0], intents[at]) = (intents[0] with { Name = intents[at].Name }, intents[at] with { Name = intents[0].Name });
        return intents;
    }

    private static bool IsPassedOver(Scan scan, IntentScore top)
    {
        if (scan.Tokens.Length > Short && scan.Values.Count == 0)
            return false;
        bool Has(Cues any) => (scan.Cues & any) != 0;
        var denies = Array.Exists(scan.Tokens, static token => token.Key.Kind == KeyKind.Not);
        return top.Name switch
        {
            // "We don't need it this year" leaves the time open.
            Intent.Goodbye or Intent.OffTopic when Has(Cues.DoesNotKnow) => true,
            Intent.Goodbye => !Has(Cues.Goodbye | Cues.Thanks | Cues.No) && (top.Score < VeryFaint || top.Score < Likely && !denies && IsOwn(scan)),
            Intent.Spam => !Has(Cues.Spam) && top.Score < Faint && IsOwn(scan),
            Intent.Complaint => !Has(Cues.Complaint | Cues.LetDown) && top.Score < Fainter && !denies && !Has(Cues.Question),
            Intent.ObjectionPrice => !Has(Cues.Expensive | Cues.Cheaper | Cues.Discount) && top.Score < Faint && Easy.IsIn(scan, 0, scan.Tokens.Length),
            // "Traffic?"
            Intent.ObjectionLocation => !Has(Cues.BadPlace) && scan.Topic is not null && scan.Tokens.Length <= 3 && scan.IsSign(scan.Tokens.Length - 1, '?'),
            _ => false,
        };
    }

    // "I am interested", "2 kids and 1 dog": of oneself, and not a word of leaving or selling.
    private static bool IsOwn(Scan scan) => !Leaving.IsIn(scan, 0, scan.Tokens.Length);

    private static readonly PhraseTable<bool> Leaving = new((true, "bye; later; see; talk; night; care; thanks; thank; cheers; done; enough; leave; leaving; pass; check; click; visit; offer; free; call; http; www; www.; seo; loan offer; all; set; soon; tomorrow; have a; weekend; day; evening; chatting; meet; nice; lovely"));

    // "It's flexible", "tell Priya I said hi", "you already have it"
    private static readonly PhraseTable<bool> Plain = new((true, "i said|say hi|hello; you|u already have|got it|that|them|my|mine"));

    /// <summary>Whether somebody says in a few words that he is easy, or what has no mood at all.</summary>
    public static bool HasNoMood(Scan scan) => scan.Tokens.Length <= Shortest && (Easy.IsIn(scan, 0, scan.Tokens.Length) || Plain.IsIn(scan, 0, scan.Tokens.Length));
}
