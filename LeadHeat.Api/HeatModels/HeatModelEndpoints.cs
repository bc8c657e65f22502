using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Wire;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.HeatModels;

/// <summary>Models of which leads are won: trained, looked at, put to work.</summary>
internal static class HeatModelEndpoints
{
    private static readonly QueryParameters Paging =
        new([new("cursor", "The 'next' of the page before."), new("limit", "How many leads, 1 to 100; 20 when left out.")]);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var models = routes.MapGroup(Routes.HeatModels).WithTags("Heat models").RequireAuthorization(Policies.Team);
        models.MapGet("", ListAsync).WithSummary("All models, the newest first, and how many leads there are to learn from");
        models.MapPost("train", TrainAsync).WithSummary("Trains a model on all leads that were won or lost");
        models.MapGet("disagreements", DisagreementsAsync).WithSummary("Open leads of which card and model think most differently").WithMetadata(Paging);
        models.MapGet("{id:guid}", FindAsync).WithSummary("A model, and how far its training is");
        models.MapGet("{id:guid}/report", ReportAsync).WithSummary("How good a model is, and what it looks at");
        models.MapPost("{id:guid}/activate", ActivateAsync).WithSummary("Scores leads by this model from now on; also the way back to an older one");
    }

    private static async Task<Ok<HeatModelList>> ListAsync(HeatModelStore models, CancellationToken cancellationToken) =>
        TypedResults.Ok(await models.ListAsync(cancellationToken));

    private static async Task<Accepted<HeatModelView>> TrainAsync(ClaimsPrincipal caller, HeatModelStore models, CancellationToken cancellationToken)
    {
        var model = await models.TrainAsync(Actor.Of(caller).Name, cancellationToken);
        return TypedResults.Accepted(Routes.HeatModel(model.Id), model);
    }

    private static async Task<Results<Ok<HeatModelView>, ProblemHttpResult>> FindAsync(Guid id, HeatModelStore models, CancellationToken cancellationToken) =>
        await models.FindAsync(id, cancellationToken) is { } model ? TypedResults.Ok(model) : Unknown();

    private static async Task<Results<Ok<HeatModelReport>, ProblemHttpResult>> ReportAsync(
        Guid id, HeatModelStore models, CancellationToken cancellationToken) =>
        await models.ReportAsync(id, cancellationToken) is { } report ? TypedResults.Ok(report) : Unknown();

    private static async Task<Results<Ok<HeatModelView>, ProblemHttpResult>> ActivateAsync(
        Guid id, HeatModelStore models, CancellationToken cancellationToken) =>
        await models.ActivateAsync(id, cancellationToken) is { } model ? TypedResults.Ok(model) : Unknown();

    private static async Task<Results<Ok<Disagreements>, ValidationProblem>> DisagreementsAsync(
        HttpContext context, DisagreementLists lists, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, Paging);
        var limit = query.Count("limit", 100, 20);
        Cursor? after = null;
        if (query.Cursor("cursor") is { } text && (after = Cursor.ReadOrNull(text, lists.Order)) is null)
            query.Refuse("cursor", "This is no cursor of this list, or another model scores now. Begin again without one.");
        return query.Errors.Count > 0
            ? TypedResults.ValidationProblem(query.Errors)
            : TypedResults.Ok(await lists.ReadAsync(after, limit, cancellationToken));
    }

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such model.", statusCode: StatusCodes.Status404NotFound, title: "The model is unknown");
}
