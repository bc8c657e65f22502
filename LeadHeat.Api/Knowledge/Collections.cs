using LeadHeat.Api.Data;
using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Api.Live;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Live;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>How far collections are indexed, and how they are indexed anew.</summary>
internal sealed class Collections(NpgsqlDataSource database, KnowledgeIndex index, LiveEvents live, EmbedderMatch match, HostedEmbedder? hosted = null)
{
    // A document without passages needs no vectors.
    private const string States =
        """
        select c.name, c.embedder, c.dimensions, count(*)::int, count(d.vectors)::int, count(*) filter (where d.vectors is null and d.chunks > 0)::int
        from knowledge_collections c join knowledge_documents d on d.collection = c.name
        where not d.removed and ($1::text is null or c.name = $1) group by c.name order by c.name
        """;

    public async Task<IReadOnlyList<CollectionIndexing>> ListAsync(string? collection, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(States, Sql.Of(collection));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        List<CollectionIndexing> all = [];
        while (await rows.ReadAsync(cancellationToken))
            all.Add(Read(rows));
        return all;
    }

    /// <summary>Forgets the vectors of a collection, so that the embedder that is configured now makes them anew; null when there is no such collection.</summary>
    public async Task<CollectionIndexing?> ReindexAsync(string collection, CancellationToken cancellationToken)
    {
        await using (var batch = database.CreateBatch())
        {
            // The row first, as whoever stores vectors does, so that none of the old ones comes after.
            batch.Then(
                "update knowledge_collections set embedder = $2, dimensions = $3 where name = $1",
                Sql.Of(collection), Sql.Of(EmbedderMatch.Local), Sql.Of(LocalEmbedder.Dimensions));
            batch.Then("update knowledge_documents set vectors = null where collection = $1 and not removed", Sql.Of(collection));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await index.CatchUpAsync(cancellationToken);
        live.Publish(LiveEventKind.KnowledgeChanged);
        return (await ListAsync(collection, cancellationToken)).SingleOrDefault();
    }

    private CollectionIndexing Read(NpgsqlDataReader row)
    {
        var (name, documents, kept, waiting) = (row.GetString(0), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
        var (embedder, dimensions) = kept > 0 ? (row.GetString(1), row.GetInt32(2)) : (EmbedderMatch.Local, LocalEmbedder.Dimensions);
        var fault = match.Fault(name, embedder, dimensions);
        if (fault is not null)
            return new(name, embedder, dimensions, documents, 0, IndexingState.Mismatch, fault);
        return hosted is null || waiting == 0
            ? new(name, embedder, dimensions, documents, documents, IndexingState.Ready, null)
            : new(name, embedder, dimensions, documents, documents - waiting, IndexingState.Indexing, hosted.Failure);
    }
}
