using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>What a playbook's examples teach about intents, sentiment and orders to the bot. Fitted once a playbook, at its first message.</summary>
internal sealed class MessageModel
{
    /// <summary>Orders are told by words alone, as they are looked for sentence by sentence.</summary>
    public const int NoSignals = 1 << (int)FeatureKind.Signals;

    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private MessageModel(WordClasses classes) => Classes = classes;

    public WordClasses Classes { get; }

    /// <summary>Null where the playbook has no examples.</summary>
    public LinearModel? Intents { get; private init; }
    public LinearModel? Sentiments { get; private init; }
    public LinearModel? Orders { get; private init; }

    public static MessageModel Of(Playbook playbook)
    {
        var classes = new WordClasses([.. playbook.Examples.WordClasses, .. Injections.OrderWords.Classes]);
        var examples = playbook.Examples;
        Scan ReadOne(string text) => Language.Read(text, playbook, DialogueState.Start, [], Then);
        return new(classes)
        {
            Intents = Fit([.. examples.Intents.Select(example => ReadOne(example.Text))], classes, at => (int)examples.Intents[at].Label, Enum.GetValues<Intent>().Length),
            Sentiments = Fit([.. examples.Sentiments.Select(example => ReadOne(example.Text))], classes, at => (int)examples.Sentiments[at].Label, Enum.GetValues<Sentiment>().Length),
            Orders = Fit([.. examples.Orders.Select(example => ReadOne(example.Text))], classes, at => examples.Orders[at].Label ? 1 : 0, 2, NoSignals),
        };
    }

    private static LinearModel? Fit(Scan[] scans, WordClasses classes, Func<int, int> labelOf, int count, int dropped = 0)
    {
        if (scans.Length == 0)
            return null;
        var features = new FeatureVector();
        var samples = new (FeatureVector, int)[scans.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            if (dropped == NoSignals)
                Features.Write(scans[i], 0, scans[i].Tokens.Length, classes, features);
            else
                Features.Write(scans[i], classes, IntentRules.Of(scans[i]), features);
            samples[i] = (features.Copy(), labelOf(i));
        }
        return LinearTrainer.Fit(samples, count, dropped);
    }
}
