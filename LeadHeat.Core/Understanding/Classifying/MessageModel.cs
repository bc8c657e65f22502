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
        var intents = Read(playbook, examples.Intents);
        var sentiments = Read(playbook, examples.Sentiments);
        var orders = Read(playbook, examples.Orders);
        Parallel.Invoke(
            () => model.Intents = Fit(intents, [], model.Classes, label => (int)label, Enum.GetValues<Intent>().Length, Teaching.OfIntents),
            () => model.Sentiments = Fit(sentiments, SharedExamples.ForSentiment(intents), model.Classes, label => (int)label, Enum.GetValues<Sentiment>().Length, Teaching.OfSentiments),
            () => model.Orders = Fit(orders, SharedExamples.ForOrders(intents), model.Classes, label => label ? 1 : 0, 2, Teaching.OfOrders));
        return model;
    }

    private static (Scan Scan, T Label)[] Read<T>(Playbook playbook, IReadOnlyList<(string Text, T Label)> examples)
    {
        var read = new (Scan, T)[examples.Count];
        Parallel.For(0, read.Length, at => read[at] = (Language.Read(examples[at].Text, playbook, DialogueState.Start, [], Then), examples[at].Label));
        return read;
    }

    private static LinearModel? Fit<T>((Scan Scan, T Label)[] own, IEnumerable<(Scan Scan, T Label)> more, WordClasses classes, Func<T, int> labelOf, int count, in Teaching teaching)
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
                Features.Write(scan, classes, IntentRules.Of(scan), features);
            samples.Add((features.Copy(), labelOf(label)));
        }
        return LinearTrainer.Fit(samples, count, teaching);
    }
}
