using LeadHeat.Api.Data;
using LeadHeat.Core.Uploads;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Uploads;

/// <summary>A lead of the same person.</summary>
/// <param name="By">What is the same: email or phone.</param>
/// <param name="Since">When the person became known.</param>
internal readonly record struct LeadMatch(Guid LeadId, string By, Guid? UploadId, DateTimeOffset Since);

/// <summary>Finds the leads that rows are the same person as: by e-mail address first, then by phone number; of several the latest.</summary>
internal sealed class LeadMatches([FromKeyedServices(Database.Imports)] NpgsqlDataSource database)
{
    // $1 lines, $2 addresses, $3 numbers, $4 playbook.
    private const string Match = """
        select k.line, m.lead_id, m.by, m.upload_id, m.since
        from unnest($1::int[], $2::text[], $3::text[]) k(line, email, phone)
        cross join lateral (
            select l.id as lead_id, 'email' as by, l.upload_id, l.last_activity_at, c.created_at as since from contacts c join leads l on l.contact_id = coalesce(c.merged_into, c.id)
            where lower(c.email) = k.email and c.email is not null and l.playbook = $4
            union all
            select l.id, 'phone', l.upload_id, l.last_activity_at, c.created_at as since from contacts c join leads l on l.contact_id = coalesce(c.merged_into, c.id)
            where c.phone = k.phone and c.phone is not null and l.playbook = $4
            order by by, last_activity_at desc limit 1) m
        """;

    /// <summary>By the rows' lines; those without an address and a number match nobody.</summary>
    public async Task<Dictionary<int, LeadMatch>> FindAsync(IReadOnlyList<UploadedLead> leads, string playbook, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, leads, playbook, cancellationToken);
    }

    public static async Task<Dictionary<int, LeadMatch>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<UploadedLead> leads, string playbook, CancellationToken cancellationToken)
    {
        UploadedLead[] known = [.. leads.Where(lead => lead.Email is not null || lead.Phone is not null)];
        Dictionary<int, LeadMatch> found = [];
        if (known.Length == 0)
            return found;
        await using var command = new NpgsqlCommand(Match, connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(known, lead => lead.Line), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = Array.ConvertAll(known, lead => lead.Email), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = Array.ConvertAll(known, lead => lead.Phone), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(Sql.Of(playbook));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found[reader.GetInt32(0)] = new(reader.GetGuid(1), reader.GetString(2), reader.ValueOrNull<Guid>(3), reader.Time(4));
        return found;
    }
}
