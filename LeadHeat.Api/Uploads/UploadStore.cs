using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Uploads;

/// <summary>Reads and writes uploads.</summary>
internal sealed class UploadStore([FromKeyedServices(Database.Imports)] NpgsqlDataSource database, TimeProvider clock)
{
    private const int MostErrors = 1000;
    private const int MostListed = 50;

    public async Task<UploadEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Find, Sql.Of(id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? UploadEntry.Read(reader) : null;
    }

    public async Task<UploadView?> ViewAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(UploadSql.Find, Sql.Of(id)).Then(UploadSql.Errors, Sql.Of(id), Sql.Of(MostErrors));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var entry = UploadEntry.Read(reader);
        return entry.View(await reader.NextListAsync(row => new UploadError(row.GetInt32(0), row.TextOrNull(1), row.GetString(2)), cancellationToken));
    }

    public async Task<UploadList> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Newest, Sql.Of(MostListed));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<UploadSummary> all = [];
        while (await reader.ReadAsync(cancellationToken))
            all.Add(UploadEntry.Read(reader).Summary);
        return new UploadList(all);
    }

    public async Task<UploadDuplicates> DuplicatesAsync(Guid id, int after, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Duplicates, Sql.Of(id), Sql.Of(after), Sql.Of(limit + 1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<UploadDuplicate> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetBoolean(3), reader.TextOrNull(4)));
        if (found.Count <= limit)
            return new UploadDuplicates(found, null);
        found.RemoveAt(limit);
        return new UploadDuplicates(found, found[^1].Line);
    }

    public static async Task InsertAsync(UploadEntry entry, byte[] hash, Actor actor, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(
            UploadSql.Insert, Sql.Of(entry.Id), Sql.Of(Words.Of(entry.State)), Sql.Of(entry.FileName), Long(entry.Bytes), Sql.Bytes(hash), Sql.Of(entry.Encoding),
            Sql.Of(entry.Dialect.Delimiter.ToString()), Sql.Of(entry.Dialect.Quote.ToString()), Sql.Of(entry.Playbook), Sql.Of(Words.Of(entry.OnDuplicate)),
            Sql.Bytes(entry.Signature), Sql.Json(entry.Mapping, LeadHeatJson.Default.IReadOnlyListColumnMapping),
            Sql.Json(entry.Preview, LeadHeatJson.Default.IReadOnlyListPreviewRow), Sql.Of([.. entry.Notices]), Sql.Of(entry.Reason), Long(entry.Lines),
            Sql.Of(actor.Name), Sql.Of(actor.Id), Sql.Of(entry.CreatedAt), Sql.Of(entry.AfterScan is { } next ? Words.Of(next) : null));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>False where it was changed since it was read.</summary>
    public async Task<bool> MapAsync(UploadEntry entry, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            UploadSql.Map, Sql.Of(entry.Id), Sql.Of(Words.Of(entry.State)), Sql.Of(entry.Encoding), Sql.Of(entry.Dialect.Delimiter.ToString()),
            Sql.Of(entry.Dialect.Quote.ToString()), Sql.Of(entry.Playbook), Sql.Of(Words.Of(entry.OnDuplicate)),
            Sql.Json(entry.Mapping, LeadHeatJson.Default.IReadOnlyListColumnMapping), Sql.Json(entry.Preview, LeadHeatJson.Default.IReadOnlyListPreviewRow),
            Sql.Of(clock.GetUtcNow()), new NpgsqlParameter<uint> { TypedValue = entry.Version, NpgsqlDbType = NpgsqlDbType.Xid });
        if (entry.State == UploadState.Importing)
            batch.Then(
                UploadSql.Remember, Sql.Bytes(entry.Signature), Sql.Of(entry.Playbook),
                // What stood in the columns is somebody's, and needed no more.
                Sql.Json([.. entry.Mapping.Select(column => column with { Samples = [] })], LeadHeatJson.Default.IReadOnlyListColumnMapping),
                Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[0].RecordsAffected == 1;
    }

    public async Task<(string Playbook, IReadOnlyList<ColumnMapping> Mapping)?> RememberedAsync(byte[] signature, CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Remembered, Sql.Bytes(signature));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), reader.Json(1, LeadHeatJson.Default.IReadOnlyListColumnMapping)) : null;
    }

    /// <summary>An earlier import of the very same file.</summary>
    public async Task<(string Name, DateTimeOffset At)?> BeforeAsync(byte[] hash, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Before, Sql.Bytes(hash), Sql.Of(id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), reader.Time(1)) : null;
    }

    /// <summary>The file's first piece; null where it is not kept any more.</summary>
    public async Task<byte[]?> HeadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Piece, Sql.Of(id), Sql.Of(0));
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    public Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(UploadSql.Cancel, id, cancellationToken);

    public Task<bool> ResumeAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(UploadSql.Resume, id, cancellationToken);

    private async Task<bool> ChangeAsync(string sql, Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, Sql.Of(id), Sql.Of(clock.GetUtcNow()));
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private NpgsqlCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = database.CreateCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private static NpgsqlParameter<long> Long(long value) => new() { TypedValue = value };
}
