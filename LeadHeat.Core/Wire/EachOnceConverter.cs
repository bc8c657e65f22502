using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.Wire;

/// <summary>An object that may say anything, but nothing twice: of what stands there twice nobody knows which is meant.</summary>
internal sealed class EachOnceConverter : JsonConverter<JsonObject>
{
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <inheritdoc/>
    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return JsonNode.Parse(document.RootElement.GetRawText(), null, Once) as JsonObject ?? throw new JsonException("An object is expected here.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
