using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadHeat.Api.Privacy;

/// <summary>A person's rights: a copy of everything, and to be forgotten.</summary>
internal static class PersonEndpoints
{
    private const int MostListed = 200;

    private static readonly QueryParameters Formats =
        new([new("format", "json (when not said), or html to read.", Words.All<PersonFormat>())]);

    public static void MapRights(this IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup(Routes.Contacts + "/{id:guid}").WithTags("Privacy").RequireAuthorization(Policies.Admin);
        person.MapGet("export", ExportAsync).AuditsRead("person.exported").WithSummary("Everything that is held of a person, as a file; for admins").WithMetadata(Formats)
            .Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: "text/html");
        person.MapDelete("", DeleteAsync).WithSummary("Deletes a person; they can be restored for a while; for admins");
        person.MapPost("restore", RestoreAsync).WithSummary("Brings a deleted person back; for admins");
        person.MapPost("erase", EraseAsync).WithSummary("Erases a person at once and for ever, with a receipt; for admins");
        routes.MapGet(Routes.Erasures, ListAsync).WithTags("Privacy").RequireAuthorization(Policies.Admin)
            .WithSummary("Deleted people who can be restored, and receipts of what was erased; for admins");
        routes.MapGet(Routes.Retention, RetentionAsync).WithTags("Privacy").RequireAuthorization(Policies.Admin)
            .WithSummary("How long what is kept, and what would go now; for admins");
    }

    public static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such person.", statusCode: StatusCodes.Status404NotFound, title: "The person is unknown");

    private static async Task<Results<FileContentHttpResult, ValidationProblem, ProblemHttpResult>> ExportAsync(
        Guid id, HttpContext context, PersonExport export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(context.Request.Query, Formats);
        var format = reader.Word("format", PersonFormat.Json);
        if (reader.Errors.Count > 0)
            return TypedResults.ValidationProblem(reader.Errors);
        if (await export.ReadAsync(id, cancellationToken) is not { } person)
            return Unknown();
        var name = $"person {clock.GetUtcNow():yyyy-MM-dd}.{Words.Of(format)}";
        return format == PersonFormat.Html
            ? TypedResults.File(PersonPage.Write(person), "text/html; charset=utf-8", name)
            : TypedResults.File(PersonExport.Write(person), "application/json", name);
    }

    private static async Task<Results<Ok<DeletedPerson>, ProblemHttpResult>> DeleteAsync(
        Guid id, ClaimsPrincipal caller, Deletions deletions, CancellationToken cancellationToken) =>
        await deletions.DeleteAsync(id, Actor.Of(caller), cancellationToken) is { } deleted ? TypedResults.Ok(deleted) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid id, Deletions deletions, CancellationToken cancellationToken) =>
        await deletions.RestoreAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("No such person is deleted, or they are erased already.", statusCode: StatusCodes.Status404NotFound, title: "Nobody to restore");

    private static async Task<Results<Ok<ErasureReceipt>, ProblemHttpResult>> EraseAsync(
        Guid id, HttpContext context, Deletions deletions, Erasure erasure, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(context.User);
        if (await deletions.DeleteAsync(id, actor, cancellationToken) is not null)
            context.HasChanged();
        return await erasure.EraseDeletedAsync(id, ErasureReason.Asked, actor, cancellationToken) is { } receipt ? TypedResults.Ok(receipt) : Unknown();
    }

    private static async Task<Ok<Erasures>> ListAsync(Deletions deletions, Erasure erasure, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Erasures(await deletions.WaitingAsync(MostListed, cancellationToken), await erasure.ReceiptsAsync(MostListed, cancellationToken)));

    private static async Task<Ok<Retention>> RetentionAsync(RetentionClock retention, CancellationToken cancellationToken) =>
        TypedResults.Ok(await retention.LookAsync(cancellationToken));
}
