using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Bench;

/// <summary>
/// Meta's traffic: first how fast single deliveries are acknowledged at a steady rate, then 10,000 mixed events, doubled, shuffled and in
/// batches, while workers are killed. At the end one ledger decides: what was acknowledged is there, and once.
/// </summary>
internal static class WebhooksBench
{
    private const string Secret = "bench-app-secret";
    private const double AckBar = 20;
    private const int PerSecond = 200;
    private const int SteadySeconds = 30;

    // After a start methods are compiled and everybody is new: told apart from what goes on for days.
    private const int FirstSeconds = 10;
    private const int Events = 10_000;
    private const int People = 500;
    private const int LargestBatch = 50;

    private static readonly string[] States = ["sent", "delivered", "read"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<Report> RunAsync(string[] args)
    {
        await using var graph = await FakeGraph.StartAsync();
        await using var app = await RunningApp.StartAsync(new AppOptions
        {
            Environment = { ["Meta__AppSecret"] = Secret, ["Meta__AccessToken"] = FakeGraph.Token, ["Meta__GraphBaseUrl"] = graph.BaseUrl },
        });
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(app.ApiUrl) };
        await using var database = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        var report = new Report("webhooks", "p50 ms", "p99 ms", "a second", "events", "refused", "lost", "doubled");
        await SteadyAsync(http, report);
        if (!args.Contains("steady"))
            await MixedAsync(app, graph, http, database, report);
        return report;
    }

