using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Data;

/// <summary>
/// Keeps something in memory like rows of a table that have the column <c>changed</c>: reads all at the start, then what changed, twice a
/// second and whenever it is asked to. Postgres is the truth, so every Api sees what another wrote, also while Redis is away.
/// </summary>
internal abstract partial class ChangeFollower(NpgsqlDataSource database, TimeProvider clock, ILogger logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _reading = new(1);
    private ulong _from;

    /// <summary>The rows that transactions from $1 on wrote.</summary>
    protected abstract string Query { get; }

    /// <summary>Takes rows in; one that was taken before, unchanged, may come again.</summary>
    protected abstract Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => CatchUpAsync(cancellationToken);

    /// <summary>What was committed before the call is in memory after it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await using var batch = database.CreateBatch();
            // First where to begin the next time: what is still open now is read again then.
            batch.Then("select pg_snapshot_xmin(pg_current_snapshot())");
            batch.Then(Query, new NpgsqlParameter<ulong> { TypedValue = _from, NpgsqlDbType = NpgsqlDbType.Xid8 });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var next = reader.GetFieldValue<ulong>(0);
            await reader.NextResultAsync(cancellationToken);
            await TakeAsync(reader, cancellationToken);
            _from = next;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Is called after each look in the background: for what takes too long to keep others waiting.</summary>
    protected virtual Task RefineAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does something while no rows are taken.</summary>
    protected async Task<T> AloneAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return act();
        }
        finally
        {
            _reading.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await RefineAsync(stoppingToken);
            }
            catch (Exception failure) when (Outage.Is(failure))
            {
                LogAway(logger, failure.Message);
            }
        }
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Changes cannot be read now: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
