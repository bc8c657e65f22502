using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>
/// Scores leads anew when another card begins to judge them, and day by day where a card lets points go with time, and when another
/// heat model begins to speak where a card asks it. What is interrupted goes on
/// at the next look: a publication is applied once no lead is left that another card judged.
/// </summary>
internal sealed partial class Rescoring(
    NpgsqlDataSource database, ActiveCards active, CardModels models, RescoredPart part, PlaybookLibrary playbooks, LiveEvents live, TimeProvider clock, ILogger<Rescoring> logger)
    : BackgroundService
{
    private const int LeadsAtOnce = 250;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenAgings = TimeSpan.FromHours(6);
    private static readonly TimeSpan Day = TimeSpan.FromHours(20);

    private readonly Dictionary<string, DateTimeOffset> _aged = [];
    private readonly Dictionary<string, (Guid Publication, Guid Model)> _asked = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var playbook in playbooks.All)
            {
                try
                {
                    await LookAsync(playbook, stoppingToken);
                }
                catch (Exception failure) when (Outage.Is(failure))
                {
                    LogOutage(logger, failure.Message);
                }
            }
        }
    }

    private async Task LookAsync(Playbook playbook, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (active.PrimaryOf(playbook.Name, now) is not { } publication)
            return;
        if (!publication.IsApplied)
            await ApplyAsync(publication, playbook, cancellationToken);
        else if (publication.Card.UsesModel && models.Current is { } model && _asked.GetValueOrDefault(playbook.Name) != (publication.Id, model))
        {
            // Open leads have what another model said, or were scored while there was none.
            await AgeAsync(publication.Card, playbook, now, cancellationToken);
            _asked[playbook.Name] = (publication.Id, model);
        }
        else if (now - _aged.GetValueOrDefault(playbook.Name) > BetweenAgings)
        {
            _aged[playbook.Name] = now;
            // What was on its way with the card before when this one began.
            await ApplyAsync(publication, playbook, cancellationToken);
            if (publication.Card.AgesBy || publication.Card.UsesModel)
                await AgeAsync(publication.Card, playbook, now - Day, cancellationToken);
        }
    }

    private Task<int> AgeAsync(Scorecard card, Playbook playbook, DateTimeOffset before, CancellationToken cancellationToken) => EachAsync(
        card, playbook, onlyChanged: true,
        after => (RescoringSql.Aged, [Sql.Of(playbook.Name), Sql.Of(after), Sql.Of(before), Sql.Of(LeadsAtOnce)]), cancellationToken);

    private async Task ApplyAsync(Publication publication, Playbook playbook, CancellationToken cancellationToken)
    {
        var (began, card) = (clock.GetTimestamp(), publication.Card);
        var count = await EachAsync(
            card, playbook, onlyChanged: false,
            after => (RescoringSql.OfAnotherCard, [Sql.Of(playbook.Name), Sql.Of(after), Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(LeadsAtOnce)]),
            cancellationToken);
        // Another card may have begun meanwhile; then this one is not applied, and the other is found at the next look.
        if (active.PrimaryOf(playbook.Name, clock.GetUtcNow())?.Id == publication.Id)
        {
            await using var batch = database.CreateBatch();
            batch.Then(CardSql.Applied, Sql.Of(publication.Id), Sql.Of(clock.GetUtcNow()));
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await active.CatchUpAsync(cancellationToken);
        }
        if (count == 0)
            return;
        var took = clock.GetElapsedTime(began);
        LogApplied(logger, card.Name, card.Version, count, took);
    }

    private async Task<int> EachAsync(
        Scorecard card, Playbook playbook, bool onlyChanged, Func<Guid, (string, NpgsqlParameter[])> pick, CancellationToken cancellationToken)
    {
        var (after, count) = (Guid.Empty, 0);
        while (await PickAsync(pick(after), cancellationToken) is { Length: > 0 } ids)
        {
            count += await part.ScoreAsync(ids, card, playbook, onlyChanged, cancellationToken);
            after = ids[^1];
            live.Publish(LiveEventKind.ScoresChanged);
        }
        return count;
    }

    private async Task<Guid[]> PickAsync((string Sql, NpgsqlParameter[] Parameters) pick, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(pick.Sql, pick.Parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return [.. ids];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The scorecard {Card} {Version} has scored {Leads} leads in {Time}")]
    private static partial void LogApplied(ILogger logger, string card, int version, int leads, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leads could not be scored anew: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
