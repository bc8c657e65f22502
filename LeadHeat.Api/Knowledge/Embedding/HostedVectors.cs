using System.Runtime.InteropServices;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>
/// Gives documents the vectors of the hosted embedding model, beside all turns, and stores them, so that a start asks for none again. A collection's
/// vectors are all of one model and one length: another model's are refused until it is re-indexed or has no document with vectors any more.
/// </summary>
internal sealed partial class HostedVectors(NpgsqlDataSource database, HostedEmbedder embedder, LiveEvents live, TimeProvider clock, ILogger<HostedVectors> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    private const string HasVectors = "exists (select from knowledge_documents o where o.collection = c.name and o.vectors is not null and not o.removed)";

    private const string Waiting =
        $"""
        select d.id, d.collection, d.hash, d.title, d.text from knowledge_documents d join knowledge_collections c on c.name = d.collection
        where d.vectors is null and not d.removed and d.chunks > 0 and ((c.embedder = $1 and c.dimensions = $2) or not {HasVectors}) order by d.id limit 1
        """;

    // Whoever stores vectors or re-indexes holds the collection's row, so that the next statement sees what was there before.
    private const string Hold = "select 1 from knowledge_collections where name = $1 for update";

    // The first vectors decide for a collection; afterwards only the same fit.
    private const string Adopt = $"update knowledge_collections c set embedder = $2, dimensions = $3 where name = $1 and not {HasVectors}";

    // Not where the document was replaced meanwhile.
    private const string Keep =
        """
        update knowledge_documents d set vectors = $3 from knowledge_collections c
        where d.id = $1 and d.hash = $2 and not d.removed and c.name = d.collection and c.embedder = $4 and c.dimensions = $5 returning d.id
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Pause;
            try
            {
                while (await EmbedNextAsync(stoppingToken))
                {
                }
            }
            catch (EmbeddingFailure failure)
            {
                LogFailed(logger, failure.Message);
                wait = LongPause;
            }
            catch (Exception failure) when (Outage.Is(failure))
            {
                LogFailed(logger, failure.Message);
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    /// <summary>False when no document waits.</summary>
    private async Task<bool> EmbedNextAsync(CancellationToken cancellationToken)
    {
        // What length fits has to be known before anything is made.
        if (embedder.Dimensions is null)
            await embedder.GenerateAsync([embedder.Model], null, cancellationToken);
        if (await NextAsync(cancellationToken) is not { } next)
            return false;
        string[] texts = [.. Chunker.Cut(next.Text).Select(chunk => $"{next.Title}\n{chunk.Heading}\n{next.Text.AsSpan(chunk.Start, chunk.Length)}")];
        var vectors = await embedder.GenerateAsync(texts, null, cancellationToken);
        float[] numbers = [.. vectors.SelectMany(vector => vector.Vector.ToArray())];
        if (await KeepAsync(next, numbers, vectors[0].Vector.Length, cancellationToken))
            LogKept(logger, next.Id, vectors.Count, vectors[0].Vector.Length);
        else
            LogRefused(logger, next.Id, next.Collection, embedder.Model, vectors[0].Vector.Length);
        live.Publish(LiveEventKind.KnowledgeChanged);
        return true;
    }

    private async Task<bool> KeepAsync(WaitingDocument document, float[] numbers, int dimensions, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Hold, Sql.Of(document.Collection));
        batch.Then(Adopt, Sql.Of(document.Collection), Sql.Of(embedder.Model), Sql.Of(dimensions));
        batch.Then(
            Keep, Sql.Of(document.Id), Sql.Bytes(document.Hash), Sql.Bytes(MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray()), Sql.Of(embedder.Model), Sql.Of(dimensions));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken);
    }

    private async Task<WaitingDocument?> NextAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Waiting, Sql.Of(embedder.Model), Sql.Of(embedder.Dimensions ?? 0));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken)
            ? new(rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetString(3), rows.GetString(4)) : null;
    }

    private sealed record WaitingDocument(Guid Id, string Collection, byte[] Hash, string Title, string Text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents get no vectors of the hosted model now; they are found by words and by the local embedder: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The document {Document} was not given its vectors: it was replaced, or its collection {Collection} holds vectors of another model or length than {Model} with {Dimensions} numbers and has to be re-indexed")]
    private static partial void LogRefused(ILogger logger, Guid document, string collection, string model, int dimensions);

    [LoggerMessage(Level = LogLevel.Information, Message = "The document {Document} has {Passages} vectors of {Dimensions} numbers")]
    private static partial void LogKept(ILogger logger, Guid document, int passages, int dimensions);
}
