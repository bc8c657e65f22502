namespace LeadHeat.Core.Understanding;

/// <summary>How a message sounds.</summary>
internal static class Temper
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Askers = WordSet.Of(
        "what whats which where when why how who can could do does did is are will would should have any kya");

    public static bool AsksByFirstWord(Scan scan) => Askers.Contains(scan.WordAt(0));

    /// <summary>What the message adds to the conversation's frustration, from -2 to 4.</summary>
    public static int Of(Scan scan, Sentiment sentiment, Intent intent)
    {
        var sum = (scan.Cues & (Cues.Complaint | Cues.LetDown)) != 0 ? 3 : sentiment == Sentiment.Frustrated ? IsPlainQuestion(scan, intent) ? 1 : 3 : 0;
        if (scan.Text.Contains("!!", StringComparison.Ordinal) || scan.Text.Contains("???", StringComparison.Ordinal))
            sum++;
        if (Shouts(scan))
            sum++;
        if (sentiment is Sentiment.Positive or Sentiment.Excited || (sum == 0 && (scan.Cues & (Cues.Thanks | Cues.Praise | Cues.Delight)) != 0))
            sum = -2;
        return Math.Min(sum, 4);
    }

    /// <summary>Whether it is loud.</summary>
    public static bool IsLoud(Scan scan) => scan.Text.Contains("!!", StringComparison.Ordinal) || scan.Text.Contains("???", StringComparison.Ordinal) || Shouts(scan);

    // Who begins in capitals, or says that the keyboard does it, shouts at nobody.
    private static bool Shouts(Scan scan) => IsShouting(scan.Text) && !scan.Dialogue.Fired.Contains(Dialogue.StateUpdate.Capitals) && !Keyboard.IsIn(scan, 0, scan.Tokens.Length);

    private static readonly PhraseTable<bool> Keyboard = new((true, "caps|capslock; not shouting; capitals; keyboard problem|issue|broken"));

    // "Do you deliver to Pune?" may sound like a complaint to the model; nobody is sent to a person for asking.
    private static bool IsPlainQuestion(Scan scan, Intent intent) => scan.Cues.HasFlag(Cues.Question) && AsksByFirstWord(scan)
        && (intent is Intent.ProductQuestion or Intent.PriceQuestion or Intent.Comparison || scan.Topic is not null)
        && !scan.Text.Contains('!') && !scan.Text.Contains("??", StringComparison.Ordinal);

    /// <summary>How it sounds by its cues alone, for playbooks without examples.</summary>
    public static Sentiment SentimentOf(Scan scan) => 0 switch
    {
        _ when (scan.Cues & Cues.Complaint) != 0 => Sentiment.Frustrated,
        _ when (scan.Cues & (Cues.Expensive | Cues.BadPlace | Cues.Distrust)) != 0 => Sentiment.Negative,
        _ when (scan.Cues & Cues.Delight) != 0 => Sentiment.Excited,
        _ when (scan.Cues & (Cues.Praise | Cues.Likes | Cues.Thanks)) != 0 => Sentiment.Positive,
        _ => Sentiment.Neutral,
    };

    public static bool IsShouting(string text)
    {
        var (capitals, letters) = (0, 0);
        foreach (var letter in text)
        {
            capitals += char.IsUpper(letter) ? 1 : 0;
            letters += char.IsLetter(letter) ? 1 : 0;
        }
        return letters >= 12 && capitals * 5 >= letters * 4;
    }
}
