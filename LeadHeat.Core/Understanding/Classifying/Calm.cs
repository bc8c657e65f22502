namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Knows messages that are calm whatever their words have been learned to sound like: answers, what is left to us, what is taken off the list.</summary>
internal static class Calm
{
    private const int Short = 8;

    private const Cues Moods = Cues.Complaint | Cues.LetDown | Cues.Expensive | Cues.BadPlace | Cues.Delight | Cues.Praise | Cues.Likes;

    // "Forget the pool"; "forget it" may be said in anger.
    private static readonly PhraseTable<bool> Dropping = new((true, "forget|drop|skip|scratch the|what|my|about; forget that i|we; leave the|that out"));

    /// <summary>The mood, or none where the message has none.</summary>
    public static Sentiment Of(Scan scan, Sentiment heard) => heard switch
    {
        Sentiment.Negative or Sentiment.Frustrated when !Temper.IsLoud(scan) && (IsPlain(scan) || FaintIntent.HasNoMood(scan) && (scan.Cues & (Moods | Cues.Distrust)) == 0) => Sentiment.Neutral,
        // "Within 3 weeks"
        Sentiment.Positive when PlainAnswer.Is(scan) && !scan.Text.Contains('!', StringComparison.Ordinal) => Sentiment.Neutral,
        // "Are you guys legit?"
        Sentiment.Excited or Sentiment.Positive when IsDoubt(scan) => Sentiment.Neutral,
        Sentiment.Frustrated when IsDoubt(scan) && !Temper.IsLoud(scan) && scan.Tokens.Length <= Short => Sentiment.Neutral,
        _ => heard,
    };

    private static bool IsDoubt(Scan scan) => (scan.Cues & Cues.Distrust) != 0 && (scan.Cues & Moods) == 0;

    private static bool IsPlain(Scan scan) => PlainAnswer.Is(scan)
        || ((scan.Cues & (Moods | Cues.Distrust)) == 0 && scan.Tokens.Length <= Short && ((scan.Cues & (Cues.DoesNotKnow | Cues.NoRush)) != 0 || Dropping.At(scan, 0) is not null));
}
