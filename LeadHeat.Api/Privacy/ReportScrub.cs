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

    // A comparison names leads that were missing then. They count as those of people who were deleted, as in the next comparison. $1 Meta's ids.
    private const string ForgetMissing = """
        update reconciliations set forms = (
            select jsonb_agg(form || jsonb_build_object(
                'missing', (select coalesce(jsonb_agg(id order by place), '[]') from jsonb_path_query(form, '$.missing[*]') with ordinality as named (id, place) where id #>> '{}' <> all ($1)),
                'erased', coalesce((form ->> 'erased')::int, 0)
                    + (select count(*) from jsonb_path_query(form, '$.missing[*]') as named (id) where id #>> '{}' = any ($1))) order by line)
            from jsonb_array_elements(forms) with ordinality as lines (form, line))
        where exists (select from jsonb_path_query(forms, '$[*].missing[*]') as named (id) where id #>> '{}' = any ($1))
        """;

    // $1 leads.
    private const string Forms = "select leadgen_id from lead_form_leads where lead_id = any($1)";

    /// <summary>Before the person's rows go: what their forms are called at Meta goes with them.</summary>
    public static async Task ScrubAsync(NpgsqlConnection connection, PersonIds person, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        List<string> sent = [.. person.Words.Events];
        await using (var batch = connection.CreateBatch())
        {
            await using var reader = await batch.Then(Forms, Sql.Of(person.Leads)).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                sent.Add(reader.GetString(0));
        }

        await ScrubAsync(connection, person.Leads, [.. sent], counts, cancellationToken);
    }

    /// <param name="sent">Meta's ids of the person's forms.</param>
    public static async Task ScrubAsync(NpgsqlConnection connection, Guid[] leads, string[] sent, Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(ForgetFlips, Sql.Of(leads)).Then(ForgetMissing, Sql.Of(sent));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Count("postgres: trials of scorecards", 0);
        Count("postgres: comparisons with Meta", 1);

        void Count(string name, int place) => counts[name] = counts.GetValueOrDefault(name) + batch.BatchCommands[place].RecordsAffected;
    }
}
