using LeadHeat.Api.Data;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>The documents in memory, ready to be searched, as Postgres has them.</summary>
internal sealed class KnowledgeIndex(NpgsqlDataSource database, Thesaurus thesaurus, TimeProvider clock, ILogger<KnowledgeIndex> logger)
    : ChangeFollower(database, clock, logger)
{
    private readonly Dictionary<Guid, (ulong Changed, string Collection)> _known = [];

    // Written by the follower only; a search takes what stands there.
    private volatile Dictionary<string, KnowledgeCollection> _collections = new(StringComparer.Ordinal);

    protected override string Query =>
        $"select {DocumentRows.Columns}, d.changed, d.removed, d.text, d.vectors from knowledge_documents d where d.changed >= $1 order by d.collection, d.source";

    /// <summary>The passages that fit best; of all collections where none is named.</summary>
    public IReadOnlyList<KnowledgeHit> Search(KnowledgeQuery query)
    {
        List<KnowledgeHit> hits = [];
        foreach (var collection in _collections.Values.Where(collection => query.Collection is null || collection.Name == query.Collection))
            hits.AddRange(collection.Search(query));
        return query.Collection is null ? [.. hits.OrderByDescending(hit => hit.Score).Take(query.K)] : hits;
    }

    protected override async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        Dictionary<string, Dictionary<Guid, IReadOnlyList<Passage>>> changes = new(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (document, changed) = (DocumentRows.Read(rows), rows.GetFieldValue<ulong>(DocumentRows.Count));
            if (_known.TryGetValue(document.Id, out var before) && before.Changed == changed)
                continue;
            _known[document.Id] = (changed, document.Collection);
            if (!changes.TryGetValue(document.Collection, out var documents))
                changes[document.Collection] = documents = [];
            documents[document.Id] = rows.GetBoolean(DocumentRows.Count + 1) ? [] : [.. Passage.Of(document, rows.GetString(DocumentRows.Count + 2))];
        }

        if (changes.Count == 0)
            return;
        var collections = new Dictionary<string, KnowledgeCollection>(_collections, StringComparer.Ordinal);
        foreach (var (name, documents) in changes)
            collections[name] = (collections.GetValueOrDefault(name) ?? new KnowledgeCollection(name, thesaurus, SynonymsOf(name))).With(documents);
        _collections = collections;
    }

    // A playbook's collection has the playbook's words.
    private static Synonyms SynonymsOf(string collection)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "playbooks", collection, "synonyms.txt");
        return File.Exists(path) ? new Synonyms(File.ReadAllText(path)) : Synonyms.None;
    }
}
