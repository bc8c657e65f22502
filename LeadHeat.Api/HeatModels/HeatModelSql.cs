using LeadHeat.Api.Data;
using LeadHeat.Core.HeatModels;
using Npgsql;

namespace LeadHeat.Api.HeatModels;

internal static class HeatModelSql
{
    private const string Columns = """
        id, version, state, active, progress, step, message, won, lost, (report #>> '{quality,auc,value}')::double precision,
        (report #>> '{quality,brier}')::double precision, author, created_at, finished_at
        """;

    public const string All = $"select {Columns} from heat_models order by version desc limit 100";

    // $1 id.
    public const string One = $"select {Columns} from heat_models where id = $1";

    // $1 id.
    public const string Report = "select id, version, state, active, message, created_at, author, report from heat_models where id = $1";

    public const string Open = $"select {Columns} from heat_models where state in ('queued', 'training')";

    // What there was too little for says nothing any more when it is tried again.
    public const string Forget = "delete from heat_models where state = 'not_enough_data'";

    // Nothing when one is being trained already. $1 id, $2 state, $3 message, $4 won, $5 lost, $6 constraints, $7 author, $8 now, $9 finished.
    public const string Start = """
        insert into heat_models (id, version, state, message, won, lost, constraints, author, created_at, finished_at)
        select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from heat_models
        on conflict do nothing
        """;

    // Who is gone meanwhile is not noted. $1 id, $2 points, $3 tenths, $4 leads.
    public const string Measured = """
        insert into heat_measured (model_id, point, tenth, lead_id)
        select $1, m.point, m.tenth, l.id from unnest($2::integer[], $3::integer[], $4::uuid[]) m (point, tenth, lead_id) join leads l on l.id = m.lead_id
        on conflict do nothing
        """;

    // $1 id. Both in one statement would meet the index in the wrong order.
    public const string Rest = "update heat_models set active = false where active and id <> $1";
    public const string Activate = "update heat_models set active = true where id = $1 and state = 'done' and not active";

    // Who was lost too often is given up. $1 now, $2 attempts.
    public const string GiveUp = """
        update heat_models set state = 'failed', message = 'The training was broken off too often. The worker''s log says why.', finished_at = $1
        where state = 'training' and lease_until < $1 and attempts >= $2
        """;

    // $1 now, $2 worker, $3 lease.
    public const string Claim = """
        update heat_models set state = 'training', attempts = attempts + 1, worker = $2, lease_until = $3, progress = 0, step = 'Begins'
        where id = (select id from heat_models where state = 'queued' or (state = 'training' and lease_until < $1) limit 1 for no key update skip locked)
        returning id, version, attempts, constraints
        """;

    // $1 id, $2 worker, $3 lease, $4 progress, $5 step.
    public const string Progress = """
        update heat_models set lease_until = $3, progress = $4, step = $5 where id = $1 and worker = $2 and state = 'training'
        """;

    // $1 id, $2 worker, $3 state, $4 message, $5 report, $6 document, $7 now.
    public const string Finish = """
        update heat_models set state = $3, message = $4, report = $5, document = $6, finished_at = $7, progress = 1, step = '', lease_until = null
        where id = $1 and worker = $2 and state = 'training'
        """;

    public static HeatModelView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.Word<HeatModelState>(2), row.GetBoolean(3), row.GetDouble(4), row.GetString(5), row.TextOrNull(6),
        row.GetInt32(7), row.GetInt32(8), row.ValueOrNull<double>(9), row.ValueOrNull<double>(10), row.GetString(11), row.Time(12),
        row.ValueOrNull<DateTimeOffset>(13));
}
