using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Api.Scoring;
using LeadHeat.Api.Usage;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Turns;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>What became of an outcome: without a turn there is none of that id, without an answer it was not to be stored.</summary>
internal sealed record Storing(TurnToStore? Turn, Answered? Answered);

/// <summary>
/// Stores the outcomes that are ready together in one transaction of two round trips: one that reads and locks what the scores rest on, one that
/// writes and commits.
/// </summary>
internal sealed class OutcomeWriter
{
    private const int MostTogether = 32;

    private readonly NpgsqlDataSource _database;
    private readonly PlaybookLibrary _playbooks;
    private readonly ActiveCards _cards;
    private readonly CardModels _models;
    private readonly ModelSpending _spending;
    private readonly RedisTurns _redis;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<TurnOutcome, Storing> _groups;

    public OutcomeWriter(
        [FromKeyedServices(Database.Turns)] NpgsqlDataSource database, PlaybookLibrary playbooks, ActiveCards cards, CardModels models, ModelSpending spending,
        RedisTurns redis, TimeProvider clock)
    {
        (_database, _playbooks, _cards, _models, _spending, _redis, _clock) = (database, playbooks, cards, models, spending, redis, clock);
        _groups = new(MostTogether, StoreAllAsync, clock);
    }

    public Task<Storing> StoreAsync(TurnOutcome outcome) => _groups.StoreAsync(outcome);

    /// <summary>All or, when it throws, nothing.</summary>
    internal async Task<IReadOnlyList<Storing>> StoreAllAsync(IReadOnlyList<TurnOutcome> outcomes)
    {
        Dictionary<Guid, TurnToStore> turns;
        List<Answer> answers = [];
        await using (var connection = await _database.OpenConnectionAsync())
        {
            turns = await ReadAsync(connection, outcomes);
            var now = _clock.GetUtcNow();
            HashSet<Guid> taken = [];
            foreach (var outcome in outcomes)
            {
                if (turns.TryGetValue(outcome.TurnId, out var turn) && turn.Takes(outcome) && taken.Add(turn.LeadId) && taken.Add(turn.ContactId))
                    answers.Add(await AnswerAsync(connection, outcome, turn, now));
            }

            // What is not stored gives its locks back with the connection.
            if (answers.Count > 0)
                await WriteAsync(connection, answers, now);
        }

        var results = new Storing[outcomes.Count];
        foreach (var (place, outcome) in outcomes.Index())
        {
            var answered = answers.Find(answer => ReferenceEquals(answer.Outcome, outcome))?.Answered;
            var turn = turns.GetValueOrDefault(outcome.TurnId);
            // Of two for one lead or one person the second comes after the first, to see what that one has written.
            results[place] = answered is null && turn?.Takes(outcome) == true ? (await StoreAllAsync([outcome]))[0] : new(turn, answered);
        }

        return results;
    }

    /// <summary>What reads and locks what the scores of these turns rest on.</summary>
    public static void AddReading(NpgsqlBatch batch, Guid[] turns)
    {
        batch.Then(OutcomeSql.Read, Sql.Of(turns));
        batch.Then(OutcomeSql.Adjustments, Sql.Of(turns));
    }

    private static async Task<Dictionary<Guid, TurnToStore>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<TurnOutcome> outcomes)
    {
        Guid[] ids = [.. outcomes.Select(outcome => outcome.TurnId)];
        await using var batch = connection.CreateBatch();
        batch.Then("begin");
        AddReading(batch, ids);
        await using var reader = await batch.ExecuteReaderAsync();
        Dictionary<Guid, TurnToStore> turns = [];
        while (await reader.ReadAsync())
        {
            var turn = TurnToStore.Read(reader);
            turns.Add(turn.Id, turn);
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            turns[reader.GetGuid(0)] = turns[reader.GetGuid(0)] with { Adjustments = LedgerRows.Adjustments(reader, 1) };
        return turns;
    }

    private async Task<Answer> AnswerAsync(NpgsqlConnection connection, TurnOutcome outcome, TurnToStore turn, DateTimeOffset now)
    {
        var playbook = _playbooks[turn.Playbook];
        var card = _cards.Primary(playbook, now);
        var model = card.UsesModel ? await _models.OfAsync(connection, turn.LeadId, card, CancellationToken.None) : null;
        return Answer.Of(outcome, turn, Answered.From(outcome, turn, playbook, card, now, model));
    }

    private async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<Answer> answers, DateTimeOffset now)
    {
        await using var batch = connection.CreateBatch();
        batch.ThenAnswer(answers, now);
        foreach (var answer in answers)
            _spending.AddTo(batch, answer.Outcome.Calls, answer.Turn.Id, answer.Turn.ConversationId);
        batch.Then("commit");
        await using var reader = await batch.ExecuteReaderAsync();
        List<(Guid Id, string? Trace)> next = [];
        while (await reader.ReadAsync())
            next.Add((reader.GetGuid(0), reader.TextOrNull(1)));
        // Behind its result is the commit.
        await reader.NextResultAsync();
        foreach (var (id, trace) in next)
            _redis.Add(id, trace);
    }
}
