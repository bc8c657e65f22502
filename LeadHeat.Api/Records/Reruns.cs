using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Turns;
using LeadHeat.Api.Usage;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using Npgsql;

namespace LeadHeat.Api.Records;

/// <summary>
/// Runs turns again: a worker takes the run as it takes any turn, with what was read then, and what it does is kept beside the turn.
/// Neither the lead nor its visitor sees anything of it.
/// </summary>
internal sealed class Reruns(NpgsqlDataSource database, RedisTurns jobs, TurnStreams streams, ModelSpending spending, PlaybookVersions versions, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Null when no worker has done it in time.</summary>
    /// <exception cref="RuleViolation">The turn has no record.</exception>
    public async Task<TurnRerun?> RunAsync(Guid turnId, RerunTurn wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using (var batch = database.CreateBatch())
        {
            batch.Then(RecordSql.Start, Sql.Of(id), Sql.Of(turnId), Sql.Of(wish.Agent), Sql.Of(!wish.LiveTools), Sql.Of(now), Sql.Of(wish.CurrentPlaybook));
            if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
                throw new RuleViolation("Nothing was recorded of this turn, so it cannot be run again.");
        }

        var stream = streams.Open(id);
        try
        {
            jobs.Add(id, traceParent: null);
            return await WaitAsync(id, stream, cancellationToken);
        }
        finally
        {
            streams.Close(stream);
        }
    }

    /// <summary>Hands out those of these ids that are runs.</summary>
    public async Task<IReadOnlyList<ClaimedTurn>> ClaimAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        List<(Guid Id, string? Agent, bool RecordedTools, TurnRecord Record, string Text, bool CurrentPlaybook)> runs = [];
        await using (var batch = database.CreateBatch())
        {
            batch.Then(RecordSql.Claim, Sql.Of(ids));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                runs.Add((reader.GetGuid(0), reader.TextOrNull(1), reader.GetBoolean(2), RecordPacking.Unpack(reader.GetFieldValue<byte[]>(3)), reader.GetString(4), reader.GetBoolean(5)));
        }

        List<ClaimedTurn> claimed = [];
        foreach (var (id, agent, recordedTools, record, text, currentPlaybook) in runs)
        {
            claimed.Add(new(id, ClaimResult.Claimed, record.Context with
            {
                TurnId = id,
                Text = text,
                History = await HistoryAsync([.. record.History], cancellationToken),
                Rerun = new(agent ?? record.Versions.Agent, recordedTools ? record.Tools : null, currentPlaybook ? null : await versions.FilesAsync(record.Versions, cancellationToken)),
            }));
        }

        return claimed;
    }

    /// <summary>Keeps what a run did; false when there is no such run, or it was kept before.</summary>
    public async Task<bool> TryStoreAsync(TurnOutcome outcome, CancellationToken cancellationToken)
    {
        Guid turnId, conversationId;
        await using (var batch = database.CreateBatch())
        {
            batch.Then(RecordSql.Finish, Sql.Of(outcome.TurnId), Sql.Bytes(outcome.Record ?? []), Sql.Of(clock.GetUtcNow()));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
                return false;
            (turnId, conversationId) = (reader.GetGuid(0), reader.GetGuid(1));
        }

        await spending.AddAsync(outcome.Calls, turnId, conversationId, cancellationToken);
        jobs.Publish(outcome.TurnId, FinishedTurns.Done(outcome.TurnId, Guid.Empty, 1, null, Handling.Bot, null));
        return true;
    }

    // What Redis loses is found by looking.
    private async Task<TurnRerun?> WaitAsync(Guid id, TurnStream stream, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < Patience)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            pause.CancelAfter(Look);
            try
            {
                await stream.Events.ReadAsync(pause.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // No news: look.
            }

            if (await FinishedAsync(id, cancellationToken) is { } done)
                return done;
        }

        return null;
    }

    private async Task<TurnRerun?> FinishedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(RecordSql.Finished, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var (then, now) = (RecordPacking.Unpack(reader.GetFieldValue<byte[]>(0)), RecordPacking.Unpack(reader.GetFieldValue<byte[]>(1)));
        var differences = RecordComparison.Between(then, now);
        return new(id, then.Versions with { Fallback = null } == now.Versions with { Fallback = null }, differences.Count == 0, differences, now);
    }

    private async Task<IReadOnlyList<MessageView>> HistoryAsync(Guid[] messages, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(RecordSql.History, Sql.Of(messages));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<MessageView> history = [];
        while (await reader.ReadAsync(cancellationToken))
            history.Add(Claims.ReadMessage(reader, 0));
        return history;
    }
}
