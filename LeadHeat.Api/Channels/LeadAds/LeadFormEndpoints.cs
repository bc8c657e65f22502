using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.LeadAds;

internal static class LeadFormEndpoints
{
    public static void MapLeadForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(Routes.LeadForms).WithTags("Lead forms").RequireAuthorization(Policies.Team);
        forms.MapGet("", ListAsync).WithSummary("Forms that leads came from, with which question fills which field");
        forms.MapGet("reconciliation", ReportAsync).WithSummary("The latest comparison with Meta: what it has, and what never came");
        forms.MapPost("reconciliation", ReconcileAsync).RequireAuthorization(Policies.Admin).WithSummary("Compares with Meta, and fetches what never came");
        forms.MapPut("{id}/mapping", MapAsync).RequireAuthorization(Policies.Admin).WithSummary("Puts a form's mapping right");
        forms.MapPost("{id}/replay", ReplayAsync).RequireAuthorization(Policies.Admin).WithSummary("Reads all leads of a form anew, with its mapping; what people have put right stays");
    }

    private static async Task<Ok<LeadForms>> ListAsync(LeadFormStore forms, CancellationToken cancellationToken) =>
        TypedResults.Ok(await forms.ListAsync(cancellationToken));

    private static async Task<Ok<ReconciliationReport>> ReportAsync(
        ReconciliationStore store, Graph graph, IOptions<MetaOptions> meta, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ReconciliationReport(
            graph.IsSetUp, meta.Value.ReconcileHours, meta.Value.ReconcileDays, await store.FindLatestAsync(cancellationToken)));

    private static async Task<Results<Ok<ReconciliationReport>, ProblemHttpResult>> ReconcileAsync(
        ClaimsPrincipal caller, ReconciliationStore store, Graph graph, IOptions<MetaOptions> meta, CancellationToken cancellationToken)
    {
        if (!graph.IsSetUp)
            return TypedResults.Problem("Set Meta__AccessToken.", statusCode: StatusCodes.Status409Conflict, title: "Meta is not connected");
        await store.AskAsync(Actor.Of(caller).Id, cancellationToken);
        return await ReportAsync(store, graph, meta, cancellationToken);
    }

    private static async Task<Results<Ok<InboundReplayed>, ProblemHttpResult>> ReplayAsync(
        string id, LeadFormStore forms, InboundArchive archive, CancellationToken cancellationToken) =>
        await forms.FindAsync(id, cancellationToken) is not null
            ? TypedResults.Ok(new InboundReplayed(await archive.ReplayFormAsync(id, cancellationToken)))
            : Unknown();

    private static async Task<Results<Ok<LeadFormView>, ProblemHttpResult>> MapAsync(
        string id, MapLeadForm change, ClaimsPrincipal caller, LeadFormStore forms, CancellationToken cancellationToken) =>
        await forms.MapAsync(id, change, Actor.Of(caller).Id, cancellationToken) is { } form
            ? TypedResults.Ok(form)
            : Unknown();

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such form.", statusCode: StatusCodes.Status404NotFound, title: "The form is unknown");
}
