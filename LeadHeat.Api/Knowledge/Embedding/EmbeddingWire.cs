using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>A request as OpenAI's embeddings endpoint reads it.</summary>
internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input, [property: JsonPropertyName("encoding_format")] string EncodingFormat = "float");

/// <summary>Its answer: <c>{"data":[{"index":0,"embedding":[0.01, …]}], …}</c>, in any order.</summary>
internal sealed record EmbeddingAnswer(IReadOnlyList<EmbeddingOfOne>? Data);

internal sealed record EmbeddingOfOne(int Index, float[]? Embedding);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingAnswer))]
internal sealed partial class EmbeddingJson : JsonSerializerContext;
