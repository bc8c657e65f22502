using LeadHeat.Api.Access;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.HeatModels;

/// <summary>For workers: models to train, and what became of them.</summary>
internal static class TrainingEndpoints
{
    private const long LargestModel = 256 * 1024 * 1024;

    public static void MapTrainings(this IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup(Routes.Trainings).WithTags("Work").RequireAuthorization(Policies.Service);
        work.MapPost("claim", ClaimAsync).WithSummary("Takes a model to train");
        work.MapGet("{id:guid}/history", History).WithSummary("The leads to learn from, as they are read");
        work.MapPost("{id:guid}/progress", TellAsync).WithSummary("Says how far a training is, and holds it").ProducesProblem(StatusCodes.Status409Conflict);
        work.MapPut("{id:guid}/result", FinishAsync).WithSummary("Stores what became of a training").ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestModel));
    }

    private static async Task<Results<Ok<TrainingJob>, NoContent>> ClaimAsync(ClaimTraining claim, Trainings trainings, CancellationToken cancellationToken) =>
        await trainings.ClaimAsync(claim, cancellationToken) is { } job ? TypedResults.Ok(job) : TypedResults.NoContent();

    private static Ok<IAsyncEnumerable<HistoryRow>> History(Guid id, Trainings trainings, CancellationToken cancellationToken) =>
        TypedResults.Ok(trainings.HistoryAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> TellAsync(
        Guid id, TrainingProgress progress, Trainings trainings, CancellationToken cancellationToken) =>
        await trainings.TellAsync(id, progress, cancellationToken) ? TypedResults.NoContent() : Lost();

    private static async Task<Results<NoContent, ProblemHttpResult>> FinishAsync(
        Guid id, TrainingResult result, Trainings trainings, CancellationToken cancellationToken) =>
        await trainings.FinishAsync(id, result, cancellationToken) ? TypedResults.NoContent() : Lost();

    private static ProblemHttpResult Lost() => TypedResults.Problem(
        "Another worker trains it, or it is done.", statusCode: StatusCodes.Status409Conflict, title: "The training is not yours");
}
