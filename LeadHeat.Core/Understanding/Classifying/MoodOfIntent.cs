namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>What a message wants tells how it may sound: who holds something against a price is unhappy with it, who asks one is calm. By the rules of docs/intents.md.</summary>
internal static class MoodOfIntent
{
    // How much of this counts beside what the words themselves taught.
    private const float Share = 0.5f;

    /// <summary>Multiplies the scores of the sentiments by how often each goes with the intents that the message may have.</summary>
    public static void Weigh(IReadOnlyList<IntentScore> intents, Span<float> scores)
    {
        for (var mood = 0; mood < Moods; mood++)
        {
            var likely = 0.0;
            foreach (var intent in intents)
                likely += intent.Score * Of(intent.Name)[mood];
            scores[mood] *= MathF.Pow((float)likely, Share);
        }
    }

    private const int Moods = 5;

    // Positive, negative, neutral, frustrated, excited.
    private static readonly float[] Asks = [0.04f, 0.04f, 0.86f, 0.03f, 0.03f];
    private static readonly float[] Objects = [0.03f, 0.72f, 0.17f, 0.06f, 0.02f];
    private static readonly float[] Talks = [0.27f, 0.14f, 0.36f, 0.09f, 0.14f];

    private static float[] Of(Intent intent) => intent switch
    {
        Intent.ObjectionPrice or Intent.ObjectionLocation or Intent.ObjectionTrust => Objects,
        Intent.Complaint => [0.01f, 0.26f, 0.05f, 0.67f, 0.01f],
        Intent.HumanRequest => [0.03f, 0.05f, 0.78f, 0.13f, 0.01f],
        Intent.RefuseToShare => [0.02f, 0.2f, 0.72f, 0.05f, 0.01f],
        Intent.Greeting or Intent.Goodbye => [0.22f, 0.04f, 0.66f, 0.03f, 0.05f],
        Intent.SmallTalk or Intent.PropertySearch => Talks,
        _ => Asks,
    };
}
