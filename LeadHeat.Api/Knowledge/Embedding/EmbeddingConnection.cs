using System.Data.Common;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>Where a hosted embedding model is: the model's connection string with one key more, <c>Endpoint=…/v1;Key=…;Model=…;EmbeddingModel=text-embedding-3-small</c>.</summary>
internal sealed record EmbeddingConnection(Uri Endpoint, string Key, string Model)
{
    /// <summary>Null where the configuration names no embedding model.</summary>
    public static EmbeddingConnection? From(IConfiguration configuration) =>
        configuration.GetConnectionString("model") is { Length: > 0 } text ? Parse(text) : null;

    /// <exception cref="FormatException">It names an embedding model, and no address.</exception>
    public static EmbeddingConnection? Parse(string text)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        string? Part(string name) => parts.TryGetValue(name, out var value) ? value as string : null;
        if (Part("EmbeddingModel") is not { Length: > 0 } model)
            return null;
        if (!Uri.TryCreate(Part("Endpoint"), UriKind.Absolute, out var endpoint))
            throw new FormatException("ConnectionStrings__model: Endpoint must be an address like https://api.openai.com/v1.");
        return new(endpoint, Part("Key") is { Length: > 0 } key ? key : "none", model);
    }
}
