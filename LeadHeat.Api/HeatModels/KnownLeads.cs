using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

/// <summary>Reads leads as the heat model sees them.</summary>
internal sealed class KnownLeads(NpgsqlDataSource database)
{
    /// <summary>Those of these leads that there are.</summary>
    public async Task<IReadOnlyList<KnownLead>> ReadAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, ids, cancellationToken);
    }

    public static Task<IReadOnlyList<KnownLead>> ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        ReadAsync(connection, KnownLeadSql.Read, ids, cancellationToken);

    /// <summary>What is to be seen of them beside their facts, by lead.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SeenLead>> ReadSeenAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        (await ReadAsync(connection, KnownLeadSql.ReadSeen, ids, cancellationToken)).ToDictionary(lead => lead.Id, lead => lead.Seen);

    private static async Task<IReadOnlyList<KnownLead>> ReadAsync(NpgsqlConnection connection, string statement, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(statement, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<KnownLead> leads = [];
        while (await reader.ReadAsync(cancellationToken))
            leads.Add(KnownLead.Read(reader));
        return leads;
    }
}
