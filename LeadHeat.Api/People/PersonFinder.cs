using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>Looks, beside all turns, who may be the same person, and unites those who certainly are. One Api of many does it.</summary>
internal sealed partial class PersonFinder(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, Proposals proposals, Merges merges, LiveEvents live, TimeProvider clock, ILogger<PersonFinder> logger) : BackgroundService
{
    // Any number does that nothing else in the database locks by.
    private const long Lock = 4_715_202_618;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly Actor LeadHeat = new(null, "LeadHeat");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await leadership.HoldAsync(stoppingToken) && await FindAsync(stoppingToken))
                    continue;
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>Whether there may be more.</summary>
    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var checks = await proposals.FindAsync(cancellationToken);
        var certain = await proposals.CertainAsync(cancellationToken);
        foreach (var id in certain)
            await AcceptAsync(id, cancellationToken);
        if (checks > 0)
            live.Publish(LiveEventKind.MergesChanged);
        return checks + certain.Count > 0;
    }

    private async Task AcceptAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await merges.AcceptAsync(id, LeadHeat, cancellationToken);
        }
        catch (RuleViolation)
        {
            // Somebody of the team was faster: what they decided stands.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "People could not be compared: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
