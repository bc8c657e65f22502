using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>Compares with Meta when somebody asks for it, and by itself every few hours. One Api of many does it.</summary>
internal sealed partial class Reconciler(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, ReconciliationStore store, FormComparison comparison, Graph graph, IOptions<MetaOptions> meta, TimeProvider clock,
    ILogger<Reconciler> logger) : BackgroundService
{
    /// <summary>Any number does that nothing else in the database locks by. An Api that is not connected with Meta never holds it.</summary>
    public const long Lock = 4_715_202_614;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (graph.IsSetUp && await leadership.HoldAsync(stoppingToken))
                    await WorkAsync(stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        if (meta.Value.ReconcileHours > 0 && await IsDueAsync(cancellationToken))
            await store.AskAsync(by: null, cancellationToken);
        if (await store.TakeAsync(cancellationToken) is { } id)
            await CompareAsync(id, cancellationToken);
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await store.FindLatestAsync(cancellationToken) is not { } latest
        || (latest.FinishedAt is { } at && clock.GetUtcNow() - at >= TimeSpan.FromHours(meta.Value.ReconcileHours));

    private async Task CompareAsync(Guid id, CancellationToken cancellationToken)
    {
        List<ReconciledForm> done = [];
        var since = clock.GetUtcNow().AddDays(-meta.Value.ReconcileDays);
        try
        {
            foreach (var form in (await store.FormsAsync(cancellationToken)).Union(meta.Value.Forms))
            {
                done.Add(await comparison.CompareAsync(form, since, cancellationToken));
                await store.NoteAsync(id, ReconciliationState.Running, null, done, cancellationToken);
            }

            await store.NoteAsync(id, ReconciliationState.Done, null, done, cancellationToken);
        }
        catch (ComparisonStopped stopped)
        {
            LogStopped(logger, id);
            await store.NoteAsync(id, ReconciliationState.Stopped, stopped.Message, done, cancellationToken);
        }

        var (expected, missing) = (done.Sum(form => form.Expected), done.Sum(form => form.MissingCount));
        LogCompared(logger, done.Count, expected, missing);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Compared {Forms} forms with Meta: {Expected} leads there, {Missing} of them were missing here")]
    private static partial void LogCompared(ILogger logger, int forms, int expected, int missing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Comparison {Id} with Meta could not go on")]
    private static partial void LogStopped(ILogger logger, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Forms could not be compared: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
