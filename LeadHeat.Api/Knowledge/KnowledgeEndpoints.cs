using System.Text.RegularExpressions;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Knowledge.Embedding;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LeadHeat.Api.Knowledge;

internal static partial class KnowledgeEndpoints
{
    private const int LongestQuestion = 1_000;
    private const int Most = 100;

    // A file that is a little too big is read and refused with a reason; beyond this the connection ends.
    private const int MostBody = 4 * DocumentText.MostBytes;

    private static readonly QueryParameters SearchQuery = new(
    [
        new("q", $"The question, in any words; at most {LongestQuestion} characters."),
        new("k", $"How many passages, 1 to {Most}; 5 when not said."),
        new("collection", "Only documents of this collection, such as a playbook's name."),
        new("category", "Only documents of this category."),
        new("mode", "By words and meaning, by words alone, or by meaning alone.", Words.All<SearchMode>()),
        new("fallback", "Where a collection's vectors are of another embedder than the configured one: refuse with 409, or search by words and the local embedder.", Words.All<SearchFallback>()),
    ]);

    private static readonly QueryParameters MemoryQuery = new(
        [new("q", $"What to look for; at most {LongestQuestion} characters."), new("k", $"How many messages, 1 to {Most}; 5 when not said.")]);

    /// <summary>After whatever writes documents at the start: the index reads them then.</summary>
    public static void AddKnowledge(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => RelatedWords.Read(services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(RelatedWords))));
        builder.Services.AddSingleton(_ => new WordVectors(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "words.bin"))));
        builder.AddHostedEmbedder();
        builder.Services.AddSingleton<EmbedderMatch>();
        builder.Services.AddSingleton<PdfText>();
        builder.Services.AddSingleton<DocumentText>();
        builder.Services.AddSingleton<Documents>();
        builder.Services.AddSingleton<Collections>();
        builder.Services.AddSingleton<Memories>();
        builder.Services.AddSingleton<KnownDocuments>();
        builder.Services.AddSingleton<KnowledgeIndex>();
        builder.Services.AddHostedService<ShippedDocuments>();
        builder.Services.AddHostedService(services => services.GetRequiredService<KnowledgeIndex>());
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Routes.Knowledge).WithTags("Knowledge").RequireAuthorization(Policies.TeamOrService).ShowsNoOthersLeads();
        read.MapGet("", ListAsync).WithSummary("The documents that answers rest on");
        read.MapGet("search", SearchAsync).WithSummary("Passages that answer a question, best first").WithMetadata(SearchQuery);
        read.MapPost("search", SearchAsync).NeedsScope(KeyScope.Read).ChangesNothing().WithSummary("The same by a body: what somebody asks stands in no address").WithMetadata(SearchQuery);
        read.MapGet("{id:guid}", FindAsync).WithSummary("A document with its text");
        var memories = routes.MapGroup(Routes.Leads + "/{id:guid}/memories").WithTags("Knowledge").RequireAuthorization(Policies.TeamOrService).WithMetadata(MemoryQuery);
        memories.MapGet("", RecallAsync).WithSummary("What a lead said that fits a question, in any of the lead's conversations");
        memories.MapPost("", RecallAsync).NeedsScope(KeyScope.Read).ChangesNothing().WithSummary("The same by a body: what somebody asks stands in no address");
        var write = routes.MapGroup(Routes.Knowledge).WithTags("Knowledge").RequireAuthorization(Policies.Admin);
        write.MapPost("", AddAsync).WithSummary("Imports a Markdown, text or PDF file; one of the same name in the collection is replaced; for admins")
            .Accepts<IFormFile>("multipart/form-data").DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MostBody));
        write.MapDelete("{id:guid}", RemoveAsync).WithSummary("Removes a document; for admins");
        write.MapPost("collections/{name}/reindex", ReindexAsync)
            .WithSummary("Makes all vectors of a collection anew with the embedder that is configured now; GET /api/knowledge tells how far it is; for admins");
        write.MapPost("{id:guid}/restore", RestoreAsync).WithSummary("Takes a removal back, within the hour; for admins");
    }

    private static async Task<Ok<KnowledgeDocuments>> ListAsync(string? collection, Documents documents, Collections collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(new KnowledgeDocuments(await documents.ListAsync(collection, cancellationToken), await collections.ListAsync(collection, cancellationToken)));

    private static async Task<Results<Ok<KnowledgeAnswer>, ValidationProblem>> SearchAsync(HttpRequest request, KnowledgeIndex index, CancellationToken cancellationToken)
    {
        var reader = await QueryReader.OfAsync(request, SearchQuery, cancellationToken);
        var query = new KnowledgeQuery(
            reader.Text("q", LongestQuestion) ?? "", reader.Text("collection"), reader.Text("category"), reader.Word("mode", SearchMode.Hybrid),
            reader.Count("k", Most, otherwise: 5), reader.Word("fallback", SearchFallback.None));
        if (query.Text.Length is 0)
            reader.Refuse("q", $"Ask something, in at most {LongestQuestion} characters.");
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors) : TypedResults.Ok(new KnowledgeAnswer(await index.SearchAsync(query, cancellationToken)));
    }

    private static async Task<Results<Ok<LeadMemories>, ValidationProblem>> RecallAsync(
        Guid id, HttpRequest request, Memories memories, CancellationToken cancellationToken)
    {
        var reader = await QueryReader.OfAsync(request, MemoryQuery, cancellationToken);
        var (text, count) = (reader.Text("q", LongestQuestion) ?? "", reader.Count("k", Most, otherwise: 5));
        if (text.Length is 0)
            reader.Refuse("q", $"Ask something, in at most {LongestQuestion} characters.");
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors) : TypedResults.Ok(await memories.SearchAsync(id, text, count, cancellationToken));
    }

    private static async Task<Results<Ok<KnowledgeText>, ProblemHttpResult>> FindAsync(Guid id, Documents documents, CancellationToken cancellationToken) =>
        await documents.FindAsync(id, cancellationToken) is { } found ? TypedResults.Ok(found) : Unknown();

    private static async Task<Created<KnowledgeDocument>> AddAsync(HttpRequest request, Documents documents, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            throw new BadHttpRequestException("Send 'multipart/form-data' with collection, category and file.", StatusCodes.Status415UnsupportedMediaType);
        var document = await documents.AddAsync(await ReadFormAsync(request, cancellationToken), cancellationToken);
        return TypedResults.Created(Routes.Document(document.Id), document);
    }

    private static async Task<NewDocument> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await FormAsync(request, cancellationToken);
        var (collection, category) = (form["collection"].ToString().Trim(), form["category"].ToString().Trim().ToLowerInvariant());
        if (!Name().IsMatch(collection))
            throw new FieldRefused("collection", "Name a collection: 1 to 50 lower-case letters, digits and hyphens.");
        if (!Name().IsMatch(category))
            throw new FieldRefused("category", "Name a category: 1 to 50 letters, digits and hyphens.");
        if (form.Files is not [{ Name: DocumentText.Field } file])
            throw new FieldRefused(DocumentText.Field, "Send exactly one file, in the part 'file'.");
        if (file.Length > DocumentText.MostBytes)
            throw new FieldRefused(DocumentText.Field, $"A file has at most {DocumentText.MostBytes / 1024 / 1024} MB.");
        var name = Path.GetFileName(file.FileName.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
            throw new FieldRefused(DocumentText.Field, "The file needs a name of 1 to 200 characters.");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return new NewDocument(collection, category, name, content.ToArray());
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException broken)
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, Documents documents, CancellationToken cancellationToken) =>
        await documents.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid id, Documents documents, CancellationToken cancellationToken) =>
        await documents.RestoreAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<Accepted<CollectionIndexing>, ProblemHttpResult>> ReindexAsync(string name, Collections collections, CancellationToken cancellationToken) =>
        await collections.ReindexAsync(name, cancellationToken) is { } state
            ? TypedResults.Accepted($"{Routes.Knowledge}?collection={Uri.EscapeDataString(name)}", state)
            : TypedResults.Problem("There is no collection of this name that has documents.", statusCode: StatusCodes.Status404NotFound, title: "The collection is unknown");

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such document.", statusCode: StatusCodes.Status404NotFound, title: "The document is unknown");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,49}$")]
    private static partial Regex Name();
}
