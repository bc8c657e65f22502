using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.HeatModels;

/// <summary>Features as a JSON object of their names; what is unknown is left out. Names that are no features are refused.</summary>
internal sealed class LeadFeaturesConverter : JsonConverter<LeadFeatures>
{
    public override LeadFeatures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A lead is an object of features.");
        var features = new LeadFeatures();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            ReadMember(ref reader, name, features);
        }

        return features;
    }

    /// <summary>Takes one member's value in.</summary>
    /// <exception cref="JsonException">There is no such feature, or it has no such value.</exception>
    internal static void ReadMember(ref Utf8JsonReader reader, string name, LeadFeatures features)
    {
        if (HeatFeatures.Find(name) is not { } feature)
            throw new JsonException($"There is no feature '{Short(name)}'. Known are: {string.Join(", ", HeatFeatures.All.Select(known => known.Name))}.");
        var wrong = reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => features.TrySet(feature, reader.GetString()),
            JsonTokenType.Number => reader.TryGetDouble(out var number) ? features.TrySet(feature, number) : $"'{feature.Name}' has to be a finite number.",
            JsonTokenType.True or JsonTokenType.False when feature.Kind == FeatureKind.Flag => features.TrySet(feature, reader.TokenType == JsonTokenType.True ? 1 : 0),
            _ => feature.Kind switch
            {
                FeatureKind.Category => $"'{feature.Name}' has to be a word.",
                FeatureKind.Flag => $"'{feature.Name}' has to be true or false.",
                _ => $"'{feature.Name}' has to be a number.",
            },
        };
        if (wrong is not null)
            throw new JsonException(wrong);
    }

    public override void Write(Utf8JsonWriter writer, LeadFeatures value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    internal static void WriteMembers(Utf8JsonWriter writer, LeadFeatures value)
    {
        foreach (var feature in HeatFeatures.All.Where(value.Has))
        {
            if (feature.Kind == FeatureKind.Category)
                writer.WriteString(feature.Name, value.Word(feature));
            else if (feature.Kind == FeatureKind.Flag)
                writer.WriteBoolean(feature.Name, value.Flag(feature)!.Value);
            else
                writer.WriteNumber(feature.Name, value.Number(feature));
        }
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
