using System.Threading.Channels;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>
/// Imports what is to be imported, one file at a time. That an upload is importing stands in the database, so an import whose Api died goes
/// on in whichever Api looks next; the lock of the one that died ends with its connection.
/// </summary>
internal sealed partial class UploadRunner(
    [FromKeyedServices(Database.Imports)] NpgsqlDataSource database, IServiceProvider services, LiveEvents live, TimeProvider clock, ILogger<UploadRunner> logger)
    : BackgroundService
{
    private const int MostTries = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to import.</summary>
    public void Wake() => _woken.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var id in await ImportingAsync(stoppingToken))
                    await RunLockedAsync(id, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(_woken.Reader.WaitToReadAsync(pause.Token).AsTask(), Task.Delay(Interval, clock, pause.Token));
            await pause.CancelAsync();
            _woken.Reader.TryRead(out _);
        }
    }

    private async Task<List<Guid>> ImportingAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(UploadSql.Forget, Sql.Of(clock.GetUtcNow() - Kept)).Then(UploadSql.Importing);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Guid> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }

    private async Task RunLockedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!await IsDoneAsync(connection, UploadSql.Lock, id, cancellationToken))
            return;
        try
        {
            await RunAsync(connection, id, cancellationToken);
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
                await IsDoneAsync(connection, UploadSql.Unlock, id, CancellationToken.None);
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        try
        {
            await services.GetRequiredService<UploadImport>().RunAsync(connection, id, cancellationToken);
            var took = clock.GetElapsedTime(began);
            LogImported(logger, id, took);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !Outage.Is(failure))
        {
            LogFailed(logger, failure, id);
            await using var batch = database.CreateBatch();
            batch.Then(
                UploadSql.Fail, Sql.Of(id), Sql.Of("Something went wrong on our side; what was imported stays. You can go on with the rest."), Sql.Of(MostTries),
                Sql.Of(clock.GetUtcNow()));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        live.Publish(LiveEventKind.UploadChanged);
    }

    private static async Task<bool> IsDoneAsync(NpgsqlConnection connection, string sql, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sql.Of(id) } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The import {Upload} ended after {Time}")]
    private static partial void LogImported(ILogger logger, Guid upload, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {Upload} failed")]
    private static partial void LogFailed(ILogger logger, Exception failure, Guid upload);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports wait: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
