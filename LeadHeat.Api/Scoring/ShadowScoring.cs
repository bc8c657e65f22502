using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Judges all leads of a playbook by a card, as they stream past. It reads, and writes nothing.</summary>
internal sealed class ShadowScoring(NpgsqlDataSource database, ActiveCards active, CardModels models, PlaybookLibrary playbooks, TimeProvider clock)
{
    private const int LeadsAtOnce = 1000;
    private const int LongestSeconds = 600;

    private const string Leads = $"{ScoredLeadRows.Select} where l.playbook = $2";

    private const string Adjustments = $"""
        select l.id, {LedgerRows.Columns}
        from score_ledger g join leads l on l.qualification_id = g.qualification_id
        where {LedgerRows.ByPeople} and l.playbook = $1
        order by l.id, g.position
        """;

    public async Task<ShadowReport> RunAsync(Scorecard card, string playbook, int capacityPerDay, CancellationToken cancellationToken)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        var current = active.Primary(playbooks[playbook], now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var adjustments = await AdjustmentsAsync(connection, playbook, cancellationToken);
        await using var leads = new NpgsqlCommand(Leads, connection)
        {
            Parameters = { Sql.Of(card.AgesBy || current.AgesBy), Sql.Of(playbook) }, CommandTimeout = LongestSeconds,
        };
        await using var reader = await leads.ExecuteReaderAsync(cancellationToken);
        var whole = new ShadowTally(current, card);
        List<Task<ShadowTally>> judging = [];
        List<RawLead> part = new(LeadsAtOnce);
        while (await reader.ReadAsync(cancellationToken))
        {
            part.Add(ScoredLeadRows.Read(reader));
            if (part.Count < LeadsAtOnce)
                continue;
            judging.Add(JudgeAsync(part, current, card, adjustments, now, cancellationToken));
            part = new(LeadsAtOnce);
            // As many at once as there are processors, so that memory does not grow with the history.
            while (judging.Count >= Environment.ProcessorCount)
                whole.Add(await TakeAsync(judging));
        }
        judging.Add(JudgeAsync(part, current, card, adjustments, now, cancellationToken));
        while (judging.Count > 0)
            whole.Add(await TakeAsync(judging));
        return whole.Report(capacityPerDay, clock.GetElapsedTime(began).TotalMilliseconds);
    }

    private static Task<ShadowTally> TakeAsync(List<Task<ShadowTally>> judging)
    {
        var first = judging[0];
        judging.RemoveAt(0);
        return first;
    }

    private Task<ShadowTally> JudgeAsync(
        List<RawLead> part, Scorecard current, Scorecard card, Dictionary<Guid, List<LedgerLine>> adjustments, DateTimeOffset now,
        CancellationToken cancellationToken) => Task.Run(
            async () =>
            {
                var tally = new ShadowTally(current, card);
                var asked = await AskAsync(part, current, card, cancellationToken);
                foreach (var lead in part)
                    tally.Add(lead.Past(adjustments.TryGetValue(lead.Id, out var lines) ? lines : [], now, asked?.GetValueOrDefault(lead.Id)));
                return tally;
            },
            cancellationToken);

    // The leads themselves stream through the other connection meanwhile.
    private async Task<IReadOnlyDictionary<Guid, AskedModel>?> AskAsync(
        List<RawLead> part, Scorecard current, Scorecard card, CancellationToken cancellationToken)
    {
        if (!current.UsesModel && !card.UsesModel)
            return null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await models.OfAsync(connection, [.. part.Select(lead => lead.Id)], [current, card], cancellationToken);
    }

    private static async Task<Dictionary<Guid, List<LedgerLine>>> AdjustmentsAsync(
        NpgsqlConnection connection, string playbook, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Adjustments, connection) { Parameters = { Sql.Of(playbook) }, CommandTimeout = LongestSeconds };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<Guid, List<LedgerLine>> all = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            if (!all.TryGetValue(id, out var lines))
                all[id] = lines = [];
            lines.Add(LedgerRows.Read(reader, 1));
        }
        return all;
    }
}
