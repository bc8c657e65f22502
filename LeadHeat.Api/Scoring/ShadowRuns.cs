using System.Threading.Channels;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Runs cards over all leads in the background, one after the other, and keeps what came out.</summary>
internal sealed partial class ShadowRuns(NpgsqlDataSource database, ShadowScoring scoring, ShadowBeats beats, TimeProvider clock, ILogger<ShadowRuns> logger)
    : BackgroundService
{
    private const int CallsAMemberADay = 10;
    private const string Columns = "r.id, r.card, r.version, r.state, r.failure, r.total, r.scored, r.created_at, r.finished_at, r.report";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const string Insert = """
        insert into shadow_runs (id, card, version, state, author, created_at) values ($1, $2, $3, 'running', $4, $5)
        """;

    // What was taken for broken off stays so: whoever was erased since is waited for by running ones alone.
    private const string Finish =
        "update shadow_runs set state = $2, failure = $3, report = $4, finished_at = $5, total = $6, scored = $6 where id = $1 and state = 'running'";

    private readonly Channel<(Guid Id, Scorecard Card, string Playbook, int? Capacity)> _queue = Channel.CreateUnbounded<(Guid, Scorecard, string, int?)>();

    public async Task<ShadowRun> StartAsync(Scorecard card, string playbook, StartShadow wish, Actor actor, CancellationToken cancellationToken)
    {
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        await using var batch = database.CreateBatch();
        batch.Then(Insert, Sql.Of(id), Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(actor.Name), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        beats.Begin(id);
        await _queue.Writer.WriteAsync((id, card, playbook, wish.CapacityPerDay), cancellationToken);
        return new(id, card.Name, card.Version, ShadowState.Running, null, 0, 0, now, null, null);
    }

    /// <summary>Null when there is no such run.</summary>
    public async Task<ShadowRun?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then($"select {Columns} from shadow_runs r where r.id = $1", Sql.Of(id));
        return await OneAsync(batch, cancellationToken);
    }

    /// <summary>The latest run of a version; null when there was none.</summary>
    public async Task<ShadowRun?> LatestAsync(string name, int version, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then($"select {Columns} from shadow_runs r where r.card = $1 and r.version = $2 order by r.created_at desc limit 1", Sql.Of(name), Sql.Of(version));
        return await OneAsync(batch, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (id, card, playbook, capacity) in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var report = await scoring.RunAsync(card, playbook, capacity ?? await CapacityAsync(stoppingToken), stoppingToken);
                await FinishAsync(id, ShadowState.Done, null, report, stoppingToken);
            }
            // Whatever is wrong with one trial must not keep the others from being run.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure, id);
                await GiveUpAsync(
                    id, Outage.Is(failure) ? "The database was away. Start it again." : "Something went wrong on our side; the Api's log says what. Start it again.", stoppingToken);
            }
            finally
            {
                beats.End(id);
            }
        }
    }

    // Somebody waits for the end, so it is said as soon as it can be written.
    private async Task GiveUpAsync(Guid id, string why, CancellationToken cancellationToken)
    {
        while (!await TryAsync())
            await Task.Delay(Pause, clock, cancellationToken);

        async Task<bool> TryAsync()
        {
            try
            {
                await FinishAsync(id, ShadowState.Failed, why, null, cancellationToken);
                return true;
            }
            catch (NpgsqlException failure)
            {
                LogNotNoted(logger, id, failure.Message);
                return false;
            }
        }
    }

    private async Task FinishAsync(Guid id, ShadowState state, string? failure, ShadowReport? report, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            Finish, Sql.Of(id), Sql.Of(Words.Of(state)), Sql.Of(failure), report is null ? Sql.NoJson() : Sql.Json(report, LeadHeatJson.Default.ShadowReport),
            Sql.Of(clock.GetUtcNow()), Sql.Of(report?.Leads ?? 0)).Then(ReportScrub.ForgetGone, Sql.Of(id));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> CapacityAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*) from users");
        return CallsAMemberADay * Math.Max(1, (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    private static async Task<ShadowRun?> OneAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(
                row.GetGuid(0), row.GetString(1), row.GetInt32(2), row.Word<ShadowState>(3), row.TextOrNull(4), row.GetInt32(5), row.GetInt32(6), row.Time(7),
                row.ValueOrNull<DateTimeOffset>(8), row.IsDBNull(9) ? null : row.Json(9, LeadHeatJson.Default.ShadowReport))
            : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The shadow run {Run} ended early")]
    private static partial void LogFailed(ILogger logger, Exception failure, Guid run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It cannot be noted yet that the shadow run {Run} ended early: {Reason}")]
    private static partial void LogNotNoted(ILogger logger, Guid run, string reason);
}
