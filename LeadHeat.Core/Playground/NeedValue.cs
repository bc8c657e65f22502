using System.Text.Json;
using System.Text.Json.Serialization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Playground;

/// <summary>A need in its plain form: a word, a list of words, or bounds <c>{min, max, unit}</c>.</summary>
[JsonConverter(typeof(NeedValueConverter))]
public sealed record NeedValue(FactValue Value);

internal sealed class NeedValueConverter : JsonConverter<NeedValue>
{
    public override NeedValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(new FactValue(Text: reader.GetString()));
            case JsonTokenType.StartArray:
                List<string> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(reader.GetString() ?? throw new JsonException("A word is expected."));
                return new(new FactValue(Items: items));
            default:
                return new(JsonSerializer.Deserialize(ref reader, Wire.LeadHeatJson.Default.FactValue) ?? throw new JsonException("A need is expected."));
        }
    }

    public override void Write(Utf8JsonWriter writer, NeedValue value, JsonSerializerOptions options)
    {
        if (value.Value is { Items: { } items })
        {
            writer.WriteStartArray();
            foreach (var item in items)
                writer.WriteStringValue(item);
            writer.WriteEndArray();
        }
        else if (value.Value is { Text: { } text })
            writer.WriteStringValue(text);
        else
            WriteBounds(writer, value.Value);
    }

    private static void WriteBounds(Utf8JsonWriter writer, FactValue value)
    {
        writer.WriteStartObject();
        WriteBound(writer, "min"u8, value.Min);
        WriteBound(writer, "max"u8, value.Max);
        if (value.Unit is not null)
            writer.WriteString("unit"u8, value.Unit);
        if (value.Period is not null)
            writer.WriteString("period"u8, value.Period);
        writer.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? bound)
    {
        if (bound is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
