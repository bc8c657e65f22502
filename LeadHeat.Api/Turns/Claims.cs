using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Records;
using LeadHeat.Api.Scoring;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>
/// Hands turns out to workers, with all that is needed to answer them, in one round trip for a whole claim. A claim that is lost with a crash
/// of Postgres leaves its turn queued, as if it had not been made, and an outcome is stored all the same. On connections of their own claims would
/// wait for nobody, take a turn or two each, and cost workers and Api a fifth more.
/// </summary>
internal sealed class Claims(
    [FromKeyedServices(Database.Turns)] NpgsqlDataSource database, SilentTurns silent, FailedTurns failed, Reruns reruns, ActiveCards cards, CardModels models, TimeProvider clock)
{
    private const string TooOften = "It was taken too often without being finished.";

    public async Task<ClaimedTurns> ClaimAsync(ClaimTurns claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Guid[] ids = [.. claim.TurnIds];
        await using var batch = database.CreateBatch();
        AddClaim(batch, claim, now);
        Dictionary<Guid, ClaimedTurn> claimed;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
            claimed = await ReadAsync(reader, now, cancellationToken);
        await AskModelAsync(claimed, now, cancellationToken);
        foreach (var turn in claimed.Values)
        {
            if (turn.Result == ClaimResult.Silent)
                await silent.EndAsync(turn.TurnId, cancellationToken);
            else if (turn.Result == ClaimResult.Dead)
                await failed.BuryAsync(turn.TurnId, TooOften, cancellationToken);
        }

        // No turn of a visitor: it may be one that somebody wants to see run again.
        if (claimed.Count < ids.Length)
        {
            foreach (var run in await reruns.ClaimAsync([.. ids.Where(id => !claimed.ContainsKey(id))], cancellationToken))
                claimed[run.TurnId] = run;
        }

        return new([.. ids.Select(id => claimed.GetValueOrDefault(id) ?? new ClaimedTurn(id, ClaimResult.Unknown, null))]);
    }

    /// <summary>What takes turns for a worker, and reads what it needs.</summary>
    public static void AddClaim(NpgsqlBatch batch, ClaimTurns claim, DateTimeOffset now)
    {
        Guid[] ids = [.. claim.TurnIds];
        batch.Then(Sql.NeedNotLast);
        batch.Then(ClaimSql.Claim, Sql.Of(ids), Sql.Of(claim.Worker), Sql.Of(now), Sql.Of(now + TurnLimits.Lease), Sql.Of(TurnLimits.Attempts));
        batch.Then(ClaimSql.History, Sql.Of(ids), Sql.Of(claim.Worker), Sql.Of(TurnLimits.History));
    }

    /// <summary>The worker still works on these.</summary>
    public async Task RenewAsync(RenewLease lease, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(ClaimSql.Renew, Sql.Of(lease.TurnIds.ToArray()), Sql.Of(lease.Worker), Sql.Of(clock.GetUtcNow() + TurnLimits.Lease));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // What the bot says of the score while it answers is by the model, too, where the card asks it.
    private async Task AskModelAsync(Dictionary<Guid, ClaimedTurn> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var turn in claimed.Values.Where(turn => turn.Context is { } read && cards.PrimaryOf(read.Playbook, now)?.Card.UsesModel == true).ToList())
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var model = await models.OfAsync(connection, turn.Context!.LeadId, cards.PrimaryOf(turn.Context.Playbook, now)!.Card, cancellationToken);
            claimed[turn.TurnId] = turn with { Context = turn.Context with { Probability = model?.Probability(turn.Context.Facts) } };
        }
    }

    private async Task<Dictionary<Guid, ClaimedTurn>> ReadAsync(NpgsqlDataReader reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Dictionary<Guid, ClaimedTurn> claimed = [];
        Dictionary<Guid, List<MessageView>> histories = [];
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (turnId, result) = (reader.GetGuid(0), reader.Word<ClaimResult>(1));
            if (result == ClaimResult.Claimed)
                TurnTelemetry.Claimed(now - reader.Time(8));
            claimed[turnId] = new(
                turnId, result, result == ClaimResult.Claimed ? ReadContext(reader, histories[turnId] = [], now) : null);
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (histories.TryGetValue(reader.GetGuid(0), out var history))
                history.Add(ReadMessage(reader, 1));
        }

        return claimed;
    }

    private TurnContext ReadContext(NpgsqlDataReader reader, IReadOnlyList<MessageView> history, DateTimeOffset now) => new(
        reader.GetGuid(0),
        reader.GetGuid(2),
        reader.GetGuid(3),
        reader.GetInt32(4),
        reader.GetInt32(5),
        reader.GetString(6),
        reader.Word<Channel>(7),
        reader.Time(8),
        reader.GetGuid(9),
        reader.GetString(10),
        history,
        reader.Json(11, LeadHeatJson.Default.IReadOnlyListFact),
        reader.IsDBNull(12) ? DialogueState.Start : reader.Json(12, LeadHeatJson.Default.DialogueState),
        LedgerRows.Adjustments(reader, 15),
        reader.TextOrNull(13),
        reader.Word<Handling>(14),
        Card: cards.PrimaryOf(reader.GetString(6), now)?.Card is { } card ? new CardVersion(card.Name, card.Version) : null);

    /// <summary>A message as agents read it: id, author, name, text, agent, cards, time.</summary>
    internal static MessageView ReadMessage(NpgsqlDataReader reader, int from) => new(
        reader.GetGuid(from), reader.Word<MessageAuthor>(from + 1), reader.TextOrNull(from + 2), reader.GetString(from + 3), [],
        reader.Json(from + 5, LeadHeatJson.Default.IReadOnlyListUnitMatch), [], reader.TextOrNull(from + 4), reader.Time(from + 6));
}
