using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Leads;

/// <summary>Leads of a playbook of their own, written straight into the app's database; the same number makes the same leads.</summary>
internal sealed class SeededLeads : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly NpgsqlDataSource _database;

    private SeededLeads(RunningApp app) => _database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));

    public string Playbook { get; } = $"test-{Guid.NewGuid():N}";

    public List<LeadRow> All { get; } = [];

    public static async Task<SeededLeads> AddAsync(RunningApp app, int count, int seed = 1, Guid? owner = null)
    {
        var leads = new SeededLeads(app);
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            leads.All.Add(leads.Any(random, i, owner));
        await leads.StoreAsync();
        return leads;
    }

    public async Task<string?> AskAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    // Few different scores and times, so that many rows tie and only the id decides.
    private LeadRow Any(Random random, int number, Guid? owner)
    {
        var created = Start.AddHours(random.Next(20));
        return new(
            Guid.CreateVersion7(created), null, $"Lead {number}", null, null, random.Next(4) == 0 ? null : random.Next(5) * 20, null, One<Heat>(random),
            One<LeadStatus>(random), Playbook, One<LeadSource>(random), random.Next(3) == 0 ? owner : null, null, Handling.Bot, null, null, 0,
            random.Next(2) == 0 ? null : random.Next(100), "AED", random.Next(3) == 0 ? created : null, created, created.AddHours(random.Next(3)), created);
    }

    private static T One<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private async Task StoreAsync()
    {
        var contact = Guid.CreateVersion7();
        await using var batch = _database.CreateBatch();
        Add(batch, "insert into contacts (id, created_at, updated_at) values ($1, now(), now())", contact);
        foreach (var lead in All)
        {
            Add(
                batch,
                """
                insert into leads (id, contact_id, playbook, source, status, status_since, owner_id, name, score, heat, handling, waiting_since, value,
                                   currency, search, created_at, last_activity_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'bot', $11, $12, $13, $14, $15, $16)
                """,
                lead.Id, contact, Playbook, Words.Of(lead.Source), Words.Of(lead.Status), lead.StatusSince, lead.OwnerId, lead.Name, lead.Score,
                Words.Of(lead.Heat), lead.WaitingSince, lead.Value, lead.Currency, $"{lead.Name} {Playbook}".ToLowerInvariant(), lead.CreatedAt,
                lead.LastActivityAt);
            Add(batch, "insert into lead_profiles (lead_id, updated_at) values ($1, now())", lead.Id);
        }
        await batch.ExecuteNonQueryAsync();
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
