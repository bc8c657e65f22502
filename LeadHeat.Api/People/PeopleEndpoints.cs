using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.People;

/// <summary>Who is who: people, and who may be or was made one person.</summary>
internal static class PeopleEndpoints
{
    private static readonly MergeState[] WaitingAndDone = [MergeState.Proposed, MergeState.Done];

    private static readonly QueryParameters Parameters = new(
    [
        new("state", "Only these; proposed and done when not said.", Words.All<MergeState>()),
        new("cursor", "The 'next' of the page before."),
        new("limit", "How many, 1 to 100; 50 when not said."),
    ]);

    public static void AddPeople(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PersonKeys>();
        builder.Services.AddSingleton<Proposals>();
        builder.Services.AddSingleton<Merges>();
        builder.Services.AddSingleton<MergeUndo>();
        builder.Services.AddSingleton<MergeViews>();
        builder.Services.AddSingleton<ContactDetails>();
        builder.Services.AddHostedService<PersonFinder>();
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var merges = routes.MapGroup(Routes.Merges).WithTags("People").RequireAuthorization(Policies.Team);
        merges.MapGet("", ListAsync).WithSummary("Who may be one person, and who was made one, newest first").WithMetadata(Parameters);
        merges.MapGet("{id:guid}", ReadAsync).WithSummary("Two people side by side");
        merges.MapPost("{id:guid}/accept", AcceptAsync).WithSummary("Makes one person of the two");
        merges.MapPost("{id:guid}/reject", RejectAsync).WithSummary("They are two: it is not proposed again");
        merges.MapPost("{id:guid}/undo", UndoAsync).WithSummary("Takes it apart again, whole or only some fields");
        var contacts = routes.MapGroup(Routes.Contacts + "/{id:guid}").WithTags("People").RequireAuthorization(Policies.Team);
        contacts.MapGet("", ReadContactAsync).WithSummary("A person with keys, leads and merges");
        contacts.MapPost("merge", MergeAsync).WithSummary("Unites another person with this one");
    }

    private static async Task<Results<Ok<MergePage>, ValidationProblem>> ListAsync(HttpContext context, MergeViews views, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, Parameters);
        Cursor cursor = default;
        if (query.Cursor("cursor") is { } text && !Cursor.TryRead(text, MergeViews.Order, out cursor))
            query.Refuse("cursor", "This is no cursor of a page of merges. Begin again without one.");
        var (states, limit) = (query.Words<MergeState>("state") ?? WaitingAndDone, query.Count("limit", most: 100, otherwise: 50));
        return query.Errors.Count > 0
            ? TypedResults.ValidationProblem(query.Errors)
            : TypedResults.Ok(await views.ListAsync(states, cursor.Id == Guid.Empty ? null : cursor.Id, limit, cancellationToken));
    }

    private static async Task<Results<Ok<MergeView>, ProblemHttpResult>> ReadAsync(Guid id, MergeViews views, CancellationToken cancellationToken) =>
        await views.ReadAsync(id, cancellationToken) is { } merge ? TypedResults.Ok(merge) : UnknownMerge();

    private static async Task<Results<Ok<MergeView>, ProblemHttpResult>> AcceptAsync(
        Guid id, ClaimsPrincipal caller, Merges merges, MergeViews views, CancellationToken cancellationToken) =>
        await merges.AcceptAsync(id, Actor.Of(caller), cancellationToken) ? await ReadAsync(id, views, cancellationToken) : UnknownMerge();

    private static async Task<Results<Ok<MergeView>, ProblemHttpResult>> RejectAsync(
        Guid id, ClaimsPrincipal caller, Merges merges, MergeViews views, CancellationToken cancellationToken) =>
        await merges.RejectAsync(id, Actor.Of(caller), cancellationToken) ? await ReadAsync(id, views, cancellationToken) : UnknownMerge();

    private static async Task<Results<Ok<MergeView>, ProblemHttpResult>> UndoAsync(
        Guid id, UndoMerge? undo, ClaimsPrincipal caller, MergeUndo merges, MergeViews views, CancellationToken cancellationToken) =>
        await merges.UndoAsync(id, undo?.Fields, Actor.Of(caller), cancellationToken) ? await ReadAsync(id, views, cancellationToken) : UnknownMerge();

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> ReadContactAsync(
        Guid id, ContactDetails contacts, CancellationToken cancellationToken) =>
        await contacts.ReadAsync(id, cancellationToken) is { } contact ? TypedResults.Ok(contact) : UnknownContact();

    private static async Task<Results<Ok<MergeView>, ProblemHttpResult>> MergeAsync(
        Guid id, MergeContacts merge, ClaimsPrincipal caller, Merges merges, MergeViews views, CancellationToken cancellationToken) =>
        await merges.MergeAsync(id, merge.With, Actor.Of(caller), cancellationToken) is { } done ? await ReadAsync(done, views, cancellationToken) : UnknownContact();

    private static ProblemHttpResult UnknownMerge() =>
        TypedResults.Problem("There is no such merge, or it is not proposed any more.", statusCode: StatusCodes.Status404NotFound, title: "The merge is unknown");

    private static ProblemHttpResult UnknownContact() =>
        TypedResults.Problem("There is no such person.", statusCode: StatusCodes.Status404NotFound, title: "The person is unknown");
}
