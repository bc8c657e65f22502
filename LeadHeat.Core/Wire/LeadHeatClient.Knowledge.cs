using System.Globalization;
using System.Net.Http.Headers;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<KnowledgeAnswer> SearchKnowledgeAsync(KnowledgeQuery query, CancellationToken cancellationToken = default) =>
        SearchAsync(Routes.Knowledge + "/search", PartsOf(query), Json.KnowledgeAnswer, cancellationToken);

    public Task<KnowledgeDocuments> GetDocumentsAsync(string? collection = null, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Knowledge + (collection is null ? "" : "?collection=" + Uri.EscapeDataString(collection)), Json.KnowledgeDocuments, cancellationToken);

    public Task<KnowledgeText> GetDocumentAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Document(id), Json.KnowledgeText, cancellationToken);

    /// <summary>Imports a document; one of the same name in the collection is replaced.</summary>
    public async Task<KnowledgeDocument> AddDocumentAsync(
        string collection, string category, string fileName, Stream file, CancellationToken cancellationToken = default)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(collection), "collection" },
            { new StringContent(category), "category" },
        };
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", fileName);
        using var response = await SendAsync(HttpMethod.Post, Routes.Knowledge, form, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.KnowledgeDocument, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteDocumentAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.Document(id), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a removal back, within the hour.</summary>
    public async Task RestoreDocumentAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Document(id) + "/restore", null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes all vectors of a collection anew with the embedder that is configured now; they come beside all else.</summary>
    public async Task<CollectionIndexing> ReindexAsync(string collection, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Reindex(collection), null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.CollectionIndexing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a lead said that fits a question, in any of the lead's conversations.</summary>
    public Task<LeadMemories> RecallAsync(Guid leadId, string question, int count = 5, CancellationToken cancellationToken = default) => SearchAsync(
        Routes.Lead(leadId) + "/memories", [("q", question), ("k", count.ToString(CultureInfo.InvariantCulture))], Json.LeadMemories, cancellationToken);

    public Task<UnitHits> FindUnitsAsync(UnitSearchRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Inventory + "/search", request, Json.UnitSearchRequest, Json.UnitHits, cancellationToken);

    private static List<(string, string)> PartsOf(KnowledgeQuery query)
    {
        List<(string, string)> parts = [("q", query.Text), ("k", query.K.ToString(CultureInfo.InvariantCulture)), ("mode", Words.Of(query.Mode))];
        if (query.Collection is { } collection)
            parts.Add(("collection", collection));
        if (query.Fallback != SearchFallback.None)
            parts.Add(("fallback", Words.Of(query.Fallback)));
        if (query.Category is { } category)
            parts.Add(("category", category));
        return parts;
    }
}
