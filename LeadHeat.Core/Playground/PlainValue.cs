using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Playground;

/// <summary>A fact's value as plain JSON: a word, a list, or an object of bounds.</summary>
internal static class PlainValue
{
    public static JsonElement Of(Fact fact, PlaybookField? field)
    {
        var value = fact.Value;
        JsonNode node = field?.Kind switch
        {
            FieldKind.Money => new JsonObject { ["min"] = value.Min, ["max"] = value.Max, ["currency"] = value.Unit, ["period"] = value.Period ?? "total" },
            FieldKind.Timeline => new JsonObject { ["monthsMin"] = value.Min, ["monthsMax"] = value.Max, ["urgency"] = value.Text },
            _ when value.Items is { } items => new JsonArray([.. items.Select(item => JsonValue.Create(item))]),
            _ when value.Text is { } text => JsonValue.Create(text),
            _ when value.Unit is { } unit => new JsonObject { ["min"] = value.Min, ["max"] = value.Max, ["unit"] = unit },
            _ => new JsonObject { ["min"] = value.Min, ["max"] = value.Max },
        };
        return JsonDocument.Parse(node.ToJsonString()).RootElement;
    }
}
