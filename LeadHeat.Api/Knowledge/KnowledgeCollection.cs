using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Api.Knowledge;

/// <summary>The passages of one collection with the embedder that learned from them. Never changes.</summary>
internal sealed class KnowledgeCollection
{
    // A tenth of other passages, and the embedder learns anew; until then it judges new ones by what it knows.
    private const int Tenth = 10;

    private readonly Thesaurus _thesaurus;
    private readonly Synonyms _synonyms;
    private readonly Vocabulary _vocabulary;
    private readonly LocalEmbedder _embedder;
    private readonly int _sinceTraining;
    private readonly TextIndex<Passage> _index;

    public KnowledgeCollection(string name, Thesaurus thesaurus, Synonyms synonyms)
        : this(name, thesaurus, synonyms, new Vocabulary(), LocalEmbedder.Train([], thesaurus, EmbedderKind.Prose), 0, [])
    {
    }

    private KnowledgeCollection(
        string name, Thesaurus thesaurus, Synonyms synonyms, Vocabulary vocabulary, LocalEmbedder embedder, int sinceTraining, IReadOnlyList<IndexRow<Passage>> rows)
    {
        (Name, _thesaurus, _synonyms, _vocabulary, _embedder, _sinceTraining) = (name, thesaurus, synonyms, vocabulary, embedder, sinceTraining);
        _index = new TextIndex<Passage>(rows, vocabulary, LocalEmbedder.Dimensions);
    }

    public string Name { get; }

    public IEnumerable<KnowledgeHit> Search(KnowledgeQuery query)
    {
        float[] vector = query.Mode switch
        {
            SearchMode.Lexical => [],
            SearchMode.Vector => _embedder.EmbedQuestion(query.Text),
            _ => _embedder.EmbedQuestion(query.Text, _synonyms.Of(query.Text)),
        };
        Func<Passage, bool>? filter = query.Category is { } category ? passage => passage.Document.Category == category : null;
        var hits = _index.Search(query.Text, vector, query.Mode, query.K, filter);
        return hits.Select(hit => hit.Row.Item.ToHit(Math.Round(hit.Score, 4), new(Rounded(hit.Bm25), Rounded(hit.Cosine))));
    }

    /// <summary>With these documents' passages instead of those that they had.</summary>
    public KnowledgeCollection With(IReadOnlyDictionary<Guid, IReadOnlyList<Passage>> documents)
    {
        IndexRow<Passage>[] stay = [.. _index.Rows.Where(row => !documents.ContainsKey(row.Item.Document.Id))];
        Passage[] come = [.. documents.Values.SelectMany(passages => passages)];
        var changed = _sinceTraining + come.Length + _index.Count - stay.Length;
        if (changed * Tenth <= stay.Length + come.Length)
            return new(Name, _thesaurus, _synonyms, _vocabulary, _embedder, changed, [.. stay, .. come.Select(passage => Row(passage, _vocabulary, _embedder))]);
        // By document and place, so that the same documents make the same embedder in whatever order they came.
        Passage[] all = [.. stay.Select(row => row.Item).Concat(come).OrderBy(passage => passage.Document.Source, StringComparer.Ordinal).ThenBy(passage => passage.Chunk.Start)];
        var embedder = LocalEmbedder.Train([.. all.Select(passage => passage.Fields)], _thesaurus, EmbedderKind.Prose);
        var vocabulary = new Vocabulary();
        return new(Name, _thesaurus, _synonyms, vocabulary, embedder, 0, [.. all.Select(passage => Row(passage, vocabulary, embedder))]);
    }

    private static IndexRow<Passage> Row(Passage passage, Vocabulary vocabulary, LocalEmbedder embedder) =>
        new(passage, passage.Fields, vocabulary, embedder.Embed(passage.Fields));

    private static double? Rounded(float? value) => value is { } known ? Math.Round(known, 4) : null;
}
