using LeadHeat.Api.Data;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using Npgsql;

namespace LeadHeat.Api.Records;

/// <summary>Keeps each version of a playbook once, at the first start with it, before anything is served.</summary>
internal sealed class PlaybookVersions(NpgsqlDataSource database, PlaybookLibrary playbooks, TimeProvider clock) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var known = await SeenAsync(cancellationToken);
        foreach (var playbook in playbooks.All.Where(playbook => known[playbook.Name].All(version => version.Version != playbook.Version)))
        {
            await using var batch = database.CreateBatch();
            batch.Then(RecordSql.KeepPlaybook, Sql.Of(playbook.Name), Sql.Of(playbook.Version), Sql.Bytes(PlaybookPacking.Pack(playbook)), Sql.Of(clock.GetUtcNow()));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The files of a version that is not the current one; null when it is, or when no start has kept it.</summary>
    public async Task<byte[]?> FilesAsync(RecordedVersions versions, CancellationToken cancellationToken)
    {
        if (playbooks.TryGet(versions.Playbook, out var current) && current.Version == versions.PlaybookVersion)
            return null;
        await using var batch = database.CreateBatch();
        batch.Then(RecordSql.PlaybookFiles, Sql.Of(versions.Playbook), Sql.Of(versions.PlaybookVersion));
        return await batch.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    /// <summary>All versions that were kept, by the playbook's name, the newest first.</summary>
    public async Task<ILookup<string, PlaybookVersion>> SeenAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(RecordSql.PlaybooksKept);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(string Name, PlaybookVersion Version)> seen = [];
        while (await reader.ReadAsync(cancellationToken))
            seen.Add((reader.GetString(0), new(reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2))));
        return seen.ToLookup(one => one.Name, one => one.Version, StringComparer.Ordinal);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
