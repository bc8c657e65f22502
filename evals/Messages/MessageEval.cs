using System.Text.Json;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Messages;

/// <summary>Has messages understood, as <c>POST /api/playground/understand</c> does it, and compares.</summary>
internal static class MessageEval
{
    private static readonly string[] Groups = ["budget", "timeline", "contact", "places"];
    private static readonly string[] Signs = ["injection", "refusesToShare", "asksForHuman"];

    public static IReadOnlyList<Finding> Run(IReadOnlyList<MessageCase> cases, PlaybookLibrary playbooks) =>
        [.. cases.SelectMany(one => Compare(one, Answer(one, playbooks)))];

    /// <summary>The answer as the endpoint writes it.</summary>
    /// <exception cref="InvalidDataException">The case names a playbook or a context that there is not.</exception>
    public static JsonElement Answer(MessageCase one, PlaybookLibrary playbooks)
    {
        Dictionary<string, string[]> errors = [];
        var question = UnderstandQuestion.Read(one.Request, playbooks, DateTimeOffset.UnixEpoch, errors)
            ?? throw new InvalidDataException($"{one.Id}: {string.Join(" ", errors.Values.SelectMany(messages => messages))}");
        return JsonSerializer.SerializeToElement(question.Understand(one.Text), LeadHeatJson.Default.UnderstoodText);
    }

    public static IEnumerable<Finding> Compare(MessageCase one, JsonElement answer)
    {
        foreach (var expected in one.Expect.EnumerateObject())
        {
            foreach (var finding in Compare(one, expected.Name, expected.Value, answer))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Compare(MessageCase one, string name, JsonElement expected, JsonElement answer) => name switch
    {
        "else" => Groups.Where(group => !one.Expect.TryGetProperty(group, out _)).Select(group => Value(one, group, group, expected, Member(answer, group), ValueComparer.SameWords)),
        "budget" => [Value(one, name, name, expected, Member(answer, name), ValueComparer.SameBudget)],
        "timeline" => [Value(one, name, name, expected, Member(answer, name), ValueComparer.SameTimeline)],
        "contact" or "places" when expected.ValueKind == JsonValueKind.Null => [Value(one, name, name, expected, Member(answer, name), ValueComparer.SameWords)],
        "contact" or "places" => Parts(one, name, expected, Member(answer, name), ValueComparer.SameWords),
        "needs" => Parts(one, name, expected, Member(answer, name), ValueComparer.SameNeed),
        "intent" or "sentiment" => [Value(one, name, name, expected, Member(answer, name), ValueComparer.SameWords)],
        "frustrationAtLeast" => [Bound(one, expected, answer, (found, bound) => found >= bound, "at least ")],
        "frustrationAtMost" => [Bound(one, expected, answer, (found, bound) => found <= bound, "at most ")],
        _ when Signs.Contains(name) => [Sign(one, name, expected, Member(answer, name))],
        _ => throw new InvalidDataException($"{one.Id}: '{name}' is nothing that can be expected."),
    };

    private static IEnumerable<Finding> Parts(MessageCase one, string group, JsonElement expected, JsonElement found, Func<JsonElement, JsonElement, bool> same) =>
        expected.EnumerateObject().Select(part => Value(one, group, $"{group}.{part.Name}", part.Value, Member(found, part.Name), same));

    private static Finding Value(MessageCase one, string field, string part, JsonElement expected, JsonElement found, Func<JsonElement, JsonElement, bool> same)
    {
        var (isExpected, isFound) = (!ValueComparer.IsNothing(expected), !ValueComparer.IsNothing(found));
        return new(
            one.Id, field, part, one.Voice, one.Text, isExpected ? Readable.Short(expected) : null, isFound ? Readable.Short(found) : null,
            isExpected == isFound && (!isExpected || same(expected, found)));
    }

    // A sign that should be there and is not was missed; one that should not be there is wrong.
    private static Finding Sign(MessageCase one, string name, JsonElement expected, JsonElement found)
    {
        var (isExpected, isFound) = (expected.ValueKind == JsonValueKind.True, found.ValueKind == JsonValueKind.True);
        return new(one.Id, name, name, one.Voice, one.Text, isExpected ? "yes" : null, isFound ? "yes" : null, isExpected == isFound);
    }

    private static Finding Bound(MessageCase one, JsonElement expected, JsonElement answer, Func<int, int, bool> holds, string word)
    {
        var (bound, found) = (expected.GetInt32(), Member(answer, "frustration").GetInt32());
        return new(one.Id, "frustration", "frustration", one.Voice, one.Text, word + bound, found.ToString(System.Globalization.CultureInfo.InvariantCulture), holds(found, bound));
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;
}
