using LeadHeat.Core.Understanding;
using LeadHeat.Core.Understanding.Classifying;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Reads the labelled examples: what all playbooks share first, then the playbook's own.</summary>
internal static class ExamplesParser
{
    public static Examples Parse(PlaybookSections own, PlaybookSections? common)
    {
        DataNode[] Of(string section) => [.. new[] { common?.Find(section), own.Find(section) }.OfType<DataNode>()];
        return new(
            Read<Intent>(Of("intents"), Words.TryParse, Words.All<Intent>()),
            Read<Sentiment>(Of("sentiments"), Words.TryParse, Words.All<Sentiment>()),
            Read<bool>(Of("orders"), TryOrder, ["attack", "talk"]),
            [.. Of("wordClasses").SelectMany(node => node.Keys.Select(key => (key, (IReadOnlyList<string>)node[key].AsText().Split(' ', StringSplitOptions.RemoveEmptyEntries))))],
            [.. Of("messages").SelectMany(ReadMessages)]);
    }

    /// <summary>The marked examples of values, which all playbooks share.</summary>
    public static ValueModels Values(PlaybookSections common)
    {
        Dictionary<ValueKind, IReadOnlyList<MarkedText>> all = [];
        if (common.Find("values") is { } section)
        {
            foreach (var kind in Enum.GetValues<ValueKind>())
                all[kind] = [.. section[Words.Of(kind)].AsList().Select(example => MarkedText.Parse(example.AsText()) ?? throw example.Wrong("a value is marked {+so} when it is the visitor's own wish, {-so} when it is not; each example has one or more."))];
        }
        return new(all);
    }

    private delegate bool TryLabel<T>(string word, out T label);

    private static bool TryOrder(string word, out bool isAttack) => (isAttack = word == "attack") || word == "talk";

    private static List<(string, T)> Read<T>(DataNode[] sections, TryLabel<T> labelOf, IReadOnlyCollection<string> labels)
    {
        List<(string, T)> all = [];
        Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var node in sections)
        {
            foreach (var key in node.Keys)
            {
                var label = labelOf(key, out var known) ? known : throw node[key].Wrong($"'{key}' is none of {string.Join(", ", labels)}.");
                foreach (var example in node[key].AsList())
                {
                    if (!seen.TryAdd(example.AsText(), key))
                        throw example.Wrong($"this example is also under '{seen[example.AsText()]}'.");
                    all.Add((example.AsText(), label));
                }
            }
        }
        if (sections.Length > 0)
            CheckCounts(sections[^1], seen, labels);
        return all;
    }

    // By what they want, then by how they sound.
    private static IEnumerable<(string, Intent, Sentiment)> ReadMessages(DataNode section)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var wish in section.Keys)
        {
            var intent = Words.TryParse(wish, out Intent known) ? known : throw section[wish].Wrong($"'{wish}' is none of {string.Join(", ", Words.All<Intent>())}.");
            foreach (var mood in section[wish].Keys)
            {
                var sentiment = Words.TryParse(mood, out Sentiment heard) ? heard : throw section[wish][mood].Wrong($"'{mood}' is none of {string.Join(", ", Words.All<Sentiment>())}.");
                foreach (var message in section[wish][mood].AsList())
                    yield return seen.Add(message.AsText()) ? (message.AsText(), intent, sentiment) : throw message.Wrong("this message is there twice.");
            }
        }
    }

    private static void CheckCounts(DataNode node, Dictionary<string, string> seen, IReadOnlyCollection<string> labels)
    {
        foreach (var label in labels)
        {
            var count = seen.Values.Count(value => value == label);
            if (count < Examples.Fewest)
                throw (node.Find(label) ?? node).Wrong($"'{label}' has {count} examples; it needs at least {Examples.Fewest}.");
        }
    }
}
