using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>Whether the vectors that a collection keeps can be compared with those of the embedder that is configured now.</summary>
internal sealed class EmbedderMatch(HostedEmbedder? hosted = null)
{
    /// <summary>The local embedder's name. Its vectors are made anew at each start and never kept.</summary>
    public const string Local = "local";

    /// <summary>What is wrong and what to do; null where nothing is.</summary>
    /// <param name="embedder">The model whose vectors the collection keeps, so many numbers each.</param>
    public string? Fault(string collection, string embedder, int dimensions)
    {
        if (embedder == Local || (embedder == hosted?.Model && (hosted.Dimensions ?? dimensions) == dimensions))
            return null;
        return $"The collection '{collection}' was indexed with {embedder} ({dimensions} numbers a vector), and {Now} is configured now; their vectors cannot be compared. "
            + $"Re-index it, on the page Knowledge or by POST {Routes.Reindex(collection)}, or configure what it was indexed with. "
            + "Until then mode=lexical searches its words, and fallback=local its words and the local embedder's vectors.";
    }

    private string Now => hosted is null ? $"only the local embedder ({LocalEmbedder.Dimensions} numbers)"
        : hosted.Dimensions is { } length ? $"{hosted.Model} ({length} numbers)" : hosted.Model;
}

/// <summary>A collection's vectors are of another embedder than the configured one: 409.</summary>
internal sealed class EmbedderMismatch(string collection, string message) : Exception(message)
{
    public string Collection { get; } = collection;
}
