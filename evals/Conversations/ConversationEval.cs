using System.Collections.Concurrent;
using System.Text.Json;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Messages;
using LeadHeat.Evals.Retrieval;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Conversations;

/// <summary>Plays conversations through the whole agent, over the demo's inventory.</summary>
internal static class ConversationEval
{
    public const string Fields = "conversation fields";
    public const string Claims = "forbidden claims";
    public const string Mentions = "said in reply";
    public const string Manners = "manners";

    private static readonly ConcurrentDictionary<DateTimeOffset, TurnTools> Inventories = [];

    public static IReadOnlyList<Finding> Run(IReadOnlyList<ConversationCase> cases, PlaybookLibrary playbooks) =>
        [.. cases.SelectMany(one => Compare(one, Play(one, playbooks)))];

    public static PlayedConversation Play(ConversationCase one, PlaybookLibrary playbooks)
    {
        var playbook = playbooks[one.Playbook];
        var play = ConversationPlayer.PlayAsync(playbook with { Region = one.Region ?? playbook.Region }, one.Messages, Inventories.GetOrAdd(one.Start, at => TurnTools.Over(DemoInventory.Create(at)) with { Read = (query, _) => new(Documents.Search(query)) }), one.Start, CancellationToken.None);
        // Everything is in memory: nothing is waited for.
        return play.AsTask().GetAwaiter().GetResult();
    }

    public static IEnumerable<Finding> Compare(ConversationCase one, PlayedConversation played) =>
        one.Expect.EnumerateObject().SelectMany(expected => Compare(one, expected.Name, expected.Value, played))
            .Concat(MannersOf(played).Select(fault => Of(one, Manners, Manners, null, fault, isRight: fault is null)));

    private static IEnumerable<Finding> Compare(ConversationCase one, string name, JsonElement expected, PlayedConversation played) => name switch
    {
        "fields" => expected.EnumerateObject().Select(field => Field(one, field.Name, field.Value, played)),
        "customerType" => [Word(one, "customer type", expected.GetString(), played.CustomerType)],
        "stage" => [Word(one, name, expected.GetString(), Words.Of(played.Stage))],
        "heat" => [Word(one, name, expected.GetString(), Words.Of(played.Heat))],
        "heatAtLeast" => [Of(one, "heat", "heat", "at least " + expected, Words.Of(played.Heat), played.Heat >= Words.Parse<Heat>(expected.GetString()!))],
        "handoff" => [Word(one, name, expected.GetBoolean() ? "yes" : "no", played.Handoff is null ? "no" : "yes")],
        "mentions" => expected.EnumerateArray().Select(words => Mention(one, words.GetString()!, played)),
        "forbidden" => expected.EnumerateArray().Select(words => Claim(one, words.GetString()!, played)),
        _ => throw new InvalidDataException($"{one.Id}: '{name}' is nothing that can be expected."),
    };

    private static Finding Field(ConversationCase one, string name, JsonElement expected, PlayedConversation played)
    {
        var found = played.Fields.TryGetValue(name, out var value) ? value : default;
        var (isExpected, isFound) = (!ValueComparer.IsNothing(expected), !ValueComparer.IsNothing(found));
        var same = name switch
        {
            "budget" => ValueComparer.SameBudget,
            "timeline" => ValueComparer.SameTimeline,
            _ => (Func<JsonElement, JsonElement, bool>)ValueComparer.SameNeed,
        };
        return Of(
            one, Fields, name, isExpected ? Readable.Short(expected) : null, isFound ? Readable.Short(found) : null,
            isExpected == isFound && (!isExpected || same(expected, found)));
    }

    // Any of the words between the bars, in any reply.
    private static Finding Mention(ConversationCase one, string words, PlayedConversation played)
    {
        var said = words.Split('|').Any(word => played.Replies.Any(reply => reply.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return Of(one, Mentions, words, words, said ? words : null, said);
    }

    private static Finding Claim(ConversationCase one, string words, PlayedConversation played)
    {
        var said = played.Replies.FirstOrDefault(reply => reply.Text.Contains(words, StringComparison.OrdinalIgnoreCase))?.Text;
        return Of(one, Claims, words, null, said, said is null);
    }

    // What no conversation may do: say nothing, say the same twice running, ask for one thing more than three times.
    private static IEnumerable<string?> MannersOf(PlayedConversation played)
    {
        yield return played.Replies.Any(reply => string.IsNullOrWhiteSpace(reply.Text)) ? "an empty reply" : null;
        yield return played.Replies.Zip(played.Replies.Skip(1)).FirstOrDefault(pair => pair.First.Text == pair.Second.Text).First is { } twice ? "twice: " + twice.Text : null;
        yield return played.Dialogue.Asked.FirstOrDefault(asked => asked.Value > 3) is { Key: not null } often ? $"asked {often.Value} times for {often.Key}" : null;
    }

    private static Finding Word(ConversationCase one, string field, string? expected, string? found) =>
        Of(one, field, field, expected, found, string.Equals(expected, found, StringComparison.OrdinalIgnoreCase));

    private static Finding Of(ConversationCase one, string field, string part, string? expected, string? found, bool isRight) =>
        new(one.Id, field, part, one.Voice, string.Join(" / ", one.Messages), expected, found, isRight);
}
