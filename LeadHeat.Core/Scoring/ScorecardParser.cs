using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>Builds a scorecard from its JSON. Rules come from a closed set; there is no scripting.</summary>
public static class ScorecardParser
{
    /// <summary>Reads a card.</summary>
    /// <exception cref="PlaybookException">The card is wrong; the message names file, line and key.</exception>
    public static Scorecard Parse(DataNode node)
    {
        var bands = node["bands"];
        var nextSteps = node["nextSteps"];
        IReadOnlyList<Criterion> criteria = [.. node["criteria"].AsList().Select(ReadCriterion)];
        var card = new Scorecard(
            node.Text("name"), node.Count("version"), node.Count("qualifiedAt"),
            new(bands.Count("hot"), bands.Count("warm"), bands.Count("cold")), criteria,
            Enum.GetValues<Heat>().ToDictionary(heat => heat, heat => SomeTexts(nextSteps[Words.Of(heat)])))
        {
            Json = Canonical(node.Json),
        };
        if (criteria.Sum(criterion => criterion.Max) is var sum && sum != 100)
            throw node["criteria"].Wrong($"the most points of all criteria add up to {sum}, not to 100.");
        bands.Done();
        nextSteps.Done();
        node.Done();
        return card;
    }

    // Without comments and spaces, so that only what a card says tells versions apart.
    private static string Canonical(string json) =>
        JsonNode.Parse(json, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.ToJsonString(Plain);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Criterion ReadCriterion(DataNode node)
    {
        var (id, max, fill, title) = (node.Text("id"), node.Count("max"), node.Text("fill"), node.Text("title"));
        Criterion criterion = node.Text("rule") switch
        {
            "location" => new LocationCriterion(id, max, fill, node.Count("cityOnly"), node.Count("noMatch")),
            "needs" => new NeedsCriterion(id, max, fill, Pairs(node["parts"], "field"), node.Count("noMatch")),
            "budget" => new BudgetCriterion(id, max, fill, node.Count("noMatch")),
            "timeline" => new TimelineCriterion(
                id, max, fill, node.Text("field"), Steps(node["steps"], "months"), node.Count("later"), node.Count("none")),
            "count" => new CountCriterion(id, max, fill, SomeTexts(node["fields"]), node.Count("each")),
            "contact" => new ContactCriterion(id, max, fill, node.Count("one")),
            "choice" => new ChoiceCriterion(id, max, fill, title, node.Text("field"), node["values"] is var values
                ? values.Keys.ToDictionary(key => key, key => values.Count(key)) : []),
            "known" => new KnownCriterion(id, max, fill, title, SomeTexts(node["fields"])),
            "messages" => new EngagementCriterion(id, max, fill, Engagement.Messages, node.Count("each")),
            "questions" => new EngagementCriterion(id, max, fill, Engagement.Questions, node.Count("each")),
            "length" => new EngagementCriterion(id, max, fill, Engagement.Length, node.Count("each")),
            "completeness" => new CompletenessCriterion(id, max, fill, node["required"] is var required
                ? required.Keys.ToDictionary(key => key, key => SomeTexts(required[key])) : [], Steps(node["steps"], "share")),
            var rule => throw node["rule"].Wrong($"there is no rule '{rule}'."),
        };
        node.Done();
        return criterion;
    }

    private static IReadOnlyList<(string, int)> Pairs(DataNode list, string key) =>
        [.. list.AsList().Select(item => (item.Text(key), item.Count("points")))];

    private static IReadOnlyList<(decimal, int)> Steps(DataNode list, string key) =>
        [.. list.AsList().Select(item => (item[key].AsNumber(), item.Count("points")))];

    private static IReadOnlyList<string> SomeTexts(DataNode node) =>
        node.AsTexts() is { Count: > 0 } texts ? texts : throw node.Wrong("at least one text is expected here.");
}
