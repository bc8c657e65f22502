using LeadHeat.Api.Access;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Turns;

/// <summary>For workers: turns to answer, and what became of them.</summary>
internal static class WorkEndpoints
{
    private const int MostAtOnce = 200;

    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        // Workers speak for us, and nothing in what they send has a rule of its own. To look for rules in each part of an outcome all the
        // same takes a sixth of the Api's time for a turn.
        var work = routes.MapGroup(Routes.Work).WithTags("Work").RequireAuthorization(Policies.Service).DisableValidation();
        work.MapPost("claim", ClaimAsync).WithSummary("Takes turns to answer");
        work.MapPost("lease", RenewAsync).WithSummary("Says which turns are still being answered");
        work.MapPut("{id:guid}/outcome", StoreAsync).WithSummary("Stores what became of a turn");
        work.MapPost("{id:guid}/failed", GiveBackAsync).WithSummary("Gives a turn back that could not be finished");
    }

    public static void MapDeadTurns(this IEndpointRouteBuilder routes)
    {
        var dead = routes.MapGroup("").WithTags("Dead letters").RequireAuthorization(Policies.Team);
        dead.MapGet(Routes.DeadTurns, GetDeadAsync).WithSummary("Turns that failed too often");
        dead.MapPost("/api/turns/{id:guid}/replay", ReplayAsync).WithSummary("Queues a dead turn again");
    }

    private static async Task<Results<Ok<ClaimedTurns>, ValidationProblem>> ClaimAsync(ClaimTurns claim, Claims claims, CancellationToken cancellationToken) =>
        claim.TurnIds.Count > MostAtOnce
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["turnIds"] = [$"At most {MostAtOnce} at once."] })
            : TypedResults.Ok(await claims.ClaimAsync(claim, cancellationToken));

    private static async Task<NoContent> RenewAsync(RenewLease lease, Claims claims, CancellationToken cancellationToken)
    {
        await claims.RenewAsync(lease, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OutcomeReceived>> StoreAsync(Guid id, TurnOutcome outcome, Outcomes outcomes, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OutcomeReceived(await outcomes.StoreAsync(outcome with { TurnId = id }, cancellationToken)));

    private static async Task<NoContent> GiveBackAsync(Guid id, TurnFailed failure, FailedTurns failed, CancellationToken cancellationToken)
    {
        await failed.GiveBackAsync(id, failure, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<DeadTurn>>> GetDeadAsync(FailedTurns failed, CancellationToken cancellationToken) =>
        TypedResults.Ok(await failed.GetDeadAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(Guid id, FailedTurns failed, CancellationToken cancellationToken) =>
        await failed.ReplayAsync(id, cancellationToken) switch
        {
            true => TypedResults.NoContent(),
            false => TypedResults.Problem("Only dead turns can be replayed.", statusCode: StatusCodes.Status409Conflict, title: "The turn is not dead"),
            null => TypedResults.Problem("There is no such turn.", statusCode: StatusCodes.Status404NotFound, title: "The turn is unknown"),
        };
}
