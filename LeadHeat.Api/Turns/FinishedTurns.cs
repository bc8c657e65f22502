using System.Text.Json;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Turns;

/// <summary>Tells the events of turns that are over again from what is stored, for those who missed them.</summary>
internal sealed class FinishedTurns(NpgsqlDataSource database)
{
    /// <summary>A step of this name says that the words before it are void.</summary>
    public const string Restarted = "restarted";

    private const string Find = $"""
        select t.id, t.lead_id, t.state, t.attempts, t.outcome, t.reply_id, {MessageRows.Columns}
        from turns t left join messages m on m.id = t.reply_id
        where t.id = any((select $1)::uuid[]) and t.state in ('done', 'silent', 'dead')
        """;

    private const int ColumnsBeforeReply = 6;

    /// <summary>By turn: a restart, the whole reply, how the turn ended. Turns that are not over are left out.</summary>
    public async Task<Dictionary<Guid, List<SentEvent>>> ReadAsync(Guid[] turnIds, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Find, Sql.Of(turnIds));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<Guid, List<SentEvent>> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0), [.. Retell(reader).Select(SentEvent.Of)]);
        return found;
    }

    private static List<TurnEvent> Retell(NpgsqlDataReader reader)
    {
        var (turnId, leadId, attempts) = (reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(3));
        var end = reader.IsDBNull(4) ? new TurnEnd(Handling.Human) : reader.Json(4, TurnJson.Default.TurnEnd);
        var reply = reader.IsDBNull(5) ? null : MessageRows.Read(reader, ColumnsBeforeReply);
        return reader.Word<TurnState>(2) == TurnState.Dead
            ? [Failed(turnId, attempts)]
            : Ended(turnId, leadId, attempts, end, reply);
    }

    private static List<TurnEvent> Ended(Guid turnId, Guid leadId, int attempts, TurnEnd end, MessageView? reply)
    {
        var last = JobNames.LastEventId(attempts);
        List<TurnEvent> events = [];
        if (reply is not null)
        {
            events.Add(new(turnId, last - 4, TurnEventKind.Step, Step: new(Restarted)));
            events.Add(new(turnId, last - 3, TurnEventKind.Delta, Delta: new(reply.Text)));
        }

        if (end.Handoff is not null)
            events.Add(new(turnId, last - 2, TurnEventKind.Handoff, Handoff: end.Handoff));
        if (end.Score is not null)
            events.Add(new(turnId, last - 1, TurnEventKind.Score, Score: end.Score));
        events.Add(Done(turnId, leadId, attempts, reply, end.Handling, end.Score));
        return events;
    }

    public static TurnEvent Done(Guid turnId, Guid leadId, int attempts, MessageView? reply, Handling handling, ScoreData? score) =>
        new(turnId, JobNames.LastEventId(attempts), TurnEventKind.Done, Done: new(turnId, reply?.Id, leadId, reply, handling, score));

    public static TurnEvent Failed(Guid turnId, int attempts) => new(
        turnId, JobNames.LastEventId(attempts), TurnEventKind.Error,
        Error: new("We could not answer that automatically", "Your message is safe. One of our people will read it and answer you here."));
}
