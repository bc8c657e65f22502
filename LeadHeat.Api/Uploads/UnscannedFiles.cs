using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Scanning;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>Files that came while the virus scanner was away: it is asked again until it has seen them. Then they are opened, imported or refused.</summary>
internal sealed partial class UnscannedFiles(
    [FromKeyedServices(Database.Imports)] NpgsqlDataSource database, FileScanner scanner, UploadRunner runner, LiveEvents live, TimeProvider clock,
    ILogger<UnscannedFiles> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var id in await WaitingAsync(stoppingToken))
                    await ScanAsync(id, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(UploadSql.Unscanned);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }

    // Two Apis may scan the same file; what they find is written once.
    private async Task ScanAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var file = new PieceStream(database, id);
        var result = await scanner.ScanAsync(file, cancellationToken);
        if (result.Verdict == ScanVerdict.Unscanned)
            return;
        await using var batch = database.CreateBatch();
        if (result.Refusal is { } refusal)
            batch.Then(UploadSql.Refused, Sql.Of(id), Sql.Of(refusal), Sql.Of(clock.GetUtcNow()));
        else
            batch.Then(UploadSql.Scanned, Sql.Of(id), Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        runner.Wake();
        live.Publish(LiveEventKind.UploadChanged);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that wait for the virus scanner wait longer: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
