using LeadHeat.Api.Access;
using LeadHeat.Core.Records;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Records;

/// <summary>Opens a turn: what it did and why, and what it would do now.</summary>
internal static class RecordEndpoints
{
    private static readonly string[] Agents = ["built-in", "hosted"];

    public static void AddRecords(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TurnReports>();
        builder.Services.AddSingleton<PlaybookVersions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PlaybookVersions>());
        builder.Services.AddSingleton<Reruns>();
    }

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        var turn = routes.MapGroup("/api/turns/{id:guid}").WithTags("Turns").RequireAuthorization(Policies.Team);
        turn.MapGet("record", GetAsync).WithSummary("What a turn understood, did and decided");
        turn.MapPost("rerun", RunAsync).WithSummary("Runs a turn again and says what differs; nothing of it reaches the lead");
    }

    private static async Task<Results<Ok<TurnReport>, ProblemHttpResult>> GetAsync(Guid id, TurnReports reports, CancellationToken cancellationToken) =>
        await reports.ReadAsync(id, cancellationToken) is { } report ? TypedResults.Ok(report) : Unknown();

    private static async Task<Results<Ok<TurnRerun>, ValidationProblem, ProblemHttpResult>> RunAsync(
        Guid id, RerunTurn wish, TurnReports reports, Reruns reruns, CancellationToken cancellationToken)
    {
        if (wish.Agent is { } agent && !Agents.Contains(agent))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["agent"] = [$"'{agent}' is no agent. There are: {string.Join(", ", Agents)}."] });
        if (await reports.ReadAsync(id, cancellationToken) is null)
            return Unknown();
        return await reruns.RunAsync(id, wish, cancellationToken) is { } done
            ? TypedResults.Ok(done)
            : TypedResults.Problem(
                "No worker has run the turn in time. Try it again.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "The turn was not run again");
    }

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such turn.", statusCode: StatusCodes.Status404NotFound, title: "The turn is unknown");
}
