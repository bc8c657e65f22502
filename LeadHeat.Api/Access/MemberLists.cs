using LeadHeat.Api.Data;
using LeadHeat.Core.Leads;
using Npgsql;

namespace LeadHeat.Api.Access;

internal sealed class MemberLists(NpgsqlDataSource database)
{
    private const string ListSql = """
        select u.id, u.name, u.email, r.name, u.disabled_at is not null, u.password_hash is null, u.two_factor_enabled,
               (select max(s.seen_at) from sign_ins s where s.user_id = u.id), array(select m.team_id from team_members m where m.user_id = u.id order by 1)
        from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
        order by u.name, u.id
        """;

    public async Task<IReadOnlyList<TeamMember>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ListSql);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<TeamMember> members = [];
        while (await row.ReadAsync(cancellationToken))
            members.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3))
            {
                Disabled = row.GetBoolean(4), Invited = row.GetBoolean(5), SecondFactor = row.GetBoolean(6), SeenAt = row.ValueOrNull<DateTimeOffset>(7),
                Teams = row.GetFieldValue<Guid[]>(8),
            });
        return members;
    }
}
