using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>
/// Meta's Graph API as far as it is used here: takes messages, gives leads, and refuses as Meta does. What a number or a lead meets is
/// set for it alone, so that tests do not disturb each other.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    public const string Token = "EAAB-test-token";

    private readonly WebApplication _app;

    private FakeGraph()
    {
        _app = SmallServer.Build();
        _app.MapPost("/v25.0/{account}/messages", SendAsync);
        _app.MapPost("/v25.0/{dataset}/events", HearAsync);
        _app.MapGet("/v25.0/{form}/leads", (string form, string? after, HttpRequest request) => ListAsync(form, after, request));
        _app.MapGet("/v25.0/{account}/message_templates", (string account, string? after, HttpRequest request) => ListTemplates(account, after, request));
        _app.MapGet("/files/{name}", (string name, HttpRequest request) => Refusal(request) ?? (Files.TryGetValue(name, out var file) ? Results.Bytes(file.Bytes, file.Type) : Results.NotFound()));
        _app.MapGet("/v25.0/{id}", (string id, HttpRequest request) => Give(id, request));
    }

    /// <summary>What was sent, by the receiver's number or id, in its order.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<JsonElement>> Sent { get; } = new();

    /// <summary>By the receiver, from which of our numbers.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> SentFrom { get; } = new();

    /// <summary>Receivers whose messages are taken, and forms (as in <c>form/leads?after=2</c>) whose page is asked for, and not answered until this is set.</summary>
    public ConcurrentDictionary<string, TaskCompletionSource> Held { get; } = new();

    /// <summary>What a number's next requests meet instead of success: status and Meta's code; -1 cuts the connection after taking the message.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<(int Status, int Code)>> Trouble { get; } = new();

    /// <summary>Leads by id; an id that is not there is refused.</summary>
    public ConcurrentDictionary<string, string> Leads { get; } = new();

    /// <summary>The ids of each form's leads; a form that is not there is refused.</summary>
    public ConcurrentDictionary<string, string[]> Forms { get; } = new();

    /// <summary>What stands beside the boxes of forms; a form that is not there is refused.</summary>
    public ConcurrentDictionary<string, string> LegalContents { get; } = new();

    /// <summary>Forms whose words were asked for, once for each time.</summary>
    public ConcurrentQueue<string> AskedForWords { get; } = new();

    /// <summary>An account's templates, a page an item; an account that is not there is refused.</summary>
    public ConcurrentDictionary<string, string[]> Templates { get; } = new();

    /// <summary>What people sent besides words.</summary>
    public ConcurrentDictionary<string, (byte[] Bytes, string Type)> Files { get; } = new();

    /// <summary>Where such a thing is fetched.</summary>
    public string FileUrl(string name) => $"{_app.Address()}/files/{name}";

    public string BaseUrl => _app.Address() + "/v25.0/";

    public static async Task<FakeGraph> StartAsync()
    {
        var graph = new FakeGraph();
        await graph._app.StartAsync();
        return graph;
    }

    public JsonElement[] SentTo(string number) => Sent.TryGetValue(number, out var sent) ? [.. sent] : [];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> SendAsync(string account, HttpContext http)
    {
        if (Refusal(http.Request) is { } refusal)
            return refusal;
        var body = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement.Clone();
        var number = (body.TryGetProperty("to", out var to) ? to : body.GetProperty("recipient")).GetString()!;
        if (Trouble.TryGetValue(number, out var troubles) && troubles.TryDequeue(out var trouble))
        {
            if (trouble.Code != -1)
                return Fault(trouble.Status, trouble.Code);
            Sent.GetOrAdd(number, _ => new()).Enqueue(body);
            http.Abort();
            return Results.Empty;
        }

        SentFrom.GetOrAdd(number, _ => new()).Enqueue(account);
        Sent.GetOrAdd(number, _ => new()).Enqueue(body);
        if (Held.TryGetValue(number, out var held))
            await held.Task;
        return Results.Json(new
        {
            messaging_product = "whatsapp",
            contacts = new[] { new { input = number, wa_id = number } },
            messages = new[] { new { id = $"wamid.out.{body.GetProperty("biz_opaque_callback_data").GetString()}" } },
        });
    }

    private IResult Give(string id, HttpRequest request)
    {
        if (request.Query["fields"] == "legal_content")
            AskedForWords.Enqueue(id);
        return Refusal(request) ?? (Trouble.TryGetValue(id, out var troubles) && troubles.TryDequeue(out var trouble) ? Fault(trouble.Status, trouble.Code)
            : request.Query["fields"] == "legal_content" ? LegalContents.TryGetValue(id, out var legal) ? Results.Text($$"""{"legal_content":{{legal}},"id":"{{id}}"}""", "application/json") : Fault(400, 100)
            : Leads.TryGetValue(id, out var lead) ? Results.Text(lead, "application/json")
            : Fault(400, 100));
    }

    private async Task<IResult> HearAsync(string dataset, HttpRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        if (Trouble.TryGetValue(dataset, out var troubles) && troubles.TryDequeue(out var trouble))
            return Fault(trouble.Status, trouble.Code);
        Sent.GetOrAdd(dataset, _ => new()).Enqueue((await JsonDocument.ParseAsync(request.Body)).RootElement.Clone());
        return Results.Json(new { events_received = 1 });
    }

    // Two a page, so that there are several.
    private async Task<IResult> ListAsync(string form, string? after, HttpRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        if (Held.TryGetValue($"{form}/leads?after={after}", out var held))
            await held.Task;
        if (Trouble.TryGetValue(form + "/leads", out var troubles) && troubles.TryDequeue(out var trouble))
            return Fault(trouble.Status, trouble.Code);
        if (!Forms.TryGetValue(form, out var ids))
            return Fault(400, 100);
        var from = int.Parse(after ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var end = Math.Min(ids.Length, from + 2);
        return Results.Json(new
        {
            data = ids[from..end].Select(id => new { id, created_time = "2026-11-01T08:49:14+0000" }),
            paging = new { cursors = new { before = $"{from}", after = $"{end}" }, next = end < ids.Length ? "https://graph.facebook.com/next" : null },
        });
    }

    private IResult ListTemplates(string account, string? after, HttpRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        if (!Templates.TryGetValue(account, out var pages))
            return Fault(400, 100);
        var page = int.Parse(after ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var next = page + 1 < pages.Length ? ",\"next\":\"https://graph.facebook.com/next\"" : "";
        return Results.Text($$$"""{ "data":[{{{pages[page]}}}],"paging":{"cursors":{"before":"{{{page}}}","after":"{{{page + 1}}}"}{{{next}}} } }""", "application/json");
    }

    private static IResult? Refusal(HttpRequest request) => request.Headers.Authorization == $"Bearer {Token}" ? null : Fault(401, 190);

    private static IResult Fault(int status, int code) =>
        Results.Json(new { error = new { message = $"(#{code}) as Meta says it", type = "OAuthException", code, fbtrace_id = "x" } }, statusCode: status);
}