    private static async Task SteadyAsync(HttpClient http, Report report)
    {
        var dice = new Random(1);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => DeliverAsync(http, Routes.WhatsAppWebhook, Message(NumberOf(i), i, "warming up"))));
        await SteadyAsync(http, report, $"acknowledged, first {FirstSeconds} s", dice, 100_000, FirstSeconds, null);
        await SteadyAsync(http, report, $"acknowledged, next {SteadySeconds} s", dice, 200_000, SteadySeconds, AckBar);
    }

    private static async Task SteadyAsync(HttpClient http, Report report, string what, Random dice, int firstId, int seconds, double? bar)
    {
        var times = new Times();
        var refused = 0;
        var began = Stopwatch.StartNew();
        List<Task> sending = [];
        for (var i = 0; i < PerSecond * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - began.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1))
                await Task.Delay(due);
            var body = Message(NumberOf(dice.Next(People)), firstId + i, $"steady {firstId + i}");
            sending.Add(Task.Run(async () =>
            {
                var sent = Stopwatch.GetTimestamp();
                if (await DeliverAsync(http, Routes.WhatsAppWebhook, body) != 200)
                    Interlocked.Increment(ref refused);
                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }));
        }

        await Task.WhenAll(sending);
        report.Add(
            what, bar is null && refused == 0 ? null : refused == 0 && times.Percentile(99) <= bar, times.Percentile(50), times.Percentile(99),
            times.Count / began.Elapsed.TotalSeconds, times.Count, refused, "", "");
    }

    private static async Task MixedAsync(RunningApp app, FakeGraph graph, HttpClient http, NpgsqlDataSource database, Report report)
    {
        var dice = new Random(2);
        var messages = Enumerable.Range(0, Events * 6 / 10).Select(i => (Number: NumberOf(dice.Next(People)), Id: 1_000_000 + i)).ToArray();
        var leads = Enumerable.Range(0, Events / 10).Select(i => (7_000_000_000L + i).ToString(CultureInfo.InvariantCulture)).ToArray();
        foreach (var lead in leads)
            graph.Leads[lead] = Form(lead);
        var deliveries = Deliveries(dice, messages, leads);
        var times = new Times();
        var refused = new ConcurrentBag<int>();
        var began = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var killing = KillAsync(app, over.Token);
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (delivery, _) =>
        {
            var sent = Stopwatch.GetTimestamp();
            var status = await DeliverAsync(http, delivery.Path, delivery.Body);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (status != 200)
                refused.Add(status);
        });
        await Eventually.TrueAsync(async () => await OpenAsync(database) == 0, Patience, () => "not all was handled");
        await over.CancelAsync();
        var kills = await killing;
        var seconds = began.Elapsed.TotalSeconds;
        var (lost, doubled) = await LedgerAsync(database, messages.Length + (PerSecond * (FirstSeconds + SteadySeconds)) + 20, leads.Length);
        report.Add(
            $"mixed, {kills} workers killed", lost == 0 && doubled == 0 && refused.IsEmpty, times.Percentile(50), times.Percentile(99), Events / seconds, Events,
            refused.Count, lost, doubled);
    }

    // Three of ten are reports; each tenth delivery comes twice, and all come in any order.
    private static (string Path, string Body)[] Deliveries(Random dice, (string Number, int Id)[] messages, string[] leads)
    {
        List<(string Path, string Body)> all = [];
        for (var i = 0; i < messages.Length;)
        {
            var batch = messages.Skip(i).Take(dice.Next(1, LargestBatch)).ToArray();
            i += batch.Length;
            all.AddRange(batch.GroupBy(message => message.Number).Select(of => (
                Routes.WhatsAppWebhook, WhatsApp.Messages(of.Key, [.. of.Select(message => ($"wamid.bench.{message.Id}", $"mixed {message.Id}"))]))));
        }

        all.AddRange(leads.Select(lead => (Routes.LeadAdsWebhook, $$$"""
            {"object":"page","entry":[{"id":"1","changes":[{"field":"leadgen","value":{"leadgen_id":{{{lead}}},"page_id":"1","form_id":"bench"}}]}]}
            """)));
        all.AddRange(Enumerable.Range(0, Events * 3 / 10).Select(i => (
            Routes.WhatsAppWebhook, WhatsApp.Status($"wamid.unknown.{i / 3}", States[i % States.Length]))));
        all.AddRange([.. all.Where(_ => dice.Next(10) == 0)]);
        (string, string)[] shuffled = [.. all];
        dice.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task<int> KillAsync(RunningApp app, CancellationToken over)
    {
        var kills = 0;
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), over);
                app.Kill($"worker-{kills++ % 2}");
            }
        }
        catch (OperationCanceledException)
        {
            return kills;
        }
    }

    private static async Task<long> OpenAsync(NpgsqlDataSource database)
    {
        await using var open = database.CreateCommand("""
            select (select count(*) from deliveries where split_at is null) + (select count(*) from inbound where state = 'pending')
                 + (select count(*) from turns where state in ('queued', 'running'))
            """);
        await Task.Delay(500);
        return (long)(await open.ExecuteScalarAsync())!;
    }

    private static async Task<(int Lost, int Doubled)> LedgerAsync(NpgsqlDataSource database, int messages, int leads)
    {
        await using var ledger = database.CreateCommand("""
            select (select count(distinct external_id) from messages where author = 'visitor'), (select count(*) from messages where author = 'visitor'),
                   (select count(*) from lead_form_leads), (select count(*) from leads where source = 'lead_ads'),
                   (select count(*) - count(distinct reply_id) from turns where reply_id is not null),
                   (select count(*) from inbound where state in ('dead', 'quarantined')),
                   (select count(*) - count(distinct phone) from contacts k join leads l on l.contact_id = k.id where l.source = 'whatsapp')
            """);
        await using var row = await ledger.ExecuteReaderAsync();
        await row.ReadAsync();
        long[] found = [.. Enumerable.Range(0, 7).Select(row.GetInt64)];
        return ((int)(messages - found[0] + leads - found[2] + found[5]), (int)(found[1] - found[0] + found[3] - found[2] + found[4] + found[6]));
    }

    private static async Task<int> DeliverAsync(HttpClient http, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(MetaSignature.Header, MetaSignature.Of(Encoding.UTF8.GetBytes(body), Secret));
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static string NumberOf(int person) => $"9715{person:D8}";

    private static string Message(string number, int id, string text) => WhatsApp.Messages(number, ($"wamid.bench.{id}", text));

    private static string Form(string id) => $$$"""
        {"id":"{{{id}}}","form_id":"bench","ad_id":"1","field_data":[{"name":"full_name","values":["Person {{{id}}}"]},{"name":"email","values":["p{{{id}}}@example.com"]},
        {"name":"budget","values":["1.5 Cr"]}]}
        """;
}
