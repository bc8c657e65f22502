using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Webhooks;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Webhooks;

/// <summary>Programs of the team's that are told what happens to leads.</summary>
internal static class WebhookFeature
{
    private static readonly QueryParameters LogParameters = new([new("cursor", "The 'next' of the page before.")]);

    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton<WebhookStore>();
        builder.Services.AddSingleton<WebhookLog>();
        builder.Services.AddSingleton<WebhookOutbox>();
        builder.Services.AddSingleton<WebhookClient>();
        WebhookClient.AddTo(builder.Services);
        builder.Services.AddHostedService<WebhookSender>();
    }

    public static void MapTeamWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup(Routes.Webhooks).WithTags("Webhooks").RequireAuthorization(Policies.Admin);
        webhooks.MapGet("", async (WebhookStore store, CancellationToken cancellationToken) => TypedResults.Ok(await store.ListAsync(cancellationToken)))
            .WithSummary("Programs that are told what happens");
        webhooks.MapPost("", AddAsync).WithSummary("Adds one; its secret is shown this once");
        webhooks.MapPatch("{id:guid}", ChangeAsync).WithSummary("Switches one on or off, or changes what it is told");
        webhooks.MapDelete("{id:guid}", DeleteAsync).WithSummary("Takes one away with its log");
        webhooks.MapPost("{id:guid}/ping", PingAsync).WithSummary("Sends a ping");
        webhooks.MapGet("{id:guid}/deliveries", LogAsync).WithSummary("What was sent to it, newest first, and what it answered").WithMetadata(LogParameters);
        webhooks.MapPost("{id:guid}/deliveries/{deliveryId:guid}/replay", ReplayAsync).WithSummary("Sends a delivery again, with the same id and bytes");
    }

    private static async Task<Created<WebhookAdded>> AddAsync(
        AddWebhook webhook, ClaimsPrincipal caller, WebhookStore store, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await store.AddAsync(webhook, Actor.Of(caller).Id, cancellationToken));

    private static async Task<Results<Ok<Webhook>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeWebhook change, WebhookStore store, CancellationToken cancellationToken) =>
        await store.ChangeAsync(id, change, cancellationToken) is { } changed ? TypedResults.Ok(changed) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, WebhookStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<Accepted, ProblemHttpResult>> PingAsync(Guid id, WebhookLog log, CancellationToken cancellationToken) =>
        await log.PingAsync(id, cancellationToken) ? TypedResults.Accepted((string?)null) : Unknown();

    private static async Task<Results<Ok<WebhookDeliveryPage>, ValidationProblem>> LogAsync(
        Guid id, HttpContext context, WebhookLog log, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, LogParameters);
        Cursor? before = null;
        if (query.Cursor("cursor") is { } text && (before = Cursor.ReadOrNull(text, WebhookLog.Order)) is null)
            query.Refuse("cursor", "This is no cursor of a log. Begin again without one.");
        return query.Errors.Count > 0 ? TypedResults.ValidationProblem(query.Errors) : TypedResults.Ok(await log.ReadAsync(id, before, cancellationToken));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReplayAsync(
        Guid id, Guid deliveryId, WebhookLog log, CancellationToken cancellationToken) =>
        await log.ReplayAsync(id, deliveryId, cancellationToken)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.Problem(
                "There is no such delivery, or it is on its way.", statusCode: StatusCodes.Status404NotFound, title: "The delivery is unknown");

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such webhook.", statusCode: StatusCodes.Status404NotFound, title: "The webhook is unknown");
}
