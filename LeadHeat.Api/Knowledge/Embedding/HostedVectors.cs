using System.Runtime.InteropServices;
using LeadHeat.Api.Data;
using LeadHeat.Core.Knowledge;
using Npgsql;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>
/// Gives documents the vectors of the hosted embedding model, beside all turns, and stores them, so that a start asks for none again. A collection's
/// vectors are all of one model and one length: another model's are refused until the collection's documents are removed.
/// </summary>
internal sealed partial class HostedVectors(NpgsqlDataSource database, HostedEmbedder embedder, EmbeddingConnection connection, TimeProvider clock, ILogger<HostedVectors> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    private const string Waiting =
        """
        select d.id, d.collection, d.hash, d.title, d.text from knowledge_documents d join knowledge_collections c on c.name = d.collection
        where d.vectors is null and not d.removed and c.embedder in ('local', $1) order by d.id limit 1
        """;

    // The first vectors decide for a collection; afterwards only the same fit.
    private const string Adopt =
        """
        update knowledge_collections set embedder = $2, dimensions = $3
        where name = $1 and ((embedder = $2 and dimensions = $3) or embedder = 'local') returning name
        """;

    // Not where the document was replaced meanwhile.
    private const string Keep = "update knowledge_documents set vectors = $3 where id = $1 and hash = $2 and not removed";

    private readonly HashSet<string> _refused = [];

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
        if (await NextAsync(cancellationToken) is not { } next || _refused.Contains(next.Collection))
            return false;
        string[] texts = [.. Chunker.Cut(next.Text).Select(chunk => $"{next.Title}\n{chunk.Heading}\n{next.Text.AsSpan(chunk.Start, chunk.Length)}")];
        var vectors = await embedder.GenerateAsync(texts, null, cancellationToken);
        var dimensions = vectors.Count == 0 ? 0 : vectors[0].Vector.Length;
        float[] numbers = [.. vectors.SelectMany(vector => vector.Vector.ToArray())];
        await using var batch = database.CreateBatch();
        batch.Then(Adopt, Sql.Of(next.Collection), Sql.Of(connection.Model), Sql.Of(dimensions));
        await using (var rows = await batch.ExecuteReaderAsync(cancellationToken))
        {
            if (!await rows.ReadAsync(cancellationToken))
            {
                _refused.Add(next.Collection);
                LogRefused(logger, next.Collection, connection.Model, dimensions);
                return true;
            }
        }

        await using var keep = database.CreateBatch();
        keep.Then(Keep, Sql.Of(next.Id), Sql.Bytes(next.Hash), Sql.Bytes(MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray()));
        await keep.ExecuteNonQueryAsync(cancellationToken);
        LogKept(logger, next.Id, vectors.Count, dimensions);
        return true;
    }

    private async Task<(Guid Id, string Collection, byte[] Hash, string Title, string Text)?> NextAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Waiting, Sql.Of(connection.Model));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken)
            ? (rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetString(3), rows.GetString(4)) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents get no vectors of the hosted model now; they are found by words and by the local embedder: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The collection {Collection} holds vectors of another model or length than {Model} with {Dimensions} numbers, which are refused; it is searched by words and by the local embedder. Remove its documents and import them again, or name the model that it was made with")]
    private static partial void LogRefused(ILogger logger, string collection, string model, int dimensions);

    [LoggerMessage(Level = LogLevel.Information, Message = "The document {Document} has {Passages} vectors of {Dimensions} numbers")]
    private static partial void LogKept(ILogger logger, Guid document, int passages, int dimensions);
}
