using LeadHeat.Api.Data;
using LeadHeat.Core.Records;
using LeadHeat.Core.Usage;
using Npgsql;

namespace LeadHeat.Api.Usage;

/// <summary>Keeps the log of hosted models' calls, and says what the day has cost so far.</summary>
internal sealed partial class ModelSpending(NpgsqlDataSource database, ModelPrices prices, TimeProvider clock, ILogger<ModelSpending> logger)
{
    // $1 id, $2 turn, $3 conversation, $4 model, $5 outcome, $6 tokens in, $7 tokens out, $8 cost, $9 milliseconds, $10 when.
    private const string Insert = """
        insert into model_calls (id, turn_id, conversation_id, playbook, channel, model, outcome, input_tokens, output_tokens, cost, milliseconds, at)
        select $1, $2, c.id, c.playbook, c.channel, $4, $5, $6, $7, $8, $9, $10 from conversations c where c.id = $3
        """;

    private const string Sum = "select coalesce(sum(cost), 0) from model_calls where at >= $1";

    private readonly Lock _lock = new();
    private (DateOnly Day, BudgetState State) _told;

    /// <summary>Adds the calls to a batch that stores their turn.</summary>
    public void AddTo(NpgsqlBatch batch, IReadOnlyList<ModelCall>? calls, Guid turnId, Guid conversationId)
    {
        foreach (var call in calls ?? [])
        {
            batch.Then(
                Insert, Sql.Of(Guid.CreateVersion7(call.At)), Sql.Of(turnId), Sql.Of(conversationId), Sql.Of(call.Model), Sql.Of(call.Outcome),
                Sql.Of(call.InputTokens), Sql.Of(call.OutputTokens), Sql.Of(prices.CostOf(call)), Sql.Of(call.Milliseconds), Sql.Of(call.At));
        }
    }

    /// <summary>Stores calls by themselves: the money is spent, whatever became of the turn.</summary>
    public async Task AddAsync(IReadOnlyList<ModelCall>? calls, Guid turnId, Guid conversationId, CancellationToken cancellationToken)
    {
        if (calls is null or { Count: 0 })
            return;
        await using var batch = database.CreateBatch();
        AddTo(batch, calls, turnId, conversationId);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await WatchAsync(calls, cancellationToken);
    }

    /// <summary>Warns when calls that were just stored have brought the day near its budget, or over it; once a day each.</summary>
    public async Task WatchAsync(IReadOnlyList<ModelCall>? calls, CancellationToken cancellationToken)
    {
        if (calls is null or { Count: 0 } || prices.DailyBudget is null)
            return;
        var today = await TodayAsync(cancellationToken);
        lock (_lock)
        {
            if (_told.Day == today.Day && _told.State >= today.State)
                return;
            _told = (today.Day, today.State);
        }

        if (today.State == BudgetState.Warning)
            LogNear(logger, today.Spent, today.Budget!.Value, today.Currency);
        else if (today.State == BudgetState.Spent)
            LogSpent(logger, today.Spent, today.Budget!.Value, today.Currency);
    }

    public async Task<DaySpending> TodayAsync(CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var batch = database.CreateBatch();
        batch.Then(Sum, Sql.Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return DaySpending.Of(day, reader.GetDecimal(0), prices.DailyBudget, prices.Currency);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Hosted models have cost {Spent} of today's {Budget} {Currency}")]
    private static partial void LogNear(ILogger logger, decimal spent, decimal budget, string currency);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Today's budget for hosted models is spent ({Spent} of {Budget} {Currency}): the built-in agent answers until midnight UTC")]
    private static partial void LogSpent(ILogger logger, decimal spent, decimal budget, string currency);
}
