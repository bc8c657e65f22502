using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals.Retrieval;

/// <summary>Asks the playbooks' documents, by words, by meaning and by both, as <c>GET /api/knowledge/search</c> does.</summary>
internal sealed class KnowledgeEval
{
    public const string Found = "knowledge hit@3";

    private const int Shown = 3;

    private readonly Dictionary<string, (TextIndex<Passage> Index, LocalEmbedder Embedder)> _collections = [];

    public IReadOnlyList<Finding> Run(IReadOnlyList<KnowledgeCase> cases, SearchMode mode) => [.. cases.Select(one => Compare(one, mode))];

    private Finding Compare(KnowledgeCase one, SearchMode mode)
    {
        var hits = Search(one, mode);
        var isRight = hits.Any(hit => hit.Document.Source == one.Document + ".md" && hit.Chunk.Heading.Contains(one.Heading, StringComparison.Ordinal));
        return new(
            one.Id, Found, Found, "plain", one.Question, $"{one.Document}: {one.Heading}",
            hits.Count == 0 ? null : string.Join(" | ", hits.Select(hit => hit.Chunk.Heading)), isRight);
    }

    private List<Passage> Search(KnowledgeCase one, SearchMode mode)
    {
        if (!_collections.TryGetValue(one.Playbook, out var collection))
            collection = _collections[one.Playbook] = Build(one.Playbook);
        var vector = mode == SearchMode.Lexical ? [] : collection.Embedder.EmbedQuestion(one.Question);
        return [.. collection.Index.Search(one.Question, vector, mode, Shown, null).Select(hit => hit.Row.Item)];
    }

    private static (TextIndex<Passage>, LocalEmbedder) Build(string playbook)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks", playbook, "knowledge");
        Passage[] passages = [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(path => Read(path, playbook))];
        var embedder = LocalEmbedder.Train([.. passages.Select(passage => passage.Fields)], RelatedWords.Thesaurus, EmbedderKind.Prose);
        var vocabulary = new Vocabulary();
        return (new([.. passages.Select(passage => new IndexRow<Passage>(passage, passage.Fields, vocabulary, embedder.Embed(passage.Fields)))], vocabulary, LocalEmbedder.Dimensions), embedder);
    }

    private static IEnumerable<Passage> Read(string path, string playbook)
    {
        var text = File.ReadAllText(path);
        // The file begins with its category between two fences.
        text = text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..].Trim();
        var document = new KnowledgeDocument(
            Guid.Empty, playbook, "", Chunker.TitleOf(text) ?? "", Path.GetFileName(path), "text/markdown", text.Length, text.Length, 0, true, DateTimeOffset.UnixEpoch);
        return Passage.Of(document, text);
    }
}
