using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playbooks;

/// <summary>Reads conditions; whatever they name must exist in the playbook.</summary>
internal sealed class ConditionParser(IReadOnlyList<PlaybookField> fields, IReadOnlyList<Topic> topics, bool hasInventory)
{
    public static readonly IReadOnlyList<string> Requests = ["visit", "call", "brochure"];

    public IReadOnlyList<string> Types { get; set; } = [];

    public Condition Read(DataNode node)
    {
        var condition = new Condition(
            Names(node, "facts", IsFact, "is no field's value; write field=value"), Fields(node, "known"), Fields(node, "anyKnown"), Fields(node, "unknown"),
            node.Count("count", 0), ReadCues(node), Names(node, "objections", Objection.Kinds.Contains, $"is none of {string.Join(", ", Objection.Kinds)}"),
            Enums<ConversationPhase>(node, "phases"), Names(node, "types", Types.Contains, "is none of the customer types"),
            node.Count("turns", 0), node.Count("questions", 0), node.Count("engagement", 0), Cards(node),
            Names(node, "requested", Requests.Contains, $"is none of {string.Join(", ", Requests)}"),
            Names(node, "notRequested", Requests.Contains, $"is none of {string.Join(", ", Requests)}"),
            Names(node, "discussed", name => topics.Any(topic => topic.Name == name), "is none of the topics"),
            node.Find("qualified")?.AsFlag(), node.Find("reachable")?.AsFlag(), [.. node.List("or").Select(Read)]);
        node.Done();
        return condition;
    }

    private int Cards(DataNode node)
    {
        if (node.Find("cards") is { } cards && !hasInventory)
            throw cards.Wrong("this playbook has no inventory, so no units are seen.");
        return node.Count("cards", 0);
    }

    private IReadOnlyList<string> Fields(DataNode node, string key) => Names(node, key, name => fields.Any(field => field.Name == name), "is none of the fields");

    private bool IsFact(string text) => text.Split('=') is [var name, var value] && fields.FirstOrDefault(field => field.Name == name) is { } field
        && (field.Choices.Count == 0 || field.Choices.Any(choice => choice.Value == value));

    private static Cues ReadCues(DataNode node)
    {
        var cues = Cues.None;
        foreach (var item in node.List("cues"))
            cues |= Words.TryParse<Cues>(item.AsText(), out var cue) ? cue : throw item.Wrong($"'{item.AsText()}' is none of {string.Join(", ", Words.All<Cues>())}.");
        return cues;
    }

    private static IReadOnlyList<T> Enums<T>(DataNode node, string key) where T : struct, Enum => [.. node.List(key).Select(item =>
        Words.TryParse<T>(item.AsText(), out var value) ? value : throw item.Wrong($"'{item.AsText()}' is none of {string.Join(", ", Words.All<T>())}."))];

    private static IReadOnlyList<string> Names(DataNode node, string key, Func<string, bool> exists, string problem) => [.. node.List(key).Select(item =>
        exists(item.AsText()) ? item.AsText() : throw item.Wrong($"'{item.AsText()}' {problem}."))];
}
