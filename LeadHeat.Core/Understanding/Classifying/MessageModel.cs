using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>What a playbook's examples teach about intents, sentiment and orders to the bot. Fitted once a playbook, and kept by <see cref="LearnedModel"/>.</summary>
internal sealed class MessageModel
{
    /// <summary>Orders are told by words alone, as they are looked for sentence by sentence.</summary>
    public const int NoSignals = 1 << (int)FeatureKind.Signals;

    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What was learned before; <see cref="Of(Playbook)"/> learns.</summary>
    public MessageModel(Playbook playbook, LinearModel? intents, LinearModel? sentiments, LinearModel? orders)
    {
        Classes = new([.. playbook.Examples.WordClasses, .. Injections.OrderWords.Classes]);
        Intents = intents;
        Sentiments = sentiments;
        Orders = orders;
    }

    public WordClasses Classes { get; }

    /// <summary>Null where the playbook has no examples.</summary>
    public LinearModel? Intents { get; private set; }
    public LinearModel? Sentiments { get; private set; }
    public LinearModel? Orders { get; private set; }

    /// <summary>Fits the three, side by side: each is the same whatever the others do.</summary>
    public static MessageModel Of(Playbook playbook)
    {
        var model = new MessageModel(playbook, null, null, null);
        var examples = playbook.Examples;
        var scans = Read(playbook, [.. examples.AllIntents.Select(example => example.Text), .. examples.Sentiments.Select(example => example.Text), .. examples.Orders.Select(example => example.Text)]);
        (Scan, T)[] Labelled<T>(IEnumerable<(string Text, T Label)> labelled) => [.. labelled.Select(example => (scans[example.Text], example.Label))];
        var all = Labelled(examples.AllIntents);
        // Moods of whole messages are labelled, and need no guess from what they want.
        var shared = Labelled(examples.Intents);
        Parallel.Invoke(
            () => model.Intents = Fit(all, [], model.Classes, label => (int)label, Enum.GetValues<Intent>().Length, Teaching.OfIntents, Question.Of),
            () => model.Sentiments = Fit(Labelled(examples.AllSentiments), SharedExamples.ForSentiment(shared), model.Classes, label => (int)label, Enum.GetValues<Sentiment>().Length, Teaching.OfSentiments),
            () => model.Orders = Fit(Labelled(examples.Orders), SharedExamples.ForOrders(all), model.Classes, label => label ? 1 : 0, 2, Teaching.OfOrders));
        return model;
    }

    // Reading takes most of the time, and many a message is an example of an intent and of a mood.
    private static Dictionary<string, Scan> Read(Playbook playbook, IReadOnlyList<string> examples)
    {
        string[] texts = [.. examples.Distinct(StringComparer.Ordinal)];
        var read = new Scan[texts.Length];
        Parallel.For(0, read.Length, at => read[at] = Language.Read(texts[at], playbook, DialogueState.Start, [], Then));
        return texts.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static LinearModel? Fit<T>((Scan Scan, T Label)[] own, IEnumerable<(Scan Scan, T Label)> more, WordClasses classes, Func<T, int> labelOf, int count, in Teaching teaching, Func<Scan, Question>? questionOf = null)
    {
        if (own.Length == 0)
            return null;
        var features = new FeatureVector();
        List<(FeatureVector, int)> samples = [];
        foreach (var (scan, label) in own.Concat(more))
        {
            if (teaching.Never == NoSignals)
                Features.Write(scan, 0, scan.Tokens.Length, classes, features);
            else
                Features.Write(scan, classes, IntentRules.Of(scan), questionOf?.Invoke(scan) ?? Question.None, features);
            samples.Add((features.Copy(), labelOf(label)));
        }
        return LinearTrainer.Fit(samples, count, teaching);
    }
}
