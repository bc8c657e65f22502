using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Api.Channels;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Simulator;

/// <summary>The Graph API as far as LeadHeat uses it: takes messages and reports on them, gives templates and the forms and files of people who do not exist, takes what is told of their stages.</summary>
internal static class SimulatedGraph
{
    public const string Path = "api/simulator/graph";

    private static readonly (string Name, string Category, string Body)[] Templates =
    [
        ("still_looking", "MARKETING", "Hello {{1}}, are you still looking for a home in {{2}}? I have two new ones to show you."),
        ("visit_reminder", "UTILITY", "Hello {{1}}, a short reminder of our visit on {{2}}. Shall we keep it?"),
        ("answer_is_here", "UTILITY", "Hello {{1}}, I have the answer to what you asked us. Shall I send it?"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Closed to everybody but this app itself: the token is made from the app secret.
        var graph = routes.MapGroup("/" + Path).AllowAnonymous().ExcludeFromDescription();
        graph.MapPost("{account}/messages", TakeMessageAsync);
        graph.MapGet("{form}/leads", ListForms);
        graph.MapGet("{account}/message_templates", GiveTemplates);
        graph.MapPost("{dataset}/events", TakeEventsAsync);
        graph.MapGet("{id}", GiveFormOrFile);
        graph.MapGet("files/{id}", GiveFile);
    }

    private static async Task<ContentHttpResult> TakeMessageAsync(
        HttpRequest request, SimulatedReports reports, IOptions<MetaOptions> meta, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!IsOurs(request, meta.Value))
            return Refuse();
        using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        var to = body.RootElement.TryGetProperty("to", out var known) ? known : body.RootElement.GetProperty("recipient");
        var (number, ours) = (to.GetString()!, body.RootElement.GetProperty("biz_opaque_callback_data").GetString()!);
        var id = $"wamid.simulated.{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        reports.Add(new(id, number, ours, FlowTokenOf(body.RootElement)));
        return Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = number, ["wa_id"] = number }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = id }),
        });
    }

    private static string? FlowTokenOf(JsonElement message) =>
        message.TryGetProperty("interactive", out var interactive) && interactive.GetProperty("type").GetString() == "flow"
            ? interactive.GetProperty("action").GetProperty("parameters").GetProperty("flow_token").GetString()
            : null;

    // All that the latest run has filled in, also what never arrived; a page holds as many as are asked for.
    private static ContentHttpResult ListForms(string form, string? after, int limit, HttpRequest request, SimulatorRunner runner, IOptions<MetaOptions> meta)
    {
        if (!IsOurs(request, meta.Value))
            return Refuse();
        var run = runner.Status.Run ?? new SimulatorRun();
        var ids = Enumerable.Range(0, SimulatedTraffic.FormsOf(run)).Select(number => SimulatedPeople.FormLead(run.Seed, number))
            .Where(id => SimulatedPeople.Form(id).FormId == form).ToArray();
        var from = int.TryParse(after, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var page = ids.Skip(from).Take(limit).ToArray();
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["after"] = (from + page.Length).ToString(CultureInfo.InvariantCulture) } };
        if (from + page.Length < ids.Length)
            paging["next"] = request.Path.ToString();
        return Json(new JsonObject { ["data"] = new JsonArray([.. page.Select(id => new JsonObject { ["id"] = id })]), ["paging"] = paging });
    }

    private static ContentHttpResult GiveFormOrFile(
        string id, HttpRequest request, SimulatorRunner runner, SimulatedOddities oddities, IOptions<MetaOptions> meta, TimeProvider clock)
    {
        if (!IsOurs(request, meta.Value))
            return Refuse();
        if (id.StartsWith(SimulatedFiles.Picture, StringComparison.Ordinal) || id.StartsWith(SimulatedFiles.Plan, StringComparison.Ordinal))
            return Json(new JsonObject { ["id"] = id, ["messaging_product"] = "whatsapp", ["url"] = new Uri(meta.Value.GraphBaseUrl, $"files/{id}").ToString() });
        if (request.Query["fields"] == LeadAdsDisclaimer.Fields)
            return Json(LegalContentOf(id));
        if (runner.Status.Run is { } run && oddities.Refuses(run, id))
            return Fault(StatusCodes.Status400BadRequest, "Unsupported get request. Object does not exist or cannot be loaded due to missing permissions.", 100);
        var (formId, answers) = SimulatedPeople.Form(id);
        return Json(new JsonObject
        {
            ["id"] = id, ["form_id"] = formId, ["ad_id"] = "12312312312", ["campaign_name"] = "Monsoon homes", ["platform"] = "fb",
            ["created_time"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss+0000", CultureInfo.InvariantCulture),
            ["field_data"] = new JsonArray([.. answers.Select(answer => new JsonObject { ["name"] = answer.Question, ["values"] = new JsonArray(answer.Answer) })]),
            ["custom_disclaimer_responses"] = new JsonArray(new JsonObject { ["checkbox_key"] = "contact_me", ["is_checked"] = "1" }),
        });
    }

    private static JsonObject LegalContentOf(string form) => new()
    {
        ["id"] = form,
        ["legal_content"] = new JsonObject
        {
            ["custom_disclaimer"] = new JsonObject
            {
                ["title"] = "How we reach you",
                ["checkboxes"] = new JsonArray(new JsonObject { ["key"] = "contact_me", ["text"] = "You may call me and write to me about homes that fit.", ["is_required"] = false }),
            },
        },
    };

    private static bool IsOurs(HttpRequest request, MetaOptions meta) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + meta.AccessToken));

    private static Results<FileStreamHttpResult, NotFound, ContentHttpResult> GiveFile(string id, HttpRequest request, IOptions<MetaOptions> meta) =>
        !IsOurs(request, meta.Value) ? Refuse()
        : SimulatedFiles.Open(id) is var (type, content) ? TypedResults.Stream(content, type)
        : TypedResults.NotFound();

    private static ContentHttpResult GiveTemplates(HttpRequest request, IOptions<MetaOptions> meta) => !IsOurs(request, meta.Value) ? Refuse() : Json(new JsonObject
    {
        ["data"] = new JsonArray([.. Templates.Select(template => new JsonObject
        {
            ["name"] = template.Name, ["language"] = "en", ["status"] = "APPROVED", ["category"] = template.Category,
            ["components"] = new JsonArray(new JsonObject { ["type"] = "BODY", ["text"] = template.Body }),
        })]),
    });

    private static async Task<ContentHttpResult> TakeEventsAsync(HttpRequest request, IOptions<MetaOptions> meta, CancellationToken cancellationToken)
    {
        if (!IsOurs(request, meta.Value))
            return Refuse();
        using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        return body.RootElement.TryGetProperty("data", out var events) && events is { ValueKind: JsonValueKind.Array } && events.GetArrayLength() > 0
            ? Json(new JsonObject { ["events_received"] = events.GetArrayLength(), ["messages"] = new JsonArray() })
            : Fault(StatusCodes.Status400BadRequest, "Invalid parameter", 100);
    }

    private static ContentHttpResult Refuse() => Fault(StatusCodes.Status401Unauthorized, "Invalid OAuth access token.", 190);

    private static ContentHttpResult Fault(int status, string message, int code) => TypedResults.Text(
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = status == StatusCodes.Status401Unauthorized ? "OAuthException" : "GraphMethodException", ["code"] = code } }.ToJsonString(),
        "application/json", statusCode: status);

    private static ContentHttpResult Json(JsonObject answer) => TypedResults.Text(answer.ToJsonString(), "application/json");
}
