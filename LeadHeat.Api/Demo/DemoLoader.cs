using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Core.Playbooks;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Demo;

/// <summary>Loads the demo data into a database that has never had it: all of it, or nothing.</summary>
internal sealed partial class DemoLoader(NpgsqlDataSource database, PlaybookLibrary playbooks, TimeProvider clock, ILogger<DemoLoader> logger)
{
    // Remembered for ever, and of two that load at once one waits here for the other. $1 now.
    private const string Mark = "insert into demo_loads (name, loaded_at) values ('demo data', $1) on conflict (name) do nothing";

    private const string Enrol = """
        insert into user_roles (user_id, role_id)
        select u.id, r.id from users u, roles r where u.id = any($1) and r.name = $2
        """;

    private static readonly string[] Tables =
    [
        "users", "units", "contacts", "leads", "lead_profiles", "lead_features", "conversations", "sessions", "messages", "turns", "turn_records", "qualifications",
        "activities", "tasks",
    ];

    /// <summary>False when it was there already.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var mark = new NpgsqlCommand(Mark, connection) { Parameters = { Sql.Of(now) } })
        {
            if (await mark.ExecuteNonQueryAsync(cancellationToken) == 0)
                return false;
        }

        var units = DemoInventory.Create(now);
        IReadOnlyList<DemoLead> leads = [.. DemoHistory.Create(now, playbooks, units), .. DemoLeads.Create(now, playbooks, units)];
        await InsertAsync(connection, RowsOf(units, leads, now), cancellationToken);
        await EnrolAsync(connection, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var took = clock.GetElapsedTime(began);
        LogLoaded(logger, units.Count, leads.Count, took);
        return true;
    }

    private static Dictionary<string, JsonArray> RowsOf(IEnumerable<Core.Inventory.Unit> units, IEnumerable<DemoLead> leads, DateTimeOffset now)
    {
        var rows = new DemoRows();
        foreach (var member in DemoLeads.Team(now))
            rows.Add(member);
        foreach (var unit in units)
            rows.Add(unit);
        foreach (var lead in leads)
            rows.Add(lead);
        return rows.Tables.ToDictionary();
    }

    // The database turns JSON into rows by its own types, so that a column is named in one place only.
    private static async Task InsertAsync(NpgsqlConnection connection, Dictionary<string, JsonArray> tables, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
            var rows = tables[table];
            var columns = string.Join(", ", rows[0]!.AsObject().Select(column => column.Key));
            await using var insert = new NpgsqlCommand(
                $"insert into {table} ({columns}) select {columns} from jsonb_populate_recordset(null::{table}, $1)", connection);
            insert.Parameters.Add(new() { Value = rows.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task EnrolAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid[] members = [.. DemoLeads.Team(now).Select(member => member.Id)];
        await using var enrol = new NpgsqlCommand(Enrol, connection) { Parameters = { Sql.Of(members), Sql.Of(Roles.Agent) } };
        await enrol.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo data is loaded: {Units} units, {Leads} leads, in {Time}")]
    private static partial void LogLoaded(ILogger logger, int units, int leads, TimeSpan time);
}
