using System.Diagnostics;
using System.Text.Json.Nodes;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Bench;

/// <summary>Every chart of the overview over a million leads, through the API, and how long the leads take to be counted.</summary>
internal static class OverviewBench
{
    private const double Bar = 300;
    private const int Leads = 1_000_000;
    private const int Repeats = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly string[] Charts =
        ["", "funnel?by=source", "funnel?by=playbook", "funnel?by=owner", "scores", "bands", "win-rates", "rules", "drift", "mood", "answers", "hours"];

    private static readonly (string What, string Query)[] Views =
    [
        ("all", "period=all"),
        ("90 days", "period=season"),
        ("all of a playbook", "period=all&playbook=real-estate"),
        ("all of an owner", "period=all&owner=00000000-0000-7000-8000-000000000013"),
        ("two years but a day, one source, nobody's", $"period=custom&from={DateTime.UtcNow.AddDays(-700):yyyy-MM-dd}&to={DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}&source=web&owner=none"),
    ];

    // The leads behind numbers that no other filter tells.
    private static readonly string[] Behind =
        ["figure=reached:visit", "figure=score:90", "figure=chat:tuesday:15&sort=score", "figure=frustration:9", "figure=answered:not_by_person&heat=hot", "figure=closed&heat=hot&sort=created", "figure=sentiment:frustrated&owner=none"];

    /// <param name="args">Another number of leads, to try the program itself.</param>
    public static async Task<Report> RunAsync(string[] args)
    {
        var leads = args is [var many] ? int.Parse(many, Wire.Invariant) : Leads;
        await using var app = await RunningApp.StartAsync();
        Console.WriteLine($"{leads} leads in {await InboxBench.FillAsync(app, leads, "chats.sql"):0} s");
        using (var admin = app.ApiClient())
            (await admin.PostAsync(new Uri("/api/overview/rebuild", UriKind.Relative), null)).EnsureSuccessStatusCode();
        Console.WriteLine($"all counted in {await UntilCountedAsync(app, leads):0} s");
        await using (var database = Npgsql.NpgsqlDataSource.Create(app.ConnectionString("leadsdb") + ";Command Timeout=900"))
        await using (var tidy = database.CreateCommand("vacuum analyze"))
            await tidy.ExecuteNonQueryAsync();
        // Not before: the Api gives up a connection on which nothing is said for minutes.
        using var wire = new Wire(new Uri(app.ApiUrl), app.AdminKey);
        var report = new Report("overview", "p50 ms", "p95 ms");
        foreach (var (what, query) in Views)
            foreach (var chart in Charts)
                await AddAsync(report, wire, $"{(chart.Length == 0 ? "choices" : chart)}, {what}", $"/api/overview{(chart.Length == 0 ? "?" : "/" + chart + (chart.Contains('?', StringComparison.Ordinal) ? "&" : "?"))}{query}");
        foreach (var query in Behind)
            await AddAsync(report, wire, $"behind {query}", $"/api/leads?limit=50&{query}");
        await AddAsync(report, wire, "hot leads now", "/api/leads?limit=6&heat=hot&sort=score&status=new&status=working&status=qualified&status=visit&status=negotiation");
        return report;
    }

    private static async Task<double> UntilCountedAsync(RunningApp app, int leads)
    {
        var began = Stopwatch.GetTimestamp();
        using var api = app.ApiClient();
        while (true)
        {
            var frame = JsonNode.Parse(await api.GetStringAsync("/api/overview"))!["frame"]!;
            if (frame["updatedAt"] is not null && frame["counted"]!.GetValue<long>() >= leads)
                return Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"not counted: {frame}");
            await Task.Delay(1000);
        }
    }

    private static async Task AddAsync(Report report, Wire wire, string what, string path)
    {
        var times = new Times();
        for (var count = -3; count < Repeats; count++)
        {
            var began = Stopwatch.GetTimestamp();
            await wire.GetAsync(path);
            if (wire.Status != 200)
                throw new IOException($"{path}: {wire.Status} {wire.Answer}");
            if (count >= 0)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        report.Add(what, times.Percentile(95) <= Bar, times.Percentile(50), times.Percentile(95));
    }
}
