using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Evals;

/// <summary>JSON for people.</summary>
internal static class Readable
{
    private static readonly ReadableJson Lines = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true });
    private static readonly ReadableJson OneLine = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Short(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value, OneLine.JsonElement);

    public static string Long(JsonElement value) => JsonSerializer.Serialize(value, Lines.JsonElement);
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ReadableJson : JsonSerializerContext;
