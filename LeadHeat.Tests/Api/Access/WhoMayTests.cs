using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Access;

/// <summary>Every address of the Api, as its own description lists them, against everybody who may come.</summary>
[Collection("app")]
public sealed class WhoMayTests(AppFixture fixture)
{
    private static readonly string[] Open =
    [
        "post /api/auth/sign-in", "post /api/auth/sign-in/code", "post /api/auth/refresh", "post /api/auth/invitation", "post /api/auth/invitation/accept",
        "post /api/agent/session", "post /api/agent/turn", "get /api/agent/session/{id}/messages", "post /api/agent/session/{id}/consent", "post /api/forms/{form}",
    ];

    // They take nothing but a form: anything else is refused before anybody asks who sends it.
    private const string Upload = "post /api/knowledge";
    private const string Leads = "post /api/uploads";

    private static readonly string[] Admins =
    [
        "get /api/playground/playbooks", "post /api/playground/conversation", "post /api/playground/understand", "post /api/inventory/import",
        "post /api/scorecards", "post /api/scorecards/check", "put /api/scorecards/{name}/{version}", "delete /api/scorecards/{name}/{version}",
        "post /api/scorecards/{name}/{version}/publish", "post /api/scorecards/publications/{id}/withdraw",
        Upload, "delete /api/knowledge/{id}", "post /api/knowledge/{id}/restore", "post /api/knowledge/collections/{name}/reindex",
        "get /api/inbound/{id}", "get /api/inbound/refused", "get /api/inbound/refused/{id}", "post /api/inbound/refused/{id}/replay", "post /api/inbound/refused/replay", "put /api/lead-forms/{id}/mapping", "post /api/lead-forms/{id}/replay", "put /api/web-forms/{name}",
        "post /api/lead-forms/reconciliation", "put /api/conversions", "post /api/conversions/replay",
        "get /api/webhooks", "post /api/webhooks", "patch /api/webhooks/{id}", "delete /api/webhooks/{id}", "post /api/webhooks/{id}/ping",
        "get /api/webhooks/{id}/deliveries", "post /api/webhooks/{id}/deliveries/{deliveryId}/replay", "put /api/whatsapp/templates", "post /api/whatsapp/templates/fetch", "get /api/whatsapp/flows",
        "get /api/simulator", "get /api/simulator/ledger", "post /api/simulator", "delete /api/simulator",
        "get /api/leads/export", "post /api/leads/export", "post /api/overview/rebuild", "put /api/leads/{id}/team",
        "get /api/contacts/{id}/export", "delete /api/contacts/{id}", "post /api/contacts/{id}/restore", "post /api/contacts/{id}/erase",
        "get /api/erasures", "get /api/retention",
    ];

    /// <summary>For admins, and not for any program's key.</summary>
    private static readonly string[] People =
    [
        "post /api/team", "post /api/team/invitations", "patch /api/team/{id}", "post /api/team/{id}/invitation", "delete /api/team/{id}/sign-ins",
        "delete /api/team/{id}/second-factor", "get /api/keys", "post /api/keys", "delete /api/keys/{id}",
        "get /api/audit", "post /api/teams", "put /api/teams/{id}", "delete /api/teams/{id}",
    ];

    /// <summary>For members themselves: no machine has an account.</summary>
    private static readonly string[] Persons =
    [
        "post /api/auth/sign-out", "put /api/me/password", "get /api/me/sign-ins", "delete /api/me/sign-ins", "delete /api/me/sign-ins/{id}", "post /api/me/second-factor", "put /api/me/second-factor",
        "post /api/me/second-factor/remove",
    ];

    // They end the token that they are called with.
    private static readonly string[] Last = ["post /api/auth/sign-out", "delete /api/me/sign-ins"];

    /// <summary>What a key needs where the method does not say it.</summary>
    private static readonly Dictionary<string, string> Scopes = new()
    {
        ["post /api/leads/search"] = "read", ["post /api/inbound/search"] = "read", ["post /api/knowledge/search"] = "read", ["post /api/leads/{id}/memories"] = "read",
        ["post /api/inventory/search"] = "read", ["post /api/score"] = "read", ["post /api/score/batch"] = "read", [Leads] = "intake",
    };

    private static readonly string[] TeamOrService =
    [
        "get /api/events", "get /api/inventory/search", "post /api/inventory/search", "get /api/inventory/{id}", "get /api/knowledge", "get /api/knowledge/search",
        "post /api/knowledge/search", "get /api/knowledge/{id}", "get /api/leads/{id}/memories", "post /api/leads/{id}/memories", "get /api/scorecards/{name}/{version}",
    ];

