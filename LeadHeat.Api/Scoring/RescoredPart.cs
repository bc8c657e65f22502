using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Scores some leads anew in one transaction: locked, read as they stand then, judged, stored.</summary>
internal sealed class RescoredPart(NpgsqlDataSource database, CardModels models, TimeProvider clock)
{
    /// <summary>How many got a score.</summary>
    /// <param name="onlyChanged">Whether a lead whose score stays the same is left alone.</param>
    public async Task<int> ScoreAsync(Guid[] ids, Scorecard card, Playbook playbook, bool onlyChanged, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (leads, adjustments) = await ReadAsync(connection, ids, card.AgesBy, cancellationToken);
        var asked = await models.OfAsync(connection, [.. leads.Select(lead => lead.Id)], [card], cancellationToken);
        var (now, count) = (clock.GetUtcNow(), 0);
        await using var batch = connection.CreateBatch();
        foreach (var lead in leads)
        {
            // Another Api, or a turn, was here first.
            if (!onlyChanged && lead.Card == card.Name && lead.CardVersion == card.Version)
                continue;
            var input = lead.Input(adjustments.TryGetValue(lead.Id, out var lines) ? lines : [], now, asked.GetValueOrDefault(lead.Id));
            var result = card.Evaluate(input);
            if (onlyChanged && result.Score == lead.Score)
                continue;
            Add(batch, lead, card, result, input, now);
            count++;
        }
        if (count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private static void Add(NpgsqlBatch batch, RawLead lead, Scorecard card, Qualification result, ScoringInput input, DateTimeOffset now)
    {
        var (id, value) = (Guid.CreateVersion7(now), card.ValueOf(input.Facts));
        batch.ThenQualify([new(id, lead.Id, null, card, result, input)], now);
        batch.Then(
            RescoringSql.Store, Sql.Of(lead.Id), Sql.Of(result.Score), Sql.Of(Words.Of(result.Heat)), Sql.Of(id), Sql.Of(value?.Amount), Sql.Of(value?.Currency));
        if (result.Heat != lead.Heat)
        {
            batch.Then(
                RescoringSql.Activity, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(lead.Id),
                Sql.Of($"Is {Words.Of(result.Heat)} now, with {result.Score} points, by version {card.Version} of {card.Title}"), Sql.Of(now));
        }
    }

    private static async Task<(List<RawLead> Leads, Dictionary<Guid, List<LedgerLine>> Adjustments)> ReadAsync(
        NpgsqlConnection connection, Guid[] ids, bool timeMatters, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(RescoringSql.Lock, Sql.Of(ids)).Then(RescoringSql.Read, Sql.Of(timeMatters), Sql.Of(ids)).Then(RescoringSql.Adjustments, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var leads = await reader.NextListAsync(ScoredLeadRows.Read, cancellationToken);
        var lines = await reader.NextListAsync(row => (Lead: row.GetGuid(0), Line: LedgerRows.Read(row, 1)), cancellationToken);
        return (leads, lines.GroupBy(line => line.Lead).ToDictionary(group => group.Key, group => group.Select(line => line.Line).ToList()));
    }
}
