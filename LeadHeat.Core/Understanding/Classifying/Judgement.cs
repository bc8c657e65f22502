namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>What a message is about and how it sounds, told after its values were found.</summary>
internal readonly record struct Judgement(Intent Intent, IReadOnlyList<IntentScore> Intents, Sentiment Sentiment, int Frustration, TextSpan? Injection)
{
    private static readonly Intent[] All = Enum.GetValues<Intent>();

    public static Judgement Of(Scan scan)
    {
        var intent = IntentRules.Of(scan);
        var frustration = Temper.Of(scan);
        return new(intent, Certain(intent), SentimentOf(scan, frustration), frustration, scan.SpanOf(Cues.Injection));
    }

    private static IntentScore[] Certain(Intent intent) =>
        [new(intent, 1), .. All.Where(other => other != intent).Select(other => new IntentScore(other, 0))];

    private static Sentiment SentimentOf(Scan scan, int frustration) => 0 switch
    {
        _ when frustration > 1 => Sentiment.Frustrated,
        _ when (scan.Cues & (Cues.Expensive | Cues.BadPlace | Cues.Distrust)) != 0 => Sentiment.Negative,
        _ when (scan.Cues & Cues.Delight) != 0 => Sentiment.Excited,
        _ when (scan.Cues & (Cues.Praise | Cues.Likes | Cues.Thanks)) != 0 => Sentiment.Positive,
        _ => Sentiment.Neutral,
    };
}
