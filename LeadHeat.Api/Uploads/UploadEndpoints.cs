using System.Security.Claims;
using System.Text.Json;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Core.Access;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LeadHeat.Api.Uploads;

/// <summary>Files of leads: everybody of the team may import them.</summary>
internal static class UploadEndpoints
{
    private const int MostDuplicates = 1000;

    private static readonly QueryParameters DuplicateQuery = new([new("after", "Only rows after this line."), new("limit", $"How many, 1 to {MostDuplicates}; 100 when not said.")]);

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup(Routes.Uploads).WithTags("Uploads").RequireAuthorization(Policies.Team);
        uploads.MapGet("", ListAsync).WithSummary("The newest uploads");
        uploads.MapPost("", ReceiveAsync).NeedsScope(KeyScope.Intake)
            .WithSummary("Takes a CSV file of leads; where it is certain what its columns are, the import begins")
            .WithDescription("Beside the part 'file': playbook, onDuplicate (merge, skip, separate), encoding, delimiter, start (false waits for the mapping).")
            .Accepts<IFormFile>("multipart/form-data", "text/csv").DisableAntiforgery().Produces<UploadView>(StatusCodes.Status201Created)
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        uploads.MapGet("fields", Fields).WithSummary("What columns can be");
        uploads.MapGet("{id:guid}", FindAsync).WithSummary("How far an upload is, with its first errors");
        uploads.MapPut("{id:guid}/mapping", MapAsync).WithSummary("Says what the columns are, and begins the import").Accepts<MapUpload>("application/json");
        uploads.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Stops an import behind its last whole batch; what came in stays");
        uploads.MapPost("{id:guid}/resume", ResumeAsync).WithSummary("Goes on with what was cancelled or failed");
        uploads.MapGet("{id:guid}/rejects", RejectsAsync).AuditsRead("rejects.exported").WithSummary("The rejected rows as CSV, with line, column and reason").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        uploads.MapGet("{id:guid}/duplicates", DuplicatesAsync).WithSummary("Rows that were the same person as a lead").WithMetadata(DuplicateQuery);
    }

    private static async Task<Ok<UploadList>> ListAsync(UploadStore store, CancellationToken cancellationToken) => TypedResults.Ok(await store.ListAsync(cancellationToken));

    private static async Task<Results<Created<UploadView>, ProblemHttpResult>> ReceiveAsync(
        HttpRequest request, ClaimsPrincipal caller, Uploads uploads, CancellationToken cancellationToken)
    {
        var (entry, isTooBig) = await uploads.ReceiveAsync(request, Actor.Of(caller), cancellationToken);
        if (entry.State != UploadState.Rejected)
            return TypedResults.Created(Routes.Upload(entry.Id), entry.View([]));
        return TypedResults.Problem(
            entry.Reason, statusCode: isTooBig ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, title: "The file cannot be imported",
            extensions: new Dictionary<string, object?> { ["id"] = entry.Id, ["state"] = Words.Of(entry.State) });
    }

    private static Results<Ok<UploadChoices>, ValidationProblem> Fields(string? playbook, PlaybookLibrary playbooks)
    {
        var of = playbook is null ? playbooks.All.OrderByDescending(known => known.Name, StringComparer.Ordinal).First() : UploadWishes.Playbook(playbook, playbooks);
        return TypedResults.Ok(new UploadChoices(
            [.. UploadFields.Of(of).Select(field => new UploadChoice(field.Name, field.Title))],
            [.. playbooks.All.OrderBy(known => known.Title, StringComparer.Ordinal).Select(known => new UploadPlaybook(known.Name, known.Title))]));
    }

    private static async Task<Results<Ok<UploadView>, ProblemHttpResult>> FindAsync(Guid id, UploadStore store, CancellationToken cancellationToken) =>
        await store.ViewAsync(id, cancellationToken) is { } view ? TypedResults.Ok(view) : Unknown();

    private static async Task<Results<Ok<UploadView>, ProblemHttpResult>> MapAsync(Guid id, JsonElement body, Uploads uploads, CancellationToken cancellationToken) =>
        await uploads.MapAsync(id, ChosenMapping.Read(body), cancellationToken) is { } entry ? TypedResults.Ok(entry.View([])) : Unknown();

    private static async Task<Results<Ok<UploadView>, ProblemHttpResult>> CancelAsync(Guid id, Uploads uploads, UploadStore store, CancellationToken cancellationToken)
    {
        var cancelled = await uploads.CancelAsync(id, cancellationToken);
        if (await store.ViewAsync(id, cancellationToken) is not { } view)
            return Unknown();
        return cancelled || view.State == UploadState.Cancelled ? TypedResults.Ok(view) : throw new RuleViolation($"This upload is {Words.Of(view.State)}: there is nothing to cancel.");
    }

    private static async Task<Results<Ok<UploadView>, ProblemHttpResult>> ResumeAsync(Guid id, Uploads uploads, UploadStore store, CancellationToken cancellationToken)
    {
        var resumed = await uploads.ResumeAsync(id, cancellationToken);
        if (await store.ViewAsync(id, cancellationToken) is not { } view)
            return Unknown();
        return resumed || view.State == UploadState.Importing ? TypedResults.Ok(view)
            : throw new RuleViolation($"This upload is {Words.Of(view.State)}, or its file is not kept any more: send the file again.");
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> RejectsAsync(Guid id, UploadStore store, RejectsFile file, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } upload
            ? TypedResults.Stream(stream => file.WriteAsync(upload, stream, cancellationToken), "text/csv; charset=utf-8", $"rejects of {Path.GetFileNameWithoutExtension(upload.FileName)}.csv")
            : Unknown();

    private static async Task<Results<Ok<UploadDuplicates>, ValidationProblem, ProblemHttpResult>> DuplicatesAsync(
        Guid id, HttpRequest request, UploadStore store, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query, DuplicateQuery);
        var (after, limit) = (query.Count("after", int.MaxValue, otherwise: 0), query.Count("limit", MostDuplicates, otherwise: 100));
        if (query.Errors.Count > 0)
            return TypedResults.ValidationProblem(query.Errors);
        return await store.FindAsync(id, cancellationToken) is null ? Unknown() : TypedResults.Ok(await store.DuplicatesAsync(id, after, limit, cancellationToken));
    }

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such upload.", statusCode: StatusCodes.Status404NotFound, title: "The upload is unknown");
}
