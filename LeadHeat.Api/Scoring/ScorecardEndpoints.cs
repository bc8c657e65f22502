using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Scoring;

/// <summary>Scorecards: written as drafts, tried over all leads, published from a day on, taken back with one call.</summary>
internal static class ScorecardEndpoints
{
    private const string Version = "{name}/{version:int}";

    public static void MapScorecards(this IEndpointRouteBuilder routes)
    {
        var cards = routes.MapGroup(Routes.Scorecards).WithTags("Scorecards").RequireAuthorization(Policies.Team);
        cards.MapGet("", ListAsync).ShowsNoOthersLeads().WithSummary("All versions of all cards, and what was published when");
        cards.MapGet("shadow/{id:guid}", RunAsync).WithSummary("A shadow run, with its report once it is done");
        cards.MapGet(Version + "/shadow", LatestRunAsync).WithSummary("The latest shadow run of a version");
        cards.MapPost(Version + "/shadow", StartRunAsync).WithSummary("Runs the card over all leads without touching one");
        routes.MapGroup(Routes.Scorecards).WithTags("Scorecards").RequireAuthorization(Policies.TeamOrService)
            .MapGet(Version, ReadAsync).ShowsNoOthersLeads().WithSummary("A version of a card, with what the lint has to say");

        var admin = routes.MapGroup(Routes.Scorecards).WithTags("Scorecards").RequireAuthorization(Policies.Admin);
        admin.MapPost("", CreateAsync).WithSummary("Begins a draft from a version").ProducesProblem(StatusCodes.Status404NotFound);
        admin.MapPost("check", Check).ChangesNothing().WithSummary("Says what is wrong with a card, and stores nothing");
        admin.MapPut(Version, SaveAsync).WithSummary("Writes a draft anew");
        admin.MapDelete(Version, DeleteAsync).WithSummary("Throws a draft away");
        admin.MapPost(Version + "/publish", PublishAsync).WithSummary("Lets the card judge, from now or from a day on");
        admin.MapPost("publications/{id:guid}/withdraw", WithdrawAsync).WithSummary("Takes a publication back: the card before judges again");
    }

    private static async Task<Ok<ScorecardList>> ListAsync(Cards cards, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cards.ListAsync(cancellationToken));

    private static async Task<Results<Ok<ScorecardView>, ProblemHttpResult>> ReadAsync(string name, int version, Cards cards, CancellationToken cancellationToken) =>
        await cards.ReadAsync(name, version, cancellationToken) is { } card ? TypedResults.Ok(card) : Unknown();

    private static async Task<Results<Created<ScorecardView>, ProblemHttpResult>> CreateAsync(
        CreateScorecard wish, ClaimsPrincipal caller, Cards cards, CancellationToken cancellationToken) =>
        await cards.CreateAsync(wish, Actor.Of(caller), cancellationToken) is { } card
            ? TypedResults.Created(Routes.Scorecard(card.Summary.Name, card.Summary.Version), card)
            : Unknown();

    private static Ok<CardCheck> Check(CheckScorecard check, Cards cards) => TypedResults.Ok(cards.Check(check.Playbook, check.Card.ToJsonString()));

    private static async Task<Results<Ok<ScorecardView>, ProblemHttpResult>> SaveAsync(
        string name, int version, SaveScorecard save, Cards cards, CancellationToken cancellationToken) =>
        await cards.SaveAsync(name, version, save, cancellationToken) is { } card ? TypedResults.Ok(card) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string name, int version, Cards cards, CancellationToken cancellationToken) =>
        await cards.DeleteAsync(name, version, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<Accepted<ShadowRun>, ProblemHttpResult>> StartRunAsync(
        string name, int version, StartShadow wish, ClaimsPrincipal caller, Cards cards, ShadowRuns runs, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(name, version, cancellationToken) is not var (card, playbook))
            return Unknown();
        var run = await runs.StartAsync(card, playbook, wish, Actor.Of(caller), cancellationToken);
        return TypedResults.Accepted(Routes.ShadowRun(run.Id), run);
    }

    private static async Task<Results<Ok<ShadowRun>, ProblemHttpResult>> RunAsync(Guid id, ShadowRuns runs, CancellationToken cancellationToken) =>
        await runs.ReadAsync(id, cancellationToken) is { } run ? TypedResults.Ok(run) : UnknownRun();

    private static async Task<Results<Ok<ShadowRun>, ProblemHttpResult>> LatestRunAsync(
        string name, int version, ShadowRuns runs, CancellationToken cancellationToken) =>
        await runs.LatestAsync(name, version, cancellationToken) is { } run ? TypedResults.Ok(run) : UnknownRun();

    private static async Task<Results<Ok<ScorecardList>, ProblemHttpResult>> PublishAsync(
        string name, int version, PublishScorecard wish, ClaimsPrincipal caller, Publishing publishing, Cards cards, CancellationToken cancellationToken) =>
        await publishing.PublishAsync(name, version, wish, Actor.Of(caller), cancellationToken)
            ? TypedResults.Ok(await cards.ListAsync(cancellationToken))
            : Unknown();

    private static async Task<Results<Ok<ScorecardList>, ProblemHttpResult>> WithdrawAsync(
        Guid id, ClaimsPrincipal caller, Publishing publishing, Cards cards, CancellationToken cancellationToken) =>
        await publishing.WithdrawAsync(id, Actor.Of(caller), cancellationToken)
            ? TypedResults.Ok(await cards.ListAsync(cancellationToken))
            : TypedResults.Problem("There is no such publication.", statusCode: StatusCodes.Status404NotFound, title: "The publication is unknown");

    private static ProblemHttpResult Unknown() => TypedResults.Problem(
        "There is no such version of a scorecard.", statusCode: StatusCodes.Status404NotFound, title: "The scorecard is unknown");

    private static ProblemHttpResult UnknownRun() => TypedResults.Problem(
        "There is no such run. Start one.", statusCode: StatusCodes.Status404NotFound, title: "The shadow run is unknown");
}
