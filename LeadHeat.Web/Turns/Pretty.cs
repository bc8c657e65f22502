using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadHeat.Web.Turns;

/// <summary>JSON as people read it.</summary>
internal static class Pretty
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(string json)
    {
        try
        {
            var node = JsonNode.Parse(json);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, Options))
            {
                if (node is null)
                    writer.WriteNullValue();
                else
                    node.WriteTo(writer);
            }

            return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        }
        catch (JsonException)
        {
            // A model's arguments may be anything: shown as they came.
            return json;
        }
    }
}
