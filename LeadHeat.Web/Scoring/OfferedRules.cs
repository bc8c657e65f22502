using System.Text.Json.Nodes;

namespace LeadHeat.Web.Scoring;

/// <summary>Rules that any card can have, whatever its playbook asks for: added with usual figures, then weighed.</summary>
internal static class OfferedRules
{
    private static readonly string[] All =
    [
        """{ "id": "recency", "title": "Wrote lately", "rule": "recency", "max": 10, "steps": [ { "days": 1, "points": 10 }, { "days": 7, "points": 5 } ], "fill": "Has not written yet" }""",
        """{ "id": "messages", "title": "Messages", "rule": "messages", "max": 10, "each": 1, "fill": "No message yet" }""",
        """{ "id": "questions", "title": "Questions", "rule": "questions", "max": 10, "each": 2, "fill": "Has not asked anything yet" }""",
        """{ "id": "requests", "title": "Visits, calls, brochures", "rule": "requested", "max": 15, "values": { "visit": 15, "call": 10, "brochure": 5 }, "fill": "Asked for no visit, call or brochure yet" }""",
        """{ "id": "signals", "title": "Hurry, price, competitors", "rule": "signals", "max": 10, "values": { "urgency": 4, "price": 3, "competitor": 3 }, "fill": "No hurry, no word about the price or a competitor yet" }""",
        """{ "id": "mood", "title": "Mood", "rule": "sentiment", "max": 5, "values": { "excited": 5, "positive": 3, "negative": -3, "frustrated": -5 }, "fill": "Has not written yet" }""",
        """{ "id": "annoyed", "title": "Annoyed", "rule": "frustration", "max": 0, "steps": [ { "from": 8, "points": -15 }, { "from": 5, "points": -5 } ], "fill": "Is not annoyed" }""",
        """{ "id": "model", "title": "Chance by the heat model", "rule": "model_probability", "max": 20, "fill": "No heat model yet: train one" }""",
    ];

    /// <summary>Those of a kind that the card has none of yet, by id and title.</summary>
    public static IReadOnlyList<(string Id, string Title)> For(CardDraft draft)
    {
        var known = draft.Criteria.SelectMany(rule => (string?[])[CardDraft.Text(rule["id"]), CardDraft.Text(rule["rule"])]).ToHashSet();
        return
        [
            .. All.Select(rule => JsonNode.Parse(rule)!.AsObject()).Where(rule => !known.Contains((string)rule["id"]!) && !known.Contains((string)rule["rule"]!))
                .Select(rule => ((string)rule["id"]!, (string)rule["title"]!)),
        ];
    }

    /// <summary>The rule of an id; null where there is none.</summary>
    public static JsonObject? Find(string? id) => All.Select(rule => JsonNode.Parse(rule)!.AsObject()).FirstOrDefault(rule => (string)rule["id"]! == id);
}
