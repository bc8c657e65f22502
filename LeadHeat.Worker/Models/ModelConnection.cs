using System.Data.Common;

namespace LeadHeat.Worker.Models;

/// <summary>Where a hosted model is: <c>Endpoint=https://api.openai.com/v1;Key=…;Model=…</c>.</summary>
internal sealed record ModelConnection(Uri Endpoint, string Key, string Model)
{
    /// <summary>The model of this configuration; null when there is none.</summary>
    public static ModelConnection? From(IConfiguration configuration) =>
        configuration.GetConnectionString("model") is { Length: > 0 } text ? Parse(text) : null;

    public static ModelConnection Parse(string text)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        if (!Uri.TryCreate(Part(parts, "Endpoint"), UriKind.Absolute, out var endpoint))
            throw new FormatException("ConnectionStrings__model: Endpoint must be an address like https://api.openai.com/v1.");
        if (Part(parts, "Model") is not { Length: > 0 } model)
            throw new FormatException("ConnectionStrings__model: Model is missing; write Endpoint=…;Key=…;Model=….");
        // Local servers (Ollama, vLLM) want no key, but the protocol's client does.
        return new(endpoint, Part(parts, "Key") is { Length: > 0 } key ? key : "none", model);
    }

    private static string? Part(DbConnectionStringBuilder parts, string name) => parts.TryGetValue(name, out var value) ? value as string : null;
}
