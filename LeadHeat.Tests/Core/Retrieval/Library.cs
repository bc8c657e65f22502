using System.Runtime.CompilerServices;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

/// <summary>The shipped documents, searchable, and questions to them in other words.</summary>
internal static class Library
{
    private static readonly string Root = FindRoot();
    public static readonly Thesaurus Thesaurus = File.Exists(RelatedPath) ? new(File.ReadAllBytes(RelatedPath)) : Thesaurus.None;
    private static readonly WordVectors Words = new(File.ReadAllBytes(Path.Combine(Root, "LeadHeat.Api/Knowledge/Words/words.bin")));
    private static readonly Dictionary<string, (TextIndex<Passage> Index, LocalEmbedder Embedder)> Collections =
        ((string[])["real-estate", "cafe", "b2b"]).ToDictionary(name => name, Build);

    private static string RelatedPath => Path.Combine(Root, "artifacts/words/related.txt");

    public sealed record Passage(string Source, string Title, string Heading, string Text);

    public sealed record Question(string Collection, string Text, string Source, string Heading);

    public static IReadOnlyList<Question> Questions() => [.. File.ReadLines(Path.Combine(Root, "LeadHeat.Tests/Core/Retrieval/questions.txt"))
        .Where(line => line.Length > 0).Select(line => line.Split('|', '#')).Select(part => new Question(part[0].Trim(), part[1].Trim(), part[2].Trim(), part[3].Trim()))];

    public static bool Finds(Question question, SearchMode mode, int k) =>
        Search(question, mode, k).Any(passage => passage.Source == question.Source && passage.Heading.StartsWith(question.Heading, StringComparison.Ordinal));

    public static IReadOnlyList<Passage> Search(Question question, SearchMode mode, int k)
    {
        var (index, embedder) = Collections[question.Collection];
        var synonyms = mode == SearchMode.Hybrid ? SynonymsOf(question.Collection).Of(question.Text) : "";
        return [.. index.Search(question.Text, embedder.EmbedQuestion(question.Text, synonyms), mode, k, null, synonyms).Select(hit => hit.Row.Item)];
    }

    private static Synonyms SynonymsOf(string playbook) => new(File.ReadAllText(Path.Combine(Root, "playbooks", playbook, "synonyms.txt")));

    /// <summary>What visitors write in the demo, conversation by conversation.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Talks(string playbook) => [.. File.ReadAllText(Path.Combine(Root, "demo/talks", playbook + ".txt"))
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(talk => (IReadOnlyList<string>)[.. talk.Split('\n').Where(line => line.Length > 0 && line[0] != '#')])];

    private static (TextIndex<Passage>, LocalEmbedder) Build(string collection)
    {
        List<(Passage Item, TextField[] Fields)> passages = [];
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Root, "playbooks", collection, "knowledge")).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            text = text[(text.IndexOf("---\n", 4, StringComparison.Ordinal) + 4)..];
            var title = Chunker.TitleOf(text)!;
            foreach (var chunk in Chunker.Cut(text))
            {
                var passage = new Passage(Path.GetFileName(path), title, chunk.Heading, text.Substring(chunk.Start, chunk.Length));
                passages.Add((passage, [new(title, 0.5f), new(chunk.Heading, 2), new(passage.Text, 1)]));
            }
        }

        var embedder = LocalEmbedder.Train([.. passages.Select(passage => passage.Fields)], Thesaurus, EmbedderKind.Prose);
        var vocabulary = new Vocabulary();
        return (new TextIndex<Passage>(
            [.. passages.Select(passage => new IndexRow<Passage>(passage.Item, passage.Fields, vocabulary, embedder.Embed(passage.Fields)))], vocabulary, LocalEmbedder.Dimensions, Words), embedder);
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));
}
