using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>What can be sent when a person has not written for 24 hours, and sending again what failed.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var templates = routes.MapGroup(Routes.WhatsAppTemplates).WithTags("WhatsApp").RequireAuthorization(Policies.Team).ShowsNoOthersLeads();
        templates.MapGet("", ListAsync).WithSummary("The templates that Meta has approved");
        templates.MapPut("", ReplaceAsync).RequireAuthorization(Policies.Admin).WithSummary("Puts the list of templates in the place of the one before");
        templates.MapPost("fetch", FetchAsync).RequireAuthorization(Policies.Admin).WithSummary("Gets the approved templates from Meta; those that were entered by hand stay");
        routes.MapGet(Routes.Leads + "/{id:guid}/media/{eventId:guid}", GetMediaAsync).WithTags("Leads").RequireAuthorization(Policies.Team)
            .WithSummary("What a lead sent on WhatsApp besides words: the line of the timeline that tells of it has its id").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        var messages = routes.MapGroup(Routes.Leads + "/{id:guid}/messages").WithTags("Leads").RequireAuthorization(Policies.Team);
        messages.MapPost("template", SendAsync).WithSummary("Sends a template on WhatsApp; the bot falls silent");
        messages.MapPost("{messageId:guid}/resend", ResendAsync).WithSummary("Sends a message again that was not delivered");
    }

    private static async Task<Ok<WhatsAppTemplates>> ListAsync(TemplateStore templates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await templates.ListAsync(cancellationToken));

    private static async Task<Ok<WhatsAppTemplates>> ReplaceAsync(WhatsAppTemplates list, TemplateStore templates, CancellationToken cancellationToken)
    {
        await templates.ReplaceAsync(list, cancellationToken);
        return TypedResults.Ok(await templates.ListAsync(cancellationToken));
    }

    private static async Task<Ok<WhatsAppTemplates>> FetchAsync(TemplateFetch fetch, CancellationToken cancellationToken) =>
        TypedResults.Ok(await fetch.FetchAsync(cancellationToken));

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> SendAsync(
        Guid id, SendTemplate message, ClaimsPrincipal caller, TemplateStore templates, Handlings handlings, CancellationToken cancellationToken) =>
        await templates.FillAsync(id, message, cancellationToken) is var (text, use)
            && await handlings.AnswerAsync(
                id, new SendMessage(text, message.ClientMessageId, message.OwnerVersion), use, Actor.Of(caller), cancellationToken) is { } stored
            ? TypedResults.Ok(stored)
            : LeadEndpoints.UnknownLead();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetMediaAsync(
        Guid id, Guid eventId, MediaFetch media, HttpContext context, CancellationToken cancellationToken)
    {
        if (await media.OpenAsync(id, eventId, cancellationToken) is not { } found)
            return TypedResults.Problem("This lead sent nothing of the kind.", statusCode: StatusCodes.Status404NotFound, title: "There is nothing to open");
        context.Response.RegisterForDispose(found);
        return TypedResults.Stream(found.Body, found.ContentType, found.FileName ?? "from-whatsapp");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResendAsync(
        Guid id, Guid messageId, Resends resends, CancellationToken cancellationToken) =>
        await resends.SendAgainAsync(id, messageId, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(
                "This lead has no such message, or it went to no platform.", statusCode: StatusCodes.Status404NotFound, title: "The message is unknown");
}
