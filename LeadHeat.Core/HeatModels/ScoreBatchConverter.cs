using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.HeatModels;

/// <summary>Rows as an array, or as the member <c>rows</c> of an object. What is wrong is said with the row's number.</summary>
internal sealed class ScoreBatchConverter : JsonConverter<ScoreBatch>
{
    public override ScoreBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return new(Rows(ref reader));
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("rows"))
            throw new JsonException("Rows are an array, or the member 'rows' of an object.");
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("'rows' has to be an array.");
        var rows = Rows(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException("There is nothing beside 'rows'.");
        return new(rows);
    }

    public override void Write(Utf8JsonWriter writer, ScoreBatch value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rows");
        foreach (var row in value.Rows)
            ScoreRequestConverter.WriteRow(writer, row);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static List<ScoreRequest> Rows(ref Utf8JsonReader reader)
    {
        List<ScoreRequest> rows = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (rows.Count == ScoreBatch.Most)
                throw new JsonException($"At most {ScoreBatch.Most} rows at once: send the rest in another request.");
            try
            {
                rows.Add(ScoreRequestConverter.ReadRow(ref reader));
            }
            catch (JsonException wrong)
            {
                throw new JsonException($"Row {rows.Count + 1}: {wrong.Message}");
            }
        }

        return rows;
    }
}
