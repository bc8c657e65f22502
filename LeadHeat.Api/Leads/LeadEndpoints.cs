using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Leads;

/// <summary>One lead: its detail, and what the team does with it.</summary>
internal static class LeadEndpoints
{
    private static readonly QueryParameters Query =
        new([new("transcript", "The 'next' of the transcript: shows the messages before those.")]);

    public static void MapLead(this IEndpointRouteBuilder routes)
    {
        var lead = routes.MapGroup(Routes.Leads + "/{id:guid}").WithTags("Leads").RequireAuthorization(Policies.Team);
        lead.MapGet("", ReadAsync).WithSummary("Everything about a lead, with the latest messages").WithMetadata(Query);
        lead.MapPatch("", ChangeAsync).AuditsItself().WithSummary("Changes status or owner").ProducesProblem(StatusCodes.Status404NotFound);
        lead.MapPost("qualify", QualifyAsync).WithSummary("Sets the score by hand; the difference becomes a line of the ledger");
        lead.MapPut("facts/{field}", SetFactAsync).WithSummary("Puts a fact right; the lead is scored again");
        lead.MapPost("tasks", AddTaskAsync).WithSummary("Adds a task").ProducesProblem(StatusCodes.Status404NotFound);
        lead.MapPatch("tasks/{taskId:guid}", ChangeTaskAsync).WithSummary("Changes a task, or marks it done").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<LeadDetail>, ValidationProblem, ProblemHttpResult>> ReadAsync(
        Guid id, HttpContext context, LeadDetails details, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, Query);
        Cursor? before = null;
        if (query.Cursor("transcript") is { } text && (before = Cursor.ReadOrNull(text, LeadDetails.TranscriptOrder)) is null)
            query.Refuse("transcript", "This is no cursor of a transcript. Begin again without one.");
        if (query.Errors.Count > 0)
            return TypedResults.ValidationProblem(query.Errors);
        return await details.ReadAsync(id, before?.Id, cancellationToken) is { } detail ? TypedResults.Ok(detail) : UnknownLead();
    }

    private static async Task<Results<Ok<LeadDetail>, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeLead change, ClaimsPrincipal caller, LeadChanges changes, LeadDetails details, CancellationToken cancellationToken)
    {
        var errors = await changes.CheckAsync(change, cancellationToken);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);
        await changes.ApplyAsync(id, change, Actor.Of(caller), cancellationToken);
        return await details.ReadAsync(id, null, cancellationToken) is { } detail ? TypedResults.Ok(detail) : UnknownLead();
    }

    private static async Task<Results<Ok<LeadDetail>, ProblemHttpResult>> QualifyAsync(
        Guid id, QualifyByHand judgement, ClaimsPrincipal caller, Judgements judgements, LeadDetails details, CancellationToken cancellationToken) =>
        await judgements.QualifyAsync(id, judgement, Actor.Of(caller), cancellationToken)
            && await details.ReadAsync(id, null, cancellationToken) is { } detail
            ? TypedResults.Ok(detail)
            : UnknownLead();

    private static async Task<Results<Ok<Fact>, ProblemHttpResult>> SetFactAsync(
        Guid id, string field, SetFact fact, ClaimsPrincipal caller, Judgements judgements, CancellationToken cancellationToken) =>
        await judgements.SetFactAsync(id, field, fact.Text, Actor.Of(caller), cancellationToken) is { } set ? TypedResults.Ok(set) : UnknownLead();

    private static async Task<Results<Created<TaskView>, ValidationProblem, ProblemHttpResult>> AddTaskAsync(
        Guid id, AddTask task, ClaimsPrincipal caller, LeadTasks tasks, CancellationToken cancellationToken)
    {
        if (await tasks.CheckAssigneeAsync(task.AssigneeId, cancellationToken) is { } errors)
            return TypedResults.ValidationProblem(errors);
        return await tasks.AddAsync(id, task, Actor.Of(caller), cancellationToken) is { } added
            ? TypedResults.Created((string?)null, added)
            : UnknownLead();
    }

    private static async Task<Results<Ok<TaskView>, ProblemHttpResult>> ChangeTaskAsync(
        Guid id, Guid taskId, ChangeTask change, ClaimsPrincipal caller, LeadTasks tasks, Sights sights, CancellationToken cancellationToken) =>
        // A person's other leads may be another team's.
        change.LeadId is not null && !sights.Of(caller).IsEverything
            ? UnknownLead()
            : await tasks.ChangeAsync(id, taskId, change, Actor.Of(caller), cancellationToken) is { } changed
            ? TypedResults.Ok(changed)
            : TypedResults.Problem("This lead has no such task.", statusCode: StatusCodes.Status404NotFound, title: "The task is unknown");

    public static ProblemHttpResult UnknownLead() =>
        TypedResults.Problem("There is no such lead.", statusCode: StatusCodes.Status404NotFound, title: "The lead is unknown");
}
