using System.Diagnostics;
using System.Text.Json.Nodes;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Bench;

/// <summary>Drafts tried on a hundred thousand leads through the API, one of them with points by the heat model; then one is published and applied to them.</summary>
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
        analyze copies;
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

    // What the heat model looks at: all messages, in their order, and the last turn with its record.
    private const string CopyTalk = """
        insert into lead_features select (jsonb_populate_record(f, jsonb_build_object('lead_id', k.lead))).* from copies k join lead_features f on f.lead_id = k.id;
        insert into messages
            select (jsonb_populate_record(m, jsonb_build_object('id', left(m.id::text, 18) || substr(md5(m.id::text || k.g)::uuid::text, 19), 'conversation_id', k.talk))).*
            from copies k join messages m on m.conversation_id = k.conversation_id;
        create temp table last_turns as
            select k.g, k.lead, k.talk, t.id, t.message_id, left(t.id::text, 18) || substr(md5(t.id::text || k.g)::uuid::text, 19) as copy
            from copies k cross join lateral (
                select t.id, t.message_id from turns t join turn_records r on r.turn_id = t.id
                where t.lead_id = k.id and t.finished_at is not null order by t.id desc limit 1) t;
        insert into turns
            select (jsonb_populate_record(t, jsonb_build_object(
                'id', k.copy, 'lead_id', k.lead, 'conversation_id', k.talk, 'message_id', left(t.message_id::text, 18) || substr(md5(t.message_id::text || k.g)::uuid::text, 19)))).*
            from last_turns k join turns t on t.id = k.id;
        insert into turn_records select k.copy::uuid, r.data from last_turns k join turn_records r on r.turn_id = k.id;
        """;

    /// <param name="args">Another number of leads, to try the program itself.</param>
    public static async Task<Report> RunAsync(string[] args)
    {
        var leads = args is [var many] ? int.Parse(many, Wire.Invariant) : Leads;
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo"));
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb") + ";Command Timeout=900");
        using var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl), DefaultRequestHeaders = { { Routes.ApiKeyHeader, app.AdminKey } } };
        var api = new LeadHeatClient(http);
        await TrainAsync(api, database);
        await FillAsync(database, leads);
        var (version, byModel) = (await DraftAsync(api, Reweighed), await DraftAsync(api, ByModel));
        var report = new Report("shadow", "leads", "seconds", "leads/s");
        foreach (var (draft, what) in new[] { (version, "shadow run"), (byModel, "by the heat model") })
        {
            for (var round = 1; round <= 3; round++)
            {
                var run = await ShadowAsync(api, draft);
                report.Add($"{what} {round}", run.Seconds < Bar, run.Leads, run.Seconds, run.Leads / run.Seconds);
            }
        }
        var published = await PublishAsync(api, database, version);
        report.Add("published and applied", null, leads, published, leads / published);
        return report;
    }

    // On the demo's own history, before there are copies; what it says of open leads is stored before anything is timed.
    private static async Task TrainAsync(LeadHeatClient api, NpgsqlDataSource database)
    {
        var model = await api.TrainHeatModelAsync();
        while (model.State is HeatModelState.Queued or HeatModelState.Training)
        {
            await Task.Delay(200);
            model = (await api.GetHeatModelsAsync()).Models.Single(known => known.Id == model.Id);
        }
        if (!model.Active)
            throw new IOException($"No model scores: {model.State}. {model.Message}");
        await using var walked = database.CreateCommand("select count(*) from heat_scoring where model_id = $1 and walked_to is null");
        walked.Parameters.Add(new() { Value = model.Id });
        while ((long)(await walked.ExecuteScalarAsync())! == 0)
            await Task.Delay(200);
    }

    private static async Task FillAsync(NpgsqlDataSource database, int leads)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var statement in new[] { Copy.Replace("{leads}", $"{leads}", StringComparison.Ordinal), CopyTalk, "vacuum analyze", "checkpoint" })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int> DraftAsync(LeadHeatClient api, Action<JsonArray> change)
    {
        var draft = await api.CreateScorecardAsync(new(Card, 1));
        change(draft.Card["criteria"]!.AsArray());
        return (await api.SaveScorecardAsync(Card, draft.Summary.Version, new(draft.Card))).Summary.Version;
    }

    private static void Reweighed(JsonArray criteria)
    {
        foreach (var (rule, max) in new[] { ("contact", 13), ("budget", 20) })
            Find(criteria, rule)["max"] = max;
    }

    private static void ByModel(JsonArray criteria) => Find(criteria, "budget").ReplaceWith(JsonNode.Parse(
        """{ "id": "model", "title": "Model", "rule": "model_probability", "max": 25, "fill": "Train a model" }"""));

    private static JsonNode Find(JsonArray criteria, string rule) => criteria.Single(each => (string?)each!["id"] == rule)!;

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
