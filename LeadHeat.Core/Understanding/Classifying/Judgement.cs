using LeadHeat.Core.Understanding.Injections;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>What a message is about and how it sounds, told after its values were found.</summary>
internal readonly record struct Judgement(Intent Intent, IReadOnlyList<IntentScore> Intents, Sentiment Sentiment, int Frustration, TextSpan? Injection)
{
    // From here on what was learned adds a signal that no phrase gave.
    private const double Clear = 0.5;
    private static readonly Intent[] All = Enum.GetValues<Intent>();

    [ThreadStatic]
    private static FeatureVector? _features;

    /// <summary>Judges a message, and notes the signals that were only learned.</summary>
    public static Judgement Of(Scan scan)
    {
        var model = scan.Playbook.Model;
        var features = _features ??= new();
        var ruled = IntentRules.Of(scan);
        var question = Question.Of(scan);
        Features.Write(scan, model.Classes, ruled, question, features);
        var learned = Ranked(model.Intents, features, ruled);
        var intents = FaintIntent.Ranked(scan, PlainAnswer.Ranked(scan, learned, ruled));
        // How it sounds is told by all of it.
        if (question != Question.None)
            Features.Write(scan, model.Classes, ruled, Question.None, features);
        var sentiment = Calm.Of(scan, SentimentOf(scan, model, features, intents));
        var injection = InjectionFinder.Find(scan, model, features);
        if (injection is { } span)
            Note(scan, Cues.Injection, span);
        NoteLearned(scan, intents);
        return new(intents[0].Name, intents, sentiment, Temper.Of(scan, sentiment, intents[0].Name), injection);
    }

    private static void NoteLearned(Scan scan, IntentScore[] intents)
    {
        if (scan.Tokens.Length == 0 || intents[0].Score < Clear)
            return;
        var cue = intents[0].Name switch
        {
            Intent.HumanRequest when HumanWish.MayBeMeant(scan) && !TellsNeeds(scan) => Cues.AsksForHuman,
            Intent.RefuseToShare when !AsksForNothingOwn(scan) && !PlainAnswer.Is(scan) && scan.CallHours is null && !scan.Cues.HasFlag(Cues.SaidBefore) => Cues.Refusal,
            Intent.Spam when IsWords(scan) => Cues.Spam,
            Intent.OffTopic when IsWords(scan) => Cues.OffTopic,
            _ => Cues.None,
        };
        if (cue != Cues.None && !scan.Cues.HasFlag(cue))
            Note(scan, cue, scan.Span(0, scan.Tokens.Length));
    }

    // "Staff ko kuch nahi aata, training chahiye" names people and asks for none.
    private static bool TellsNeeds(Scan scan) => !scan.Text.Contains('?', StringComparison.Ordinal) && scan.Values.Exists(value => scan.Playbook.Field(value.Field) is { Kind: Playbooks.FieldKind.Choices });

    // "Is it possible one bag for private person?" keeps nothing back.
    private static bool AsksForNothingOwn(Scan scan) => scan.Text.Contains('?', StringComparison.Ordinal) && scan.FieldNouns.Count == 0 && !Array.Exists(scan.Tokens, static token => token.Key.Kind == KeyKind.Not);

    // Keys that were hit at random are no subject.
    private static bool IsWords(Scan scan) => scan.Values.Count == 0 && Array.Exists(scan.Tokens, static token => token.Word >= 0);

    private static void Note(Scan scan, Cues cue, TextSpan span)
    {
        scan.Cues |= cue;
        scan.Signals.Add(new(cue, span));
    }

    private static IntentScore[] Ranked(LinearModel? model, FeatureVector features, Intent ruled)
    {
        if (model is null)
            return [new(ruled, 1), .. All.Where(other => other != ruled).Select(other => new IntentScore(other, 0))];
        Span<float> scores = stackalloc float[model.Width];
        model.Score(features, scores);
        var ranked = new IntentScore[All.Length];
        for (var i = 0; i < ranked.Length; i++)
            ranked[i] = new(All[i], Math.Round(scores[i], 4));
        Array.Sort(ranked, static (one, other) => other.Score.CompareTo(one.Score) is var order and not 0 ? order : one.Name.CompareTo(other.Name));
        return ranked;
    }

    private static Sentiment SentimentOf(Scan scan, MessageModel model, FeatureVector features, IntentScore[] intents)
    {
        if (model.Sentiments is null)
            return Temper.SentimentOf(scan);
        Span<float> scores = stackalloc float[model.Sentiments.Width];
        model.Sentiments.Score(features, scores);
        MoodOfIntent.Weigh(intents, scores);
        var best = 0;
        for (var i = 1; i < model.Sentiments.Classes; i++)
            best = scores[i] > scores[best] ? i : best;
        return (Sentiment)best;
    }
}
