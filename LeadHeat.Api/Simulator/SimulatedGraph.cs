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

/// <summary>The Graph API as far as LeadHeat uses it: takes messages and reports on them, gives the forms of people who do not exist.</summary>
internal static class SimulatedGraph
{
    public const string Path = "api/simulator/graph";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Closed to everybody but this app itself: the token is made from the app secret.
        var graph = routes.MapGroup("/" + Path).AllowAnonymous().ExcludeFromDescription();
        graph.MapPost("{account}/messages", TakeMessageAsync);
        graph.MapGet("{form}/leads", ListForms);
        graph.MapGet("{id}", GiveForm);
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
        reports.Add(new(id, number, ours));
        return Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = number, ["wa_id"] = number }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = id }),
        });
    }

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

    private static ContentHttpResult GiveForm(string id, HttpRequest request, IOptions<MetaOptions> meta, TimeProvider clock)
    {
        if (!IsOurs(request, meta.Value))
            return Refuse();
        var (formId, answers) = SimulatedPeople.Form(id);
        return Json(new JsonObject
        {
            ["id"] = id, ["form_id"] = formId, ["ad_id"] = "12312312312", ["campaign_name"] = "Monsoon homes", ["platform"] = "fb",
            ["created_time"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss+0000", CultureInfo.InvariantCulture),
            ["field_data"] = new JsonArray([.. answers.Select(answer => new JsonObject { ["name"] = answer.Question, ["values"] = new JsonArray(answer.Answer) })]),
            ["custom_disclaimer_responses"] = new JsonArray(new JsonObject { ["checkbox_key"] = "contact_me", ["is_checked"] = "1" }),
        });
    }

    private static bool IsOurs(HttpRequest request, MetaOptions meta) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + meta.AccessToken));

    private static ContentHttpResult Refuse() => TypedResults.Text(
        """{"error":{"message":"Invalid OAuth access token.","type":"OAuthException","code":190}}""", "application/json", statusCode: StatusCodes.Status401Unauthorized);

    private static ContentHttpResult Json(JsonObject answer) => TypedResults.Text(answer.ToJsonString(), "application/json");
}
