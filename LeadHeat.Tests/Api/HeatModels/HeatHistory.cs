using System.Text.Json;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Worker;
using Npgsql;

namespace LeadHeat.Tests.Api.HeatModels;

/// <summary>
/// Leads with features and an outcome, written straight into the app's database: decided in the last year, as the demo's, so that each part of
/// the history holds some of both.
/// </summary>
internal static class HeatHistory
{
    /// <param name="status">Won and lost by their outcome when null.</param>
    /// <param name="knownAfter">How long after the outcome their features became known.</param>
    public static async Task<IReadOnlyList<Guid>> AddAsync(RunningApp app, int count, int seed, string? status = null, TimeSpan knownAfter = default)
    {
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        await using var batch = database.CreateBatch();
        var contact = Guid.CreateVersion7();
        Add(batch, "insert into contacts (id, created_at, updated_at) values ($1, now(), now())", contact);
        List<Guid> ids = [];
        foreach (var (number, (row, _)) in SyntheticHistory.Create(count, seed).Index())
        {
            var closed = DateTimeOffset.UtcNow.AddDays(-400 + (390.0 * number / count));
            var (id, stands) = (Guid.CreateVersion7(closed), status ?? (row.Won ? "won" : "lost"));
            ids.Add(id);
            Add(
                batch,
                """
                insert into leads (id, contact_id, playbook, source, status, status_since, name, score, heat, handling, created_at, last_activity_at)
                values ($1, $2, 'real-estate', 'csv', $3, $4, 'From the old books', $5, 'cold', 'bot', $6, $7)
                """,
                id, contact, stands, closed, ids.Count % 97, closed.AddDays(-30), closed);
            Add(
                batch, "insert into lead_features (lead_id, features, known_at) values ($1, $2::jsonb, $3)", id,
                JsonSerializer.Serialize(row.Features, LeadHeatJson.Default.LeadFeatures), closed + knownAfter);
        }

        await batch.ExecuteNonQueryAsync();
        return ids;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
