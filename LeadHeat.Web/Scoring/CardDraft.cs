using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadHeat.Web.Scoring;

/// <summary>A scorecard while it is written: its JSON, with the changes that the editor offers.</summary>
public sealed class CardDraft(JsonObject card)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly string[] Bands = ["hot", "warm", "cold"];
    private static readonly string[] Parts = ["steps", "parts"];
    private static readonly string[] Points = ["cityOnly", "noMatch", "later", "none", "one", "each"];
    private static readonly string[] Counted = ["count", "messages", "questions"];

    /// <summary>The card as it stands now.</summary>
    public JsonObject Card { get; private set; } = card;

    public IReadOnlyList<JsonObject> Criteria => Objects(Card["criteria"]);

    public IReadOnlyList<JsonObject> Groups => Objects(Card["groups"]);

    /// <summary>The bands that the card has, hottest first, with their lowest scores.</summary>
    public IReadOnlyList<(string Name, int From)> BandStarts =>
        Card["bands"] is JsonObject bands ? [.. Bands.Where(band => bands[band] is not null).Select(band => (band, Whole(bands[band])))] : [];

    /// <summary>Where the band 'hot' begins.</summary>
    public int HotFrom => BandStarts.FirstOrDefault(band => band.Name == "hot").From;

    /// <summary>What all rules add up to, groups counted up to their caps; it has to be 100.</summary>
    public int Total
    {
        get
        {
            var byGroup = Criteria.ToLookup(criterion => Text(criterion["group"]) ?? "", criterion => Whole(criterion["max"]));
            return byGroup[""].Sum() + Groups.Sum(group => Math.Min(Whole(group["cap"]), byGroup[Text(group["id"]) ?? ""].Sum()));
        }
    }

    public string Json => Card.ToJsonString(Indented);

    /// <summary>Gives a rule another weight; its steps keep their proportions.</summary>
    public void SetMax(string id, int max)
    {
        if (Criteria.FirstOrDefault(criterion => Text(criterion["id"]) == id) is not { } rule || max is < 0 or > 100)
            return;
        var before = Whole(rule["max"]);
        rule["max"] = max;
        if (before <= 0)
            return;
        foreach (var part in Parts.SelectMany(part => Objects(rule[part])))
            Scale(part, "points", max, before);
        foreach (var key in Points.Where(key => rule[key] is not null && (key != "each" || Counted.Contains(Text(rule["rule"])))))
            Scale(rule, key, max, before);
        if (rule["values"] is JsonObject values)
        {
            foreach (var key in values.Select(value => value.Key).ToList())
                Scale(values, key, max, before);
        }
    }

    /// <summary>Takes a rule out; its place, to put it back.</summary>
    public int Remove(JsonObject rule)
    {
        var rules = (JsonArray)Card["criteria"]!;
        var place = rules.IndexOf(rule);
        rules.RemoveAt(place);
        return place;
    }

    /// <summary>Puts a rule in, at the end where its place is not there.</summary>
    public void Add(JsonObject rule, int place = int.MaxValue)
    {
        if (Card["criteria"] is not JsonArray rules)
            Card["criteria"] = rules = [];
        rules.Insert(Math.Min(place, rules.Count), rule);
    }

    public static void SetCap(JsonObject group, int cap) => group["cap"] = cap;

    /// <summary>What time takes; null where it takes nothing.</summary>
    public JsonObject? Decay => Card["decay"] as JsonObject;

    /// <summary>Lets points go with time, or no more.</summary>
    public void SetDecay(bool takes)
    {
        if (takes)
            Card["decay"] = new JsonObject { ["afterDays"] = 7, ["perDay"] = 1, ["most"] = 20 };
        else
            Card.Remove("decay");
    }

    public void SetBand(string name, int from) => Set("bands", name, from);

    public void SetQualified(int from) => Set("recommendation", "qualified", from);

    public int Qualified => Whole((Card["recommendation"] as JsonObject)?["qualified"]);

    /// <summary>Takes the whole card from its JSON; false when it is none.</summary>
    public bool TryTake(string json)
    {
        try
        {
            if (JsonNode.Parse(json, null, Strict) is not JsonObject read)
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

    /// <summary>A text; null where there is none.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static IReadOnlyList<JsonObject> Objects(JsonNode? node) => [.. (node as JsonArray)?.OfType<JsonObject>() ?? []];

    private void Set(string part, string name, int number)
    {
        if (Card[part] is JsonObject known)
            known[name] = number;
    }

    private static void Scale(JsonObject holder, string key, int max, int before)
    {
        var points = Whole(holder[key]);
        if (points > 0)
            holder[key] = Math.Max(key == "each" ? 1 : 0, (int)Math.Round((double)points * max / before, MidpointRounding.AwayFromZero));
    }
}
