using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Api.Knowledge;

/// <summary>The passages of one collection with the embedder that learned from them, and their vectors of a hosted model. Never changes.</summary>
internal sealed class KnowledgeCollection
{
    // A tenth of other passages, and the embedder learns anew; until then it judges new ones by what it knows.
    private const int Tenth = 10;

    private readonly Thesaurus _thesaurus;
    private readonly WordVectors _words;
    private readonly Synonyms _synonyms;
    private readonly Dictionary<Guid, StoredPassages> _documents;
    private readonly Vocabulary _vocabulary;
    private readonly LocalEmbedder _embedder;
    private readonly int _sinceTraining;
    private readonly TextIndex<Passage> _index;

    // The two embedders' vectors stand in two indexes, so that none is ever compared with the other's.
    private readonly TextIndex<Passage>? _hosted;
    private readonly int _dimensions;

    public KnowledgeCollection(string name, Thesaurus thesaurus, WordVectors words, Synonyms synonyms)
        : this(name, thesaurus, words, synonyms, [], new Vocabulary(), LocalEmbedder.Train([], thesaurus, EmbedderKind.Prose), 0, [])
    {
    }

    private KnowledgeCollection(
        string name, Thesaurus thesaurus, WordVectors words, Synonyms synonyms, Dictionary<Guid, StoredPassages> documents, Vocabulary vocabulary, LocalEmbedder embedder,
        int sinceTraining, IReadOnlyList<IndexRow<Passage>> rows)
    {
        (Name, _thesaurus, _words, _synonyms, _documents) = (name, thesaurus, words, synonyms, documents);
        (_vocabulary, _embedder, _sinceTraining) = (vocabulary, embedder, sinceTraining);
        _index = new TextIndex<Passage>(rows, vocabulary, LocalEmbedder.Dimensions, words);
        (Embedder, _dimensions) = documents.Values.FirstOrDefault(document => document.Dimensions > 0) is { } first
            ? (first.Embedder, first.Dimensions) : (EmbedderMatch.Local, 0);
        if (_dimensions > 0)
            _hosted = new TextIndex<Passage>([.. rows.Select(row => row.With(HostedVector(row.Item)))], vocabulary, StoredPassages.LengthOf(_dimensions));
    }

    public string Name { get; }

    /// <summary>The hosted model that it keeps vectors of, or the local embedder.</summary>
    public string Embedder { get; }

    /// <summary>What is wrong with its vectors; null when nothing is.</summary>
    public string? Fault(EmbedderMatch match) => match.Fault(Name, Embedder, _dimensions);

    /// <param name="hosted">The question's vector by the hosted model; null where there is none, then the local embedder's counts.</param>
    public IEnumerable<KnowledgeHit> Search(KnowledgeQuery query, float[]? hosted)
    {
        var synonyms = query.Mode == SearchMode.Hybrid ? _synonyms.Of(query.Text) : "";
        Func<Passage, bool>? filter = query.Category is { } category ? passage => passage.Document.Category == category : null;
        var hits = hosted?.Length == _dimensions && _hosted is not null
            ? _hosted.Search(query.Text, StoredPassages.Padded(hosted), query.Mode, query.K, filter)
            : _index.Search(query.Text, query.Mode == SearchMode.Lexical ? [] : _embedder.EmbedQuestion(query.Text, synonyms), query.Mode, query.K, filter, synonyms);
        return hits.Select(hit => hit.Row.Item.ToHit(Math.Round(hit.Score, 4), new(Rounded(hit.Bm25), Rounded(hit.Cosine))));
    }

    /// <summary>With these documents' passages instead of those that they had.</summary>
    public KnowledgeCollection With(IReadOnlyDictionary<Guid, StoredPassages> changes)
    {
        var documents = new Dictionary<Guid, StoredPassages>(_documents);
        foreach (var (id, document) in changes)
            documents[id] = document;
        IndexRow<Passage>[] stay = [.. _index.Rows.Where(row => !changes.ContainsKey(row.Item.Document.Id))];
        Passage[] come = [.. changes.Values.SelectMany(document => document.Passages)];
        var changed = _sinceTraining + come.Length + _index.Count - stay.Length;
        if (changed * Tenth <= stay.Length + come.Length)
            return new(Name, _thesaurus, _words, _synonyms, documents, _vocabulary, _embedder, changed, [.. stay, .. come.Select(passage => Row(passage, _vocabulary, _embedder))]);
        // By document and place, so that the same documents make the same embedder in whatever order they came.
        Passage[] all = [.. stay.Select(row => row.Item).Concat(come).OrderBy(passage => passage.Document.Source, StringComparer.Ordinal).ThenBy(passage => passage.Chunk.Start)];
        var embedder = LocalEmbedder.Train([.. all.Select(passage => passage.Fields)], _thesaurus, EmbedderKind.Prose);
        var vocabulary = new Vocabulary();
        return new(Name, _thesaurus, _words, _synonyms, documents, vocabulary, embedder, 0, [.. all.Select(passage => Row(passage, vocabulary, embedder))]);
    }

    // Empty where the document waits for its vectors.
    private float[] HostedVector(Passage passage)
    {
        var document = _documents[passage.Document.Id];
        if (document.Dimensions != _dimensions)
            return [];
        for (var at = 0; at < document.Passages.Count; at++)
        {
            if (document.Passages[at].Chunk.Start == passage.Chunk.Start)
                return document.VectorOf(at);
        }

        return [];
    }

    private static IndexRow<Passage> Row(Passage passage, Vocabulary vocabulary, LocalEmbedder embedder) =>
        new(passage, passage.Fields, vocabulary, embedder.Embed(passage.Fields));

    private static double? Rounded(float? value) => value is { } known ? Math.Round(known, 4) : null;
}
