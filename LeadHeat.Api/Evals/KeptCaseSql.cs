using LeadHeat.Api.Data;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Evals;

internal static class KeptCaseSql
{
    public const string Newest = """
        select id, lead_id, playbook, title, author, created_at, data from eval_cases order by created_at desc, id desc limit 500
        """;

    // $1 lead.
    public const string Lead = """
        select l.playbook, coalesce(p.facts, '[]') from leads l left join lead_profiles p on p.lead_id = l.id where l.id = $1
        """;

    // $1 lead. What is longer ago than this is not asked again.
    public const string Messages = """
        select * from (
            select m.id, m.author, m.text, m.created_at
            from leads l join messages m on m.conversation_id = l.conversation_id
            where l.id = $1
            order by m.id desc limit 200) latest
        order by id
        """;

    // $1 id, $2 lead, $3 subject, $4 playbook, $5 title, $6 data, $7 author, $8 at.
    public const string Store = """
        insert into eval_cases (id, lead_id, subject, playbook, title, data, author, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (lead_id, subject) do update set id = excluded.id, title = excluded.title, data = excluded.data, author = excluded.author, created_at = excluded.created_at
        """;

    public static KeptCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.ValueOrNull<Guid>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Time(5), row.Json(6, LeadHeatJson.Default.JsonElement));
}
