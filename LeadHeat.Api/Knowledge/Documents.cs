using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scanning;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Live;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>The documents as they are stored.</summary>
internal sealed class Documents(NpgsqlDataSource database, FileScanner scanner, DocumentText reader, KnowledgeIndex index, LiveEvents live, TimeProvider clock)
{
    // The same file in the same category changes nothing.
    private const string Store =
        """
        insert into knowledge_documents as d (id, collection, category, title, source, media_type, hash, file, text, bytes, chunks, shipped, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
        on conflict (collection, source) do update set
            category = excluded.category, title = excluded.title, media_type = excluded.media_type, hash = excluded.hash, file = excluded.file,
            text = excluded.text, vectors = null, bytes = excluded.bytes, chunks = excluded.chunks, shipped = excluded.shipped, removed = false, updated_at = excluded.updated_at
        where d.hash <> excluded.hash or d.removed
        """;

    private static readonly TimeSpan KeptForUndo = TimeSpan.FromHours(1);

    private const string One = $"select {DocumentRows.Columns}, d.text from knowledge_documents d where not d.removed and ";

    /// <summary>Stores a file; it can be found when this returns.</summary>
    /// <exception cref="Embedding.EmbedderMismatch">The collection has to be re-indexed before.</exception>
    public async Task<KnowledgeDocument> AddAsync(NewDocument file, CancellationToken cancellationToken)
    {
        index.CheckTakes(file.Collection);
        if (await scanner.RefusalAsync(new MemoryStream(file.Content.ToArray()), cancellationToken) is { } refusal)
            throw new FieldRefused(DocumentText.Field, refusal);
        var (type, text) = await reader.ReadAsync(file.Name, file.Content, cancellationToken);
        await StoreAsync(file, type, text, shipped: false, cancellationToken);
        await TellAsync(cancellationToken);
        return (await FindAsync(file.Collection, file.Name, cancellationToken))!.Document;
    }

    public async Task StoreAsync(NewDocument file, string mediaType, string text, bool shipped, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var title = (mediaType == "text/plain" ? null : Chunker.TitleOf(text)) ?? Path.GetFileNameWithoutExtension(file.Name);
        byte[] hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(file.Category + "\n"), .. file.Content.Span]);
        await using var batch = database.CreateBatch();
        batch.Then(
            "insert into knowledge_collections (name, embedder, dimensions) values ($1, 'local', $2) on conflict do nothing",
            Sql.Of(file.Collection), Sql.Of(LocalEmbedder.Dimensions));
        batch.Then(
            Store, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(file.Collection), Sql.Of(file.Category), Sql.Of(Short(title)), Sql.Of(file.Name), Sql.Of(mediaType),
            Sql.Bytes(hash), Sql.Bytes(file.Content.ToArray()), Sql.Of(text), Sql.Of(file.Content.Length), Sql.Of(Chunker.Cut(text).Count), Sql.Of(shipped), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KnowledgeDocument>> ListAsync(string? collection, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            $"""
            select {DocumentRows.Columns} from knowledge_documents d
            where not d.removed and ($1::text is null or d.collection = $1) order by d.collection, d.category, d.title
            """,
            Sql.Of(collection));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        List<KnowledgeDocument> all = [];
        while (await rows.ReadAsync(cancellationToken))
            all.Add(DocumentRows.Read(rows));
        return all;
    }

    public Task<KnowledgeText?> FindAsync(Guid id, CancellationToken cancellationToken) => FindAsync(One + "d.id = $1", cancellationToken, Sql.Of(id));

    /// <summary>Removes a document; it is not found any more when this returns, and can be restored for an hour. False when there was none.</summary>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then("update knowledge_documents set file = '', text = '' where removed and updated_at < $1 and file <> ''", Sql.Of(now - KeptForUndo));
        batch.Then("update knowledge_documents set removed = true, vectors = null, updated_at = $2 where id = $1 and not removed returning id", Sql.Of(id), Sql.Of(now));
        return await AnyAsync(batch, cancellationToken);
    }

    /// <summary>Takes a removal back; false when there is nothing left to restore.</summary>
    public async Task<bool> RestoreAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("update knowledge_documents set removed = false, updated_at = $2 where id = $1 and removed and file <> '' returning id", Sql.Of(id), Sql.Of(clock.GetUtcNow()));
        return await AnyAsync(batch, cancellationToken);
    }

    // Whether the batch's one statement that returns rows returned any.
    private async Task<bool> AnyAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        bool any;
        await using (var rows = await batch.ExecuteReaderAsync(cancellationToken))
            any = await rows.ReadAsync(cancellationToken);
        if (any)
            await TellAsync(cancellationToken);
        return any;
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await index.CatchUpAsync(cancellationToken);
        live.Publish(LiveEventKind.KnowledgeChanged);
    }

    private Task<KnowledgeText?> FindAsync(string collection, string source, CancellationToken cancellationToken) =>
        FindAsync(One + "d.collection = $1 and d.source = $2", cancellationToken, Sql.Of(collection), Sql.Of(source));

    private async Task<KnowledgeText?> FindAsync(string query, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var batch = database.CreateBatch();
        batch.Then(query, parameters);
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new(DocumentRows.Read(rows), rows.GetString(DocumentRows.Count)) : null;
    }

    private static string Short(string title) => title.Length <= 200 ? title : title[..200];
}

/// <summary>A file that is to be stored.</summary>
internal sealed record NewDocument(string Collection, string Category, string Name, ReadOnlyMemory<byte> Content);
