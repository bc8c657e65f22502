using System.Collections.Concurrent;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Evals.Retrieval;

/// <summary>The playbooks' documents, searched as <c>GET /api/knowledge/search</c> does.</summary>
internal static class Documents
{
    private static readonly ConcurrentDictionary<(string Playbook, bool Asked), (TextIndex<Passage> Index, LocalEmbedder Embedder, Synonyms Synonyms)> Collections = [];

    /// <summary>As the Api searches.</summary>
    public static IReadOnlyList<KnowledgeHit> Search(KnowledgeQuery query) => Search(query, query.Mode == SearchMode.Hybrid);

    /// <param name="synonyms">Whether the question is asked with the playbook's synonyms, too: by both it is, by vectors alone it is not.</param>
    /// <param name="asked">Whether the sections have their lines of questions in customers' words.</param>
    public static IReadOnlyList<KnowledgeHit> Search(KnowledgeQuery query, bool synonyms, bool asked = true)
    {
        var (index, embedder, known) = Collections.GetOrAdd((query.Collection!, asked), Build);
        var others = synonyms ? known.Of(query.Text) : "";
        var vector = query.Mode == SearchMode.Lexical ? [] : embedder.EmbedQuestion(query.Text, others);
        Func<Passage, bool>? filter = query.Category is { } category ? passage => passage.Document.Category == category : null;
        return [.. index.Search(query.Text, vector, query.Mode, query.K, filter, others).Select(hit => hit.Row.Item.ToHit(hit.Score, new(hit.Bm25, hit.Cosine)))];
    }

    private static (TextIndex<Passage>, LocalEmbedder, Synonyms) Build((string Playbook, bool Asked) collection)
    {
        var (playbook, asked) = collection;
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks", playbook, "knowledge");
        Passage[] passages = [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany((path, number) => Read(path, playbook, number + 1, asked))];
        var embedder = LocalEmbedder.Train([.. passages.Select(passage => passage.Fields)], RelatedWords.Thesaurus, EmbedderKind.Prose);
        var vocabulary = new Vocabulary();
        return (new([.. passages.Select(passage => new IndexRow<Passage>(passage, passage.Fields, vocabulary, embedder.Embed(passage.Fields)))], vocabulary, LocalEmbedder.Dimensions, RelatedWords.Vectors), embedder,
            SynonymsOf(playbook));
    }

    public static Synonyms SynonymsOf(string playbook) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "playbooks", playbook, "synonyms.txt")));

    // The file begins with its category between two fences.
    private static IEnumerable<Passage> Read(string path, string playbook, int number, bool asked)
    {
        var file = File.ReadAllText(path);
        var end = file.IndexOf("\n---\n", StringComparison.Ordinal);
        var category = file[..end].Split("category:")[^1].Trim();
        var text = asked ? file[(end + 5)..].Trim() : AskedAs.Without(file[(end + 5)..]).Trim();
        var document = new KnowledgeDocument(
            new(number, 0, 0, new byte[8]), playbook, category, Chunker.TitleOf(text) ?? "", Path.GetFileName(path), "text/markdown", text.Length, text.Length, 0, true,
            DateTimeOffset.UnixEpoch);
        return Passage.Of(document, text);
    }
}
