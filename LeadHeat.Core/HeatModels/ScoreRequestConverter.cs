using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.HeatModels;

/// <summary>A row to score: features, and beside them <c>id</c>, <c>playbook</c> and <c>createdAt</c>, from which the weekday follows.</summary>
internal sealed class ScoreRequestConverter : JsonConverter<ScoreRequest>
{
    private const int LongestText = 200;

    public override ScoreRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadRow(ref reader);

    public override void Write(Utf8JsonWriter writer, ScoreRequest value, JsonSerializerOptions options) => WriteRow(writer, value);

    internal static ScoreRequest ReadRow(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A row is an object of features.");
        var (id, playbook, features) = ((string?)null, (string?)null, new LeadFeatures());
        DateTimeOffset? created = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "id":
                    id = Text(ref reader, name);
                    break;
                case "playbook":
                    playbook = Text(ref reader, name);
                    break;
                case "createdAt":
                    created = Time(ref reader, name);
                    break;
                case "outcome" or "closedAt":
                    if (reader.TokenType != JsonTokenType.Null && !(reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("")))
                        throw new JsonException($"'{name}' is not known before the outcome: a row to score cannot have it.");
                    break;
                default:
                    LeadFeaturesConverter.ReadMember(ref reader, name, features);
                    break;
            }
        }

        if (created is { } at && !features.Has(HeatFeatures.CreatedWeekday))
            features.TrySet(HeatFeatures.CreatedWeekday, FeatureReader.Of(at.UtcDateTime.DayOfWeek));
        return new(id, playbook, features);
    }

    internal static void WriteRow(Utf8JsonWriter writer, ScoreRequest value)
    {
        writer.WriteStartObject();
        if (value.Id is not null)
            writer.WriteString("id", value.Id);
        if (value.Playbook is not null)
            writer.WriteString("playbook", value.Playbook);
        LeadFeaturesConverter.WriteMembers(writer, value.Features);
        writer.WriteEndObject();
    }

    private static string? Text(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : throw Wrong(name),
        JsonTokenType.String when reader.GetString() is { Length: <= LongestText } text => text,
        _ => throw Wrong(name),
    };

    private static DateTimeOffset? Time(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) ? time
        : throw new JsonException($"'{name}' has to be a time such as 2026-11-21T10:00:00Z.");

    private static JsonException Wrong(string name) => new($"'{name}' has to be a text of at most {LongestText} characters.");
}
