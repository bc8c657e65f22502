using System.Text.Json;
using LeadHeat.Core.Playbooks;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Cases;

/// <summary>The files of <c>evals/</c>, which lie beside the program.</summary>
internal static class CaseFiles
{
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "evals");

    public static PlaybookLibrary Playbooks() => PlaybookLibrary.FromFolder(Path.Combine(AppContext.BaseDirectory, "playbooks"));

    /// <summary>All message cases, by file and line.</summary>
    /// <exception cref="InvalidDataException">A line does not read, or an id is there twice; the message names file and line.</exception>
    public static IReadOnlyList<MessageCase> Messages() => Lines("messages", "*.jsonl", MessageCase.Read, read => read.Id);

    /// <summary>All conversations; one a file.</summary>
    /// <exception cref="InvalidDataException">A file does not read; the message names it.</exception>
    public static IReadOnlyList<ConversationCase> Conversations() =>
        [.. Files("conversations", "*.json").Select(path => ReadJson(File.ReadAllText(path), $"conversations/{Path.GetFileName(path)}", ConversationCase.Read))];

    public static IReadOnlyList<KnowledgeCase> Questions() => Lines("retrieval", "knowledge.jsonl", KnowledgeCase.Read, read => read.Id);

    public static IReadOnlyList<KnowledgeCase> Asked() => Lines("retrieval", "asked.jsonl", KnowledgeCase.Read, read => read.Id);

    public static IReadOnlyList<UnansweredCase> Unanswered() => Lines("retrieval", "unanswered.jsonl", UnansweredCase.Read, read => read.Id);

    public static IReadOnlyList<InventoryCase> Searches() => Lines("retrieval", "inventory.jsonl", InventoryCase.Read, read => read.Id);

    public static Bars Bars() => Scores.Bars.Read(File.ReadAllText(Path.Combine(Home, "bars.json")), File.ReadAllText(Path.Combine(Home, "ratchet.json")));

    private static List<T> Lines<T>(string folder, string pattern, Func<JsonElement, T> read, Func<T, string> id)
    {
        List<T> cases = [];
        Dictionary<string, string> seen = [];
        foreach (var path in Files(folder, pattern))
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var at = $"{folder}/{Path.GetFileName(path)}:{number}";
                var one = ReadJson(line, at, read);
                if (!seen.TryAdd(id(one), at))
                    throw new InvalidDataException($"{at}: the id '{id(one)}' is at {seen[id(one)]} already.");
                cases.Add(one);
            }
        }
        return cases;
    }

    private static T ReadJson<T>(string text, string at, Func<JsonElement, T> read)
    {
        try
        {
            return read(JsonDocument.Parse(text).RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{at}: {exception.Message}", exception);
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(Home, folder)) ? Directory.EnumerateFiles(Path.Combine(Home, folder), pattern).Order(StringComparer.Ordinal) : [];
}
