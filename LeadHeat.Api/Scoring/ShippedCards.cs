using LeadHeat.Api.Data;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Stores the cards that the playbooks bring by their versions, before anything is scored, and lets them judge where the team has none of its own.</summary>
internal sealed partial class ShippedCards(NpgsqlDataSource database, PlaybookLibrary playbooks, TimeProvider clock, ILogger<ShippedCards> logger)
    : IHostedLifecycleService
{
    private const string Author = "LeadHeat";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var playbook in playbooks.All)
        {
            foreach (var card in playbook.Scorecards)
                await StoreAsync(connection, playbook, card, cancellationToken);
        }
    }

    private async Task StoreAsync(NpgsqlConnection connection, Playbook playbook, Scorecard card, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var role = card == playbook.Scorecard ? CardRole.Primary : CardRole.Beside;
        await using var batch = connection.CreateBatch();
        batch.Then(CardSql.Ship, Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(playbook.Name), Sql.JsonText(card.Json), Sql.Of(Author), Sql.Of(now));
        batch.Then(
            CardSql.PublishShipped, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(playbook.Name), Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(Words.Of(role)),
            Sql.Of(now), Sql.Of(Author));
        batch.Then(CardSql.IsSame, Sql.Of(card.Name), Sql.Of(card.Version), Sql.Of(card.Json));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken) && !reader.GetBoolean(0))
            LogChanged(logger, playbook.Name, card.Name, card.Version);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The playbook {Playbook} brings another scorecard {Card} {Version} than the one that is stored, which stays: a card that changes needs a new version")]
    private static partial void LogChanged(ILogger logger, string playbook, string card, int version);
}