    [Fact]
    public async Task Everything_is_closed_to_everybody_it_is_not_for()
    {
        var (agent, _, _) = await Caller.MemberAsync(fixture.App, "agent");
        var (member, _, _) = await Caller.MemberAsync(fixture.App, "admin");
        using var nobody = Caller.Nobody(fixture.App);
        using var key = Caller.Admin(fixture.App);
        using var service = Caller.Service(fixture.App);
        List<string> wrong = [];
        var programs = await ProgramsAsync(key);
        foreach (var operation in await OperationsAsync(key))
        {
            if (Last.Contains(operation))
            {
                await CheckAsync(operation, "nobody", nobody, null, wrong);
                await CheckAsync(operation, "admin key", key, "machine", wrong);
                continue;
            }

            await CheckAsync(operation, "nobody", nobody, null, wrong);
            await CheckAsync(operation, "agent", agent, "agent", wrong);
            await CheckAsync(operation, "admin", member, "admin", wrong);
            await CheckAsync(operation, "admin key", key, Persons.Contains(operation) ? "machine" : "admin", wrong);
            await CheckAsync(operation, "service key", service, "service", wrong);
            foreach (var (scope, program) in programs)
                await CheckAsync(operation, scope, program, scope, wrong);
        }

        foreach (var operation in Last)
            foreach (var role in (string[])["agent", "admin"])
            {
                using var leaving = (await Caller.MemberAsync(fixture.App, role)).Caller;
                await CheckAsync(operation, role, leaving, role, wrong);
            }

        agent.Dispose();
        member.Dispose();
        foreach (var program in programs.Values)
            program.Dispose();
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_closed_too()
    {
        using var nobody = Caller.Nobody(fixture.App);

        (await nobody.GetAsync("/api/no-such-thing")).Refusal(401);
        (await nobody.GetAsync("/openapi/v1.json")).Refusal(401);
    }

    private static async Task<List<string>> OperationsAsync(Caller key)
    {
        var document = (await key.GetAsync("/openapi/v1.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject()
            // Meta's deliveries are let in by their signature, whoever sends them: WebhookTests.
            .Where(path => path.Name is not (Routes.WhatsAppWebhook or Routes.LeadAdsWebhook or Routes.FlowsWebhook))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"))
            .ToList();
        Assert.All(Open.Concat(Admins).Concat(TeamOrService).Concat(People).Concat(Persons).Concat(Scopes.Keys), known => Assert.Contains(known, operations));
        return operations;
    }

    private static async Task CheckAsync(string operation, string name, Caller caller, string? role, List<string> wrong)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1].Replace("{id}", Guid.Empty.ToString()).Replace("{taskId}", Guid.Empty.ToString()).Replace("{deliveryId}", Guid.Empty.ToString()).Replace("{messageId}", Guid.Empty.ToString()).Replace("{name}", "none").Replace("{form}", "none").Replace("{version}", "1"));
        var answer = await caller.SendAsync(HttpMethod.Parse(method.ToUpperInvariant()), path, method == "get" ? null : "{}",
            operation is Upload or Leads ? "multipart/form-data" : "application/json");
        var expected = IsFor(operation, role) ? "in" : role is null ? "401" : "403";
        var got = answer.Status is 401 or 403 && !(Open.Contains(operation) && answer.Status == 401) ? answer.Status.ToString() : "in";
        if (got != expected || (got != "in" && answer.Problem is null))
            wrong.Add($"{operation} for {name}: {answer.Status}, expected {expected}");
    }

    private async Task<Dictionary<string, Caller>> ProgramsAsync(Caller admin)
    {
        Dictionary<string, Caller> programs = [];
        foreach (var scope in Enum.GetValues<KeyScope>())
            programs["key to " + Words.Of(scope)] = Caller.Key(fixture.App, (await admin.Client.AddApiKeyAsync(new AddApiKey("Test", [scope]))).Key);
        return programs;
    }

    private static bool IsFor(string operation, string? role) => Open.Contains(operation) || role switch
    {
        null => false,
        "machine" => !Persons.Contains(operation) && IsFor(operation, "admin"),
        "service" => TeamOrService.Contains(operation) || IsInternal(operation),
        "agent" => !IsInternal(operation) && !Admins.Contains(operation) && !People.Contains(operation),
        "admin" => !IsInternal(operation),
        _ => !IsInternal(operation) && !People.Contains(operation) && !Persons.Contains(operation)
            && (role == "key to admin" || (!Admins.Contains(operation) && role == "key to " + ScopeOf(operation))),
    };

    private static bool IsInternal(string operation) => operation.Contains("/api/internal/", StringComparison.Ordinal);

    private static string ScopeOf(string operation) =>
        Scopes.GetValueOrDefault(operation) ?? (operation.StartsWith("get ", StringComparison.Ordinal) ? "read" : "write");
}
