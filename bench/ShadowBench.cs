using System.Diagnostics;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Bench;

/// <summary>A draft tried on a hundred thousand leads through the API, then published and applied to them.</summary>
internal static class ShadowBench
{
    private const int Leads = 100_000;
    private const double Bar = 10;
    private const string Card = "real-estate-fit";

    // The demo's leads with conversations, facts, matches and scores, as often as it takes.
    private const string Copy = """
        create temp table chosen as
            select l.id, l.conversation_id, l.qualification_id, row_number() over (order by l.id) as n from leads l
            where l.playbook = 'real-estate' and l.qualification_id is not null;
        create temp table copies as
            select c.*, g, md5(c.id::text || g)::uuid as lead, md5('c' || c.id || g)::uuid as talk, md5('q' || c.id || g)::uuid as result
            from generate_series(1, (select ceil({leads}.0 / count(*))::int from chosen)) g cross join chosen c
            order by g, c.n limit {leads};
        insert into leads (id, contact_id, conversation_id, playbook, source, status, status_since, owner_id, name, city, wants, score, heat, qualification_id,
                           handling, message_count, value, currency, search, created_at, last_activity_at)
            select k.lead, l.contact_id, case when l.conversation_id is null then null else k.talk end, l.playbook, l.source, l.status, l.status_since, l.owner_id,
                   l.name, l.city, l.wants, l.score, l.heat, k.result, l.handling, l.message_count, l.value, l.currency, l.search, l.created_at, l.last_activity_at
            from copies k join leads l on l.id = k.id;
        insert into lead_profiles (lead_id, facts, updated_at) select k.lead, p.facts, p.updated_at from copies k join lead_profiles p on p.lead_id = k.id;
        insert into conversations (id, lead_id, playbook, channel, handling, dialogue, created_at, last_message_at)
            select k.talk, k.lead, v.playbook, v.channel, v.handling, v.dialogue, v.created_at, v.last_message_at
            from copies k join conversations v on v.id = k.conversation_id;
        insert into qualifications (id, lead_id, card, card_version, score, qualified, heat, recommendation, reasons, next_step, top_matches, created_at, basis)
            select k.result, k.lead, q.card, q.card_version, q.score, q.qualified, q.heat, q.recommendation, q.reasons, q.next_step, q.top_matches, q.created_at, q.basis
            from copies k join qualifications q on q.id = k.qualification_id;
        """;

    /// <param name="args">Another number of leads, to try the program itself.</param>
    public static async Task<Report> RunAsync(string[] args)
    {
        var leads = args is [var many] ? int.Parse(many, Wire.Invariant) : Leads;
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo"));
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb") + ";Command Timeout=900");
        await FillAsync(database, leads);
        using var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl), DefaultRequestHeaders = { { Routes.ApiKeyHeader, app.AdminKey } } };
        var api = new LeadHeatClient(http);
        var version = await DraftAsync(api);
        var report = new Report("shadow", "leads", "seconds", "leads/s");
        for (var round = 1; round <= 3; round++)
        {
            var run = await ShadowAsync(api, version);
            report.Add($"shadow run {round}", run.Seconds < Bar, run.Leads, run.Seconds, run.Leads / run.Seconds);
        }
        var published = await PublishAsync(api, database, version);
        report.Add("published and applied", null, leads, published, leads / published);
        return report;
    }

    private static async Task FillAsync(NpgsqlDataSource database, int leads)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var statement in new[] { Copy.Replace("{leads}", $"{leads}", StringComparison.Ordinal), "vacuum analyze", "checkpoint" })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int> DraftAsync(LeadHeatClient api)
    {
        var draft = await api.CreateScorecardAsync(new(Card, 1));
        foreach (var (rule, max) in new[] { ("contact", 13), ("budget", 20) })
            draft.Card["criteria"]!.AsArray().Single(each => (string?)each!["id"] == rule)!["max"] = max;
        return (await api.SaveScorecardAsync(Card, draft.Summary.Version, new(draft.Card))).Summary.Version;
    }

    private static async Task<(int Leads, double Seconds)> ShadowAsync(LeadHeatClient api, int version)
    {
        var began = Stopwatch.GetTimestamp();
        var run = await api.StartShadowAsync(Card, version, new());
        while (run.State == ShadowState.Running)
        {
            await Task.Delay(50);
            run = await api.GetShadowAsync(run.Id);
        }
        return run.Report is { } report ? (report.Leads, Stopwatch.GetElapsedTime(began).TotalSeconds) : throw new IOException(run.Failure);
    }

    private static async Task<double> PublishAsync(LeadHeatClient api, NpgsqlDataSource database, int version)
    {
        var began = Stopwatch.GetTimestamp();
        await api.PublishScorecardAsync(Card, version, new());
        await using var left = database.CreateCommand($"select count(*) from scorecard_publications where version = {version} and applied_at is null");
        while ((long)(await left.ExecuteScalarAsync())! > 0)
            await Task.Delay(200);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
