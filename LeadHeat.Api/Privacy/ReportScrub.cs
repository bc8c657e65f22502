using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Takes people out of reports that name leads: trials of scorecards, and comparisons with Meta.</summary>
internal static class ReportScrub
{
    // $1 leads.
    private const string ForgetFlips = """
        update shadow_runs set report = jsonb_set(report, '{flips}', (
            select coalesce(jsonb_agg(flip), '[]') from jsonb_array_elements(report -> 'flips') flip where not (flip ->> 'leadId')::uuid = any($1)))
        where report is not null and exists (select from jsonb_array_elements(report -> 'flips') flip where (flip ->> 'leadId')::uuid = any($1))
        """;

    // $1 Meta's ids.
    private static readonly string s_forgetMissing = Forget("($1)", "true");

    // What is under way and has just written what it found is waited for: the next statements see it.
    private const string LockComparing = "select from reconciliations where state = 'running' for update";
    private const string LockTrying = "select from shadow_runs where state = 'running' for update";

    /// <summary>
    /// Takes those out of a trial who were deleted while it was under way. It has to come after what is written of it, in one transaction: a
    /// deletion waits for that, or is waited for. $1 the trial's id.
    /// </summary>
    public const string ForgetGone = """
        with kept as (
            select l.id from leads l
            where l.id in (select (flip ->> 'leadId')::uuid from shadow_runs r, jsonb_array_elements(r.report -> 'flips') flip where r.id = $1)
            for key share)
        update shadow_runs set report = jsonb_set(report, '{flips}', (
            select coalesce(jsonb_agg(flip order by place), '[]') from jsonb_array_elements(report -> 'flips') with ordinality named (flip, place)
            where (flip ->> 'leadId')::uuid in (select id from kept)))
        where id = $1 and report is not null
        """;

    /// <summary>
    /// Takes those out of a comparison who were deleted while it was under way. It has to come after what is written of it, in one transaction: an
    /// erasure waits for that, or had its tombstones before. $1 the comparison's id, $2 Meta's ids, $3 their marks.
    /// </summary>
    public static readonly string ForgetDeleted = Forget(
        "(array(select given.id from unnest($2::text[], $3::bytea[]) as given (id, mark) join tombstones t on t.mark = given.mark))", "reconciliations.id = $1");

    /// <summary>In the transaction in which the person's rows go.</summary>
    /// <param name="sent">Meta's ids of the person's forms.</param>
    public static async Task ScrubAsync(NpgsqlConnection connection, Guid[] leads, string[] sent, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(LockComparing).Then(LockTrying).Then(ForgetFlips, Sql.Of(leads)).Then(s_forgetMissing, Sql.Of(sent));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Count("postgres: trials of scorecards", 2);
        Count("postgres: comparisons with Meta", 3);

        void Count(string name, int place) => counts[name] = counts.GetValueOrDefault(name) + batch.BatchCommands[place].RecordsAffected;
    }

    // A comparison names leads that were missing then. They count as those of people who were deleted, as in the next comparison.
    private static string Forget(string gone, string among) => $$"""
        update reconciliations set forms = (
            select jsonb_agg(form || jsonb_build_object(
                'missing', (select coalesce(jsonb_agg(id order by place), '[]') from jsonb_path_query(form, '$.missing[*]') with ordinality as named (id, place) where id #>> '{}' <> all {{gone}}),
                'erased', coalesce((form ->> 'erased')::int, 0)
                    + (select count(*) from jsonb_path_query(form, '$.missing[*]') as named (id) where id #>> '{}' = any {{gone}})) order by line)
            from jsonb_array_elements(forms) with ordinality as lines (form, line))
        where {{among}} and exists (select from jsonb_path_query(forms, '$[*].missing[*]') as named (id) where id #>> '{}' = any {{gone}})
        """;
}
