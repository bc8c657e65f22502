using LeadHeat.Api.Data;
using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>The documents in memory, ready to be searched, as Postgres has them.</summary>
internal sealed class KnowledgeIndex(
    NpgsqlDataSource database, Thesaurus thesaurus, WordVectors words, TimeProvider clock, ILogger<KnowledgeIndex> logger, HostedEmbedder? hosted = null)
    : ChangeFollower(database, clock, logger)
{
    private static readonly TimeSpan QuestionTime = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<Guid, (ulong Changed, string Collection)> _known = [];

    // Written by the follower only; a search takes what stands there.
    private volatile Dictionary<string, KnowledgeCollection> _collections = new(StringComparer.Ordinal);

    protected override string Query =>
        $"select {DocumentRows.Columns}, d.changed, d.removed, d.text, d.vectors from knowledge_documents d where d.changed >= $1 order by d.collection, d.source";

    /// <summary>The passages that fit best; of all collections where none is named.</summary>
    public async ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        var collections = _collections;
        // Asked only where there is something to compare with; when it is late, words and the local embedder answer.
        var vector = hosted is not null && query.Mode != SearchMode.Lexical && collections.Values.Any(collection => collection.HasHosted && Serves(collection, query))
            ? await hosted.TryOnceAsync(query.Text, QuestionTime, cancellationToken) : null;
        List<KnowledgeHit> hits = [];
        foreach (var collection in collections.Values.Where(collection => Serves(collection, query)))
            hits.AddRange(collection.Search(query, vector));
        return query.Collection is null ? [.. hits.OrderByDescending(hit => hit.Score).Take(query.K)] : hits;
    }

    private static bool Serves(KnowledgeCollection collection, KnowledgeQuery query) => query.Collection is null || collection.Name == query.Collection;

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        Dictionary<string, Dictionary<Guid, StoredPassages>> changes = new(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (document, changed) = (DocumentRows.Read(rows), rows.GetFieldValue<ulong>(DocumentRows.Count));
            if (_known.TryGetValue(document.Id, out var before) && before.Changed == changed)
                continue;
            _known[document.Id] = (changed, document.Collection);
            if (!changes.TryGetValue(document.Collection, out var documents))
                changes[document.Collection] = documents = [];
            documents[document.Id] = rows.GetBoolean(DocumentRows.Count + 1)
                ? StoredPassages.None : new([.. Passage.Of(document, rows.GetString(DocumentRows.Count + 2))], rows.IsDBNull(DocumentRows.Count + 3) ? [] : rows.GetFieldValue<byte[]>(DocumentRows.Count + 3));
        }

        if (changes.Count == 0)
            return;
        var collections = new Dictionary<string, KnowledgeCollection>(_collections, StringComparer.Ordinal);
        foreach (var (name, documents) in changes)
            collections[name] = (collections.GetValueOrDefault(name) ?? new KnowledgeCollection(name, thesaurus, words, SynonymsOf(name))).With(documents);
        _collections = collections;
    }

    /// <summary>A playbook's collection has the playbook's words.</summary>
    public static Synonyms SynonymsOf(string collection)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "playbooks", collection, "synonyms.txt");
        return File.Exists(path) ? new Synonyms(File.ReadAllText(path)) : Synonyms.None;
    }
}
