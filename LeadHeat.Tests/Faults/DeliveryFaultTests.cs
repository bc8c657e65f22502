using System.Diagnostics;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Faults;

/// <summary>Meta delivers while what stores and takes it dies. As Meta does, each delivery is sent again until it is acknowledged.</summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed class DeliveryFaultTests(ITestOutputHelper output)
{
    private const string Secret = "of-this-test";
    private const int Each = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private int _acknowledged;

    [Fact]
    public async Task What_is_acknowledged_while_Postgres_and_the_Api_are_killed_is_stored_once_and_in_its_order()
    {
        await using var app = await RunningApp.StartAsync(new() { Environment = { ["Meta__AppSecret"] = Secret } });
        var people = Enumerable.Range(0, FaultScale.Of(20, 200)).Select(person => $"1202{person:D8}").ToArray();

        var sending = Task.WhenAll(people.Select(number => WriteAsync(app, number)));
        foreach (var (share, killed) in ((double, string)[])[(0.2, "postgres"), (0.5, "api"), (0.7, "postgres")])
        {
            await Eventually.TrueAsync(() => _acknowledged >= share * people.Length * Each && app.Pids(killed).Count > 0, FaultScale.Limit, () => $"{_acknowledged} acknowledged\n{app.Output}");
            app.Kill(killed);
        }

        await sending;
        var ended = Stopwatch.GetTimestamp();
        await Eventually.TrueAsync(async () => await CountsAsync(app) is { Pending: 0 }, FaultScale.Limit, () => app.Log("api"));

        // By person: the messages in the order in which they stand in the conversations.
        var said = await Psql.RunAsync(app, """
            select string_agg(line, ' ' order by line) from (
                select k.phone || ':' || string_agg(m.text, ',' order by m.id) || ':' || count(distinct c.id) as line
                from contacts k join leads l on l.contact_id = k.id join conversations c on c.lead_id = l.id
                join messages m on m.conversation_id = c.id and m.author = 'visitor'
                group by k.phone) lines
            """);
        var whole = string.Join(',', Enumerable.Range(0, Each));
        Assert.Equal(string.Join(' ', people.Select(number => $"+{number}:{whole}:1")), said);
        Assert.Equal($"{people.Length * Each}", await Psql.RunAsync(app, "select count(*) from messages where author = 'visitor'"));
        await IntakeLedger.DecideAsync(app, [.. people.SelectMany(number => Enumerable.Range(0, Each).Select(place => IdOf(number, place)))]);
        var line = FaultLedger.Line("Postgres twice and the Api killed while Meta delivers", _acknowledged, 0, 0, 0, 0, 0, Stopwatch.GetElapsedTime(ended).TotalSeconds);
        await FaultLedger.NoteAsync(line);
        output.WriteLine(line);
    }

    private async Task WriteAsync(RunningApp app, string number)
    {
        for (var place = 0; place < Each; place++)
        {
            var body = WhatsApp.Messages(number, (IdOf(number, place), $"{place}"));
            await Eventually.TrueAsync(() => IsTakenAsync(app, body), FaultScale.Limit, () => app.Output);
            Interlocked.Increment(ref _acknowledged);
        }
    }

    private static string IdOf(string number, int place) => $"wamid.{number}.{place}";

    private static async Task<bool> IsTakenAsync(RunningApp app, string body)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.ApiUrl), Timeout = TimeSpan.FromSeconds(20) };
            using var request = new HttpRequestMessage(HttpMethod.Post, Routes.WhatsAppWebhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add(MetaSignature.Header, MetaSignature.Of(Encoding.UTF8.GetBytes(body), Secret));
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            await Task.Delay(Pause);
            return false;
        }
    }

    private static async Task<InboundCounts?> CountsAsync(RunningApp app)
    {
        try
        {
            return await app.Team().GetInboundCountsAsync();
        }
        catch (LeadHeatException)
        {
            return null;
        }
    }
}
