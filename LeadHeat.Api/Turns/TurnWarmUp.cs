using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>
/// Goes the way of a turn before there is any: on every connection, so that each has its statements prepared, and the first visitors
/// do not wait for it. Reading asks for a session and a turn that do not exist; what would write is prepared and not run.
/// </summary>
internal sealed class TurnWarmUp(
    [FromKeyedServices(Database.Turns)] NpgsqlDataSource database, IngestInbound ingest, PlaybookLibrary playbooks, TimeProvider clock)
    : IHostedService
{
    // A connection prepares a statement when it comes for the second time, and Postgres plans it for good when it comes for the sixth.
    private const int Rounds = 8;

    private static readonly TurnOutcome Outcome = new(
        Guid.Empty, 1, 1, "Hello", [], [], [], DialogueState.Start, "", null, [], "built-in", null, "", 0, 0, 0);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connections = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;
        // All are held: one that was given back would come a second time, in the place of another one.
        var opened = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => database.OpenConnectionAsync(cancellationToken).AsTask()));
        await Task.WhenAll(opened.Select(connection => PrepareAsync(connection, cancellationToken)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (connection)
        {
            await PrepareWritingAsync(connection, cancellationToken);
            for (var round = 0; round < Rounds; round++)
                await ReadAsync(connection, cancellationToken);
        }
    }

    private async Task PrepareWritingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var turn = new TurnToStore(
            TurnState.Running, Guid.Empty, Guid.Empty, clock.GetUtcNow(), 1, Handling.Bot, playbooks.All.First().Name,
            DialogueState.Start with { CustomerType = "unknown" }, [], Heat.Unqualified, Guid.Empty, default, null, Attempts: 1, Guid.Empty);
        await using var batch = connection.CreateBatch();
        var answered = Answered.From(Outcome, turn, playbooks[turn.Playbook], playbooks[turn.Playbook].Scorecard, clock.GetUtcNow());
        batch.ThenAnswer([Answer.Of(Outcome, turn, answered)], clock.GetUtcNow());
        foreach (var mayBeFirst in new[] { false, true })
            ingest.Add(batch, [new(new(Guid.Empty, "", ""), null)], mayBeFirst);
        await batch.PrepareAsync(cancellationToken);
    }

    private async Task ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var nobody = Guid.CreateVersion7(clock.GetUtcNow());
        await using var batch = connection.CreateBatch();
        IngestInbound.AddFinding(batch, new(nobody, "", ""));
        Claims.AddClaim(batch, new("", [nobody]), clock.GetUtcNow());
        OutcomeWriter.AddReading(batch, [nobody]);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
