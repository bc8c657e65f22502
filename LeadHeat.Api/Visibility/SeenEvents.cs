using LeadHeat.Api.Data;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Visibility;

/// <summary>Leaves out of what changed what somebody does not see.</summary>
internal sealed class SeenEvents(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<LiveEvent>> OfAsync(Sight sight, IReadOnlyList<LiveEvent> events, CancellationToken cancellationToken)
    {
        if (sight.IsEverything)
            return events;
        var leads = events.Select(liveEvent => liveEvent.LeadId).OfType<Guid>().Distinct().ToArray();
        var seen = leads.Length == 0 ? [] : await SeenAsync(sight, leads, cancellationToken);
        // What is about a conversation and says no lead is not for them either.
        return [.. events.Where(liveEvent => liveEvent.LeadId is { } lead ? seen.Contains(lead) : liveEvent is { ConversationId: null, MessageId: null })];
    }

    private async Task<HashSet<Guid>> SeenAsync(Sight sight, Guid[] leads, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var ids = parameters.Add(leads);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(parameters.Command($"select l.id from leads l where l.id = any ({ids}) and {sight.Condition(parameters)}"));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        HashSet<Guid> seen = [];
        while (await row.ReadAsync(cancellationToken))
            seen.Add(row.GetGuid(0));
        return seen;
    }
}
