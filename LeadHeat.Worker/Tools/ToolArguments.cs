using System.Buffers;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Tools;

/// <summary>A call's arguments as JSON, in the order given; those that are null are left out. The same call is always the same JSON.</summary>
internal static class ToolArguments
{
    public static string Write(FunctionCallContent call)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            {
                if (value is null)
                    continue;
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case JsonElement element:
                element.WriteTo(json);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case SearchPurpose purpose:
                json.WriteStringValue(Words.Of(purpose));
                break;
            case IEnumerable<string> items:
                json.WriteStartArray();
                foreach (var item in items)
                    json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(FormattableString.Invariant($"{value}"));
                break;
        }
    }
}
