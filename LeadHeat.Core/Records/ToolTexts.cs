using System.Buffers;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Records;

/// <summary>Tool calls as JSON. The same call is always the same JSON, whoever makes it: that is how one is found again in a record.</summary>
public static class ToolTexts
{
    /// <summary>The arguments with which a wish of the planner is called.</summary>
    public static Dictionary<string, object?> Arguments(ToolWish wish) => wish switch
    {
        { Tool: ToolNames.NormalizeBudget or ToolNames.KnowledgeSearch } => new() { ["text"] = wish.Text },
        { Tool: ToolNames.GeoMatch } => new() { ["city"] = wish.City, ["areas"] = wish.Areas },
        { Query: { } query } => new()
        {
            ["city"] = query.City, ["areas"] = query.Areas, ["types"] = query.Types, ["bedsMin"] = query.BedsMin, ["bedsMax"] = query.BedsMax,
            ["priceMin"] = query.PriceMin, ["priceMax"] = query.PriceMax, ["currency"] = query.Currency, ["text"] = query.Text, ["purpose"] = wish.Purpose,
        },
        _ => [],
    };

    /// <summary>Arguments as JSON, in the order given; those that are null are left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in arguments)
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

    /// <summary>A result of our own tools as JSON; null for any other.</summary>
    public static string? Result(object? result) => result switch
    {
        NormalizedBudget budget => JsonSerializer.Serialize(budget, LeadHeatJson.Default.NormalizedBudget),
        GeoMatch places => JsonSerializer.Serialize(places, LeadHeatJson.Default.GeoMatch),
        SearchFinding search => JsonSerializer.Serialize(search, LeadHeatJson.Default.SearchFinding),
        KnowledgeFinding passages => JsonSerializer.Serialize(passages, LeadHeatJson.Default.KnowledgeFinding),
        LeadScoreResult score => JsonSerializer.Serialize(score, LeadHeatJson.Default.LeadScoreResult),
        _ => null,
    };

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
