using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>
/// Looks after all open streams at once: sends heartbeats, and asks the database about turns without news, whose events
/// Redis may have lost.
/// </summary>
internal sealed partial class TurnWatch(TurnStreams streams, FinishedTurns finished, RedisTurns redis, TimeProvider clock, ILogger<TurnWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceWithRedis = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    private bool _listens;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_listens)
            redis.Listen();
        _listens = true;
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(streams.All(), stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }
        }
    }

    private async Task LookAsync(List<TurnStream> open, CancellationToken cancellationToken)
    {
        var patience = redis.IsUp ? PatienceWithRedis : Interval;
        HashSet<Guid> silent = [];
        foreach (var stream in open)
        {
            if (clock.GetElapsedTime(stream.LastNews) >= patience)
                silent.Add(stream.TurnId);
            if (clock.GetElapsedTime(stream.LastWrite) >= HeartbeatInterval)
                stream.Beat(clock.GetTimestamp());
        }

        if (silent.Count == 0)
            return;
        foreach (var (turnId, events) in await finished.ReadAsync([.. silent], cancellationToken))
            streams.Offer(turnId, events);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open streams could not be looked up: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
