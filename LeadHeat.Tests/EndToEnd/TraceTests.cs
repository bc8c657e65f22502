using System.Text.Json;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Web;

namespace LeadHeat.Tests.EndToEnd;

/// <summary>A visitor's message as the dashboard shows it.</summary>
[Collection("own app")]
public sealed class TraceTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Message = "POST /api/agent/turn < POST < LeadHeat.Web.Chat.ChatHub/Send";
    private const string Agent = "invoke_agent real-estate < enqueue turn < ingest message < " + Message;

    // Each with all that it is a part of.
    private static readonly string[] Expected =
    [
        "postgresql < ingest message < " + Message,
        "POST /api/internal/turns/claim < POST < claim turns < enqueue turn < ingest message < " + Message,
        "chat built-in < " + Agent,
        "execute_tool normalize_budget < " + Agent,
        "execute_tool geo_match < " + Agent,
        "GET /api/inventory/search < GET < execute_tool inventory_search < " + Agent,
        "execute_tool lead_score < " + Agent,
        "postgresql < PUT /api/internal/turns/{id:guid}/outcome < PUT < " + Agent,
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task A_message_is_one_trace_from_the_chat_page_through_queue_and_tools_to_the_stored_reply()
    {
        Assert.True(DashboardRunner.FindCli() is not null, "The Aspire dashboard's command line is missing: ./setup.sh puts it into artifacts/aspire.");
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo") { Dashboard = true });
        await using var chat = await Chat.OpenAsync(chromium, app);
        await chat.AskAsync("Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months. buyer@example.com");

        using var dashboard = new HttpClient { BaseAddress = new Uri(app.DashboardUrl) };
        Dictionary<string, Span> spans = [];
        string[] missing = [];
        await Eventually.TrueAsync(
            async () =>
            {
                spans = await SpansAsync(dashboard);
                missing = [.. Expected.Except(spans.Values.Select(span => PathOf(span, spans)))];
                return missing.Length == 0;
            },
            Limit,
            () => string.Join('\n', missing));

        Assert.Single(spans.Values.Where(span => Expected.Contains(PathOf(span, spans))).Select(span => span.Trace).Distinct());
        var told = spans.Values.Where(span => span.Attributes.ContainsKey("gen_ai.operation.name")).ToList();
        Assert.All(told, span => Assert.StartsWith(span.Attributes["gen_ai.operation.name"] + " ", span.Name, StringComparison.Ordinal));
        Assert.Contains(told, span => span.Attributes.GetValueOrDefault("gen_ai.agent.name") == "real-estate");
        Assert.Contains(told, span => span.Attributes.GetValueOrDefault("gen_ai.tool.name") == "lead_score");
        Assert.Contains(told, span => span.Attributes.GetValueOrDefault("gen_ai.provider.name") == "leadheat");
        // What the processes do by themselves all day would bury the visitors' traces.
        Assert.DoesNotContain(spans.Values, span => span is { Parent: null, Name: "postgresql" });
    }

    // None before the dashboard is up, which nothing waits for.
    private static async Task<Dictionary<string, Span>> SpansAsync(HttpClient dashboard)
    {
        try
        {
            return Read(await dashboard.GetStringAsync(new Uri("/api/telemetry/spans?limit=5000", UriKind.Relative)));
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static string PathOf(Span span, Dictionary<string, Span> all) =>
        span.Parent is { } parent && all.TryGetValue(parent, out var caller) ? $"{span.Name} < {PathOf(caller, all)}" : span.Name;

    // {"data":{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"…","spanId":"…","parentSpanId":"…","name":"…","attributes":[{"key":"…","value":{"stringValue":"…"}}]}]}]}]}}
    private static Dictionary<string, Span> Read(string json)
    {
        using var told = JsonDocument.Parse(json);
        return told.RootElement.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("scopeSpans").EnumerateArray())
            .SelectMany(scope => scope.GetProperty("spans").EnumerateArray())
            .ToDictionary(span => span.GetProperty("spanId").GetString()!, span => new Span(
                span.GetProperty("traceId").GetString()!,
                span.TryGetProperty("parentSpanId", out var parent) && parent.GetString() is { Length: > 0 } id ? id : null,
                span.GetProperty("name").GetString()!,
                span.TryGetProperty("attributes", out var attributes)
                    ? attributes.EnumerateArray().ToDictionary(
                        attribute => attribute.GetProperty("key").GetString()!,
                        attribute => attribute.GetProperty("value").EnumerateObject().First().Value.ToString())
                    : []));
    }

    private sealed record Span(string Trace, string? Parent, string Name, Dictionary<string, string> Attributes);
}
