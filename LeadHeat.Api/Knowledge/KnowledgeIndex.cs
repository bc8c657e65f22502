using LeadHeat.Api.Data;
using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>The documents in memory, ready to be searched, as Postgres has them.</summary>
internal sealed class KnowledgeIndex(
    NpgsqlDataSource database, Thesaurus thesaurus, WordVectors words, TimeProvider clock, ILogger<KnowledgeIndex> logger, EmbedderMatch match, HostedEmbedder? hosted = null)
    : ChangeFollower(database, clock, logger)
{
    private static readonly TimeSpan QuestionTime = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<Guid, (ulong Changed, string Collection)> _known = [];

    // Written by the follower only; a search takes what stands there.
    private volatile Dictionary<string, KnowledgeCollection> _collections = new(StringComparer.Ordinal);

    protected override string Query =>
        $"select {DocumentRows.Columns}, d.changed, d.removed, d.text, d.vectors, c.embedder, c.dimensions from knowledge_documents d join knowledge_collections c on c.name = d.collection where d.changed >= $1 order by d.collection, d.source";

    /// <summary>The passages that fit best; of all collections where none is named.</summary>
    /// <exception cref="EmbedderMismatch">A collection's vectors are of another embedder than the configured one.</exception>
    public async ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        KnowledgeCollection[] asked = [.. _collections.Values.Where(collection => Serves(collection, query))];
        // Asked only where there is something to compare with; when it is late, words and the local embedder answer.
        var vector = hosted is not null && query.Mode != SearchMode.Lexical && asked.Any(collection => collection.Embedder == hosted.Model)
            ? await hosted.TryOnceAsync(query.Text, QuestionTime, cancellationToken) : null;
        List<KnowledgeHit> hits = [];
        foreach (var collection in asked)
        {
            var fault = query.Mode == SearchMode.Lexical ? null : collection.Fault(match);
            if (fault is not null && query.Fallback == SearchFallback.None)
                throw new EmbedderMismatch(collection.Name, fault);
            hits.AddRange(collection.Search(query, fault is null ? vector : null));
        }

        return query.Collection is null ? [.. hits.OrderByDescending(hit => hit.Score).Take(query.K)] : hits;
    }

    /// <summary>A document that would get no vectors is refused.</summary>
    /// <exception cref="EmbedderMismatch">The collection's vectors are of another embedder than the configured one.</exception>
    public void CheckTakes(string collection)
    {
        if (_collections.GetValueOrDefault(collection)?.Fault(match) is { } fault)
            throw new EmbedderMismatch(collection, fault);
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
                ? StoredPassages.None : PassagesOf(document, rows);
        }

        if (changes.Count == 0)
            return;
        var collections = new Dictionary<string, KnowledgeCollection>(_collections, StringComparer.Ordinal);
        foreach (var (name, documents) in changes)
            collections[name] = (collections.GetValueOrDefault(name) ?? new KnowledgeCollection(name, thesaurus, words, SynonymsOf(name))).With(documents);
        _collections = collections;
    }

    private static StoredPassages PassagesOf(KnowledgeDocument document, NpgsqlDataReader row) => StoredPassages.Of(
        [.. Passage.Of(document, row.GetString(DocumentRows.Count + 2))],
        row.IsDBNull(DocumentRows.Count + 3) ? null : row.GetFieldValue<byte[]>(DocumentRows.Count + 3),
        row.GetString(DocumentRows.Count + 4), row.GetInt32(DocumentRows.Count + 5));

    /// <summary>A playbook's collection has the playbook's words.</summary>
    public static Synonyms SynonymsOf(string collection)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "playbooks", collection, "synonyms.txt");
        return File.Exists(path) ? new Synonyms(File.ReadAllText(path)) : Synonyms.None;
    }
}
