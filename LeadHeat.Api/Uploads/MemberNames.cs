using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>The team by e-mail address and by name, as files name owners.</summary>
internal sealed class MemberNames
{
    private readonly Dictionary<string, Guid> _members = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<MemberNames> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var names = new MemberNames();
        await using var command = new NpgsqlCommand("select id, name, email from users order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names._members.TryAdd(reader.GetString(1), reader.GetGuid(0));
            if (!reader.IsDBNull(2))
                names._members[reader.GetString(2)] = reader.GetGuid(0);
        }
        return names;
    }

    /// <summary>Null when the team has no such member.</summary>
    public Guid? Find(string? owner) => owner is not null && _members.TryGetValue(owner, out var id) ? id : null;
}
