using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadHeat.Web.Scoring;

/// <summary>A scorecard while it is written: its JSON, with the changes that the editor offers.</summary>
public sealed class CardDraft(JsonObject card)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Bands = ["hot", "warm", "cold"];
    private static readonly string[] Parts = ["steps", "parts"];
    private static readonly string[] Points = ["cityOnly", "noMatch", "later", "none", "one", "each"];
    private static readonly string[] Counted = ["count", "messages", "questions"];

    /// <summary>The card as it stands now.</summary>
    public JsonObject Card { get; private set; } = card;

    public IReadOnlyList<JsonObject> Criteria => [.. Card["criteria"]?.AsArray().OfType<JsonObject>() ?? []];

    public IReadOnlyList<JsonObject> Groups => [.. Card["groups"]?.AsArray().OfType<JsonObject>() ?? []];

    /// <summary>The bands that the card has, hottest first, with their lowest scores.</summary>
    public IReadOnlyList<(string Name, int From)> BandStarts =>
        [.. Bands.Where(band => Card["bands"]?[band] is not null).Select(band => (band, Whole(Card["bands"]![band])))];

    /// <summary>What all rules add up to, groups counted up to their caps; it has to be 100.</summary>
    public int Total
    {
        get
        {
            var byGroup = Criteria.ToLookup(criterion => (string?)criterion["group"] ?? "", criterion => Whole(criterion["max"]));
            return byGroup[""].Sum() + Groups.Sum(group => Math.Min(Whole(group["cap"]), byGroup[(string?)group["id"] ?? ""].Sum()));
        }
    }

    public string Json => Card.ToJsonString(Indented);

    /// <summary>Gives a rule another weight; its steps keep their proportions.</summary>
    public void SetMax(string id, int max)
    {
        if (Criteria.FirstOrDefault(criterion => (string?)criterion["id"] == id) is not { } rule || max is < 0 or > 100)
            return;
        var before = Whole(rule["max"]);
        rule["max"] = max;
        if (before <= 0)
            return;
        foreach (var part in Parts.SelectMany(part => rule[part]?.AsArray().OfType<JsonObject>() ?? []))
            Scale(part, "points", max, before);
        foreach (var key in Points.Where(key => rule[key] is not null && (key != "each" || Counted.Contains((string?)rule["rule"]))))
            Scale(rule, key, max, before);
        if (rule["values"] is JsonObject values)
        {
            foreach (var key in values.Select(value => value.Key).ToList())
                Scale(values, key, max, before);
        }
    }

    public void SetBand(string name, int from) => Card["bands"]![name] = from;

    public void SetQualified(int from) => Card["recommendation"]!["qualified"] = from;

    public int Qualified => Whole(Card["recommendation"]?["qualified"]);

    /// <summary>Takes the whole card from its JSON; false when it is none.</summary>
    public bool TryTake(string json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject read)
                return false;
            Card = read;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A whole number; 0 where there is none.</summary>
    public static int Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    private static void Scale(JsonObject holder, string key, int max, int before)
    {
        var points = Whole(holder[key]);
        if (points > 0)
            holder[key] = Math.Max(key == "each" ? 1 : 0, (int)Math.Round((double)points * max / before, MidpointRounding.AwayFromZero));
    }
}
