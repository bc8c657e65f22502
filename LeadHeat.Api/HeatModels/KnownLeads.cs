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

    public static async Task<IReadOnlyList<KnownLead>> ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(KnownLeadSql.Read, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<KnownLead> leads = [];
        while (await reader.ReadAsync(cancellationToken))
            leads.Add(KnownLead.Read(reader));
        return leads;
    }
}
