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
    private const int Whole = 100;
    private const decimal MostEach = 1_000_000_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As S4 has them; a card may say its own.
    private static readonly Dictionary<Heat, FollowUp> UsualFollowUps = new()
    {
        [Heat.Hot] = new(Priority.High, TimeSpan.FromHours(2)),
        [Heat.Warm] = new(Priority.Medium, TimeSpan.FromHours(24)),
        [Heat.Cold] = new(Priority.Low, TimeSpan.FromDays(4)),
        [Heat.Unqualified] = new(Priority.Low, TimeSpan.FromDays(30)),
    };

    /// <summary>Reads a card from its JSON.</summary>
    /// <param name="file">What complaints name.</param>
    /// <exception cref="PlaybookException">The card is wrong; the message names file, line and key.</exception>
    public static Scorecard Parse(string file, string json) => Parse(DataNode.Parse(file, json));

    /// <summary>Reads a card.</summary>
    /// <exception cref="PlaybookException">The card is wrong; the message names file, line and key.</exception>
    public static Scorecard Parse(DataNode node)
    {
        var groups = node.List("groups").Select(ReadGroup).ToList();
        var criteria = node["criteria"].AsList().Select(item => CriterionParser.Read(item, groups)).ToList();
        CheckCriteria(node["criteria"], criteria, groups);
        var nextSteps = node["nextSteps"];
        var name = node.Text("name");
        var card = new Scorecard(
            name, node.Count("version"), ReadBands(node["bands"]), criteria,
            Enum.GetValues<Heat>().ToDictionary(heat => heat, heat => CriterionParser.SomeTexts(nextSteps[Words.Of(heat)])))
        {
            Title = node.Text("title", name),
            Recommending = ReadRecommendation(node["recommendation"]),
            Groups = groups,
            Decay = node.Find("decay") is { } decay ? ReadDecay(decay) : null,
            FollowUps = ReadFollowUps(node.Find("followUp")),
            Values = [.. node.List("value").Select(ReadValue)],
            Json = Canonical(node.Json),
        };
        if (card.Version == 0)
            throw node["version"].Wrong("versions begin at 1.");
        nextSteps.Done();
        node.Done();
        return card;
    }

    private static CriteriaGroup ReadGroup(DataNode node)
    {
        var group = new CriteriaGroup(node.Text("id"), node.Text("title"), node.Count("cap"), node.Find("scale")?.AsCount());
        if (group.Cap is 0 or > Whole)
            throw node["cap"].Wrong("a group's cap lies between 1 and 100.");
        if (group.Scale is 0 or > Whole)
            throw node["scale"].Wrong("a group's scale ends between 1 and 100.");
        node.Done();
        return group;
    }

    private static void CheckCriteria(DataNode node, List<Criterion> criteria, List<CriteriaGroup> groups)
    {
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (criterion, item) in criteria.Zip(node.AsList()))
        {
            if (criterion.Id is Scorecard.Manual or Scorecard.Limit or Scorecard.DecayRule || criterion.Id.StartsWith(Scorecard.CapPrefix, StringComparison.OrdinalIgnoreCase))
                throw item["id"].Wrong($"'{criterion.Id}' names a line that is not the card's.");
            if (!ids.Add(criterion.Id))
                throw item["id"].Wrong($"'{criterion.Id}' is there twice.");
        }
        if (groups.CountBy(group => group.Id).FirstOrDefault(group => group.Value > 1).Key is { } twice)
            throw node.Wrong($"the group '{twice}' is there twice.");
        var empty = groups.FirstOrDefault(group => criteria.All(criterion => criterion.Group != group.Id));
        if (empty is not null)
            throw node.Wrong($"the group '{empty.Id}' has no criteria.");
        var sum = MostPoints(criteria, groups);
        if (sum != Whole)
            throw node.Wrong($"the most points of all criteria add up to {sum}, not to 100.");
    }

    /// <summary>The highest score that criteria can give together, groups counted up to their caps.</summary>
    public static int MostPoints(IReadOnlyList<Criterion> criteria, IReadOnlyList<CriteriaGroup> groups) =>
        criteria.Where(criterion => criterion.Group is null).Sum(criterion => criterion.Max)
        + groups.Sum(group => Math.Min(group.Cap, criteria.Where(criterion => criterion.Group == group.Id).Sum(criterion => criterion.Max)));

    private static Bands ReadBands(DataNode node)
    {
        var (hot, warm) = (node.Count("hot"), node.Count("warm"));
        var cold = node.Count("cold", warm);
        if (hot > Whole)
            throw node["hot"].Wrong($"no score reaches {hot}: the band 'hot' would be empty.");
        if (warm >= hot)
            throw node["warm"].Wrong($"'warm' begins at {warm} and 'hot' at {hot}: no score would be warm.");
        if (node.Has("cold") && cold >= warm)
            throw node["cold"].Wrong($"'cold' begins at {cold} and 'warm' at {warm}: no score would be cold.");
        node.Done();
        return new(hot, warm, cold);
    }

    private static RecommendationRule ReadRecommendation(DataNode node)
    {
        var labels = node.Find("labels");
        var rule = new RecommendationRule(
            node.Count("qualified"), node.Count("needsMoreInfo", 0), node.Flag("patient", false),
            labels is null ? new Dictionary<Recommendation, string>() : labels.Keys.ToDictionary(key => CriterionParser.Word<Recommendation>(labels[key], key), key => labels.Text(key)));
        if (rule.Qualified is 0 or > Whole)
            throw node["qualified"].Wrong("a lead is qualified from a score between 1 and 100.");
        if (rule.NeedsMoreInfo >= rule.Qualified)
            throw node["needsMoreInfo"].Wrong($"'needsMoreInfo' begins at {rule.NeedsMoreInfo} and 'qualified' at {rule.Qualified}: no lead would need more.");
        node.Done();
        return rule;
    }

    private static Decay ReadDecay(DataNode node)
    {
        var decay = new Decay(node.Count("afterDays"), node["perDay"].AsNumber(), node.Count("most"));
        if (decay.PerDay is <= 0 or > Whole || decay.Most is 0 or > Whole)
            throw node.Wrong("a decay takes more than 0 points a day, up to 100, and at most 1 to 100 in all.");
        node.Done();
        return decay;
    }

    private static Dictionary<Heat, FollowUp> ReadFollowUps(DataNode? node)
    {
        Dictionary<Heat, FollowUp> all = new(UsualFollowUps);
        foreach (var key in node?.Keys ?? [])
        {
            var item = node![key];
            all[CriterionParser.Word<Heat>(item, key)] = new(CriterionParser.Word<Priority>(item["priority"], item.Text("priority")), ReadSpan(item["within"]));
            item.Done();
        }
        return all;
    }

    // 30m, 2h, 4d
    private static TimeSpan ReadSpan(DataNode node)
    {
        var text = node.AsText();
        if (text.Length is < 2 or > 5 || !int.TryParse(text.AsSpan(0, text.Length - 1), out var number) || number <= 0)
            throw node.Wrong("a time is expected here, such as 30m, 2h or 4d.");
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => throw node.Wrong("a time ends with m, h or d."),
        };
    }

    private static DealValue ReadValue(DataNode node)
    {
        var value = new DealValue(node.Text("field"), node.Find("each")?.AsNumber(), node.Find("currency")?.AsText());
        if (value.Each is null != value.Currency is null)
            throw node.Wrong("'each' and 'currency' go together.");
        if (value.Each is <= 0 or > MostEach)
            throw node["each"].Wrong($"one is worth more than 0 and {MostEach:0} at the most.");
        node.Done();
        return value;
    }

    // Without comments and spaces, so that only what a card says tells versions apart.
    private static string Canonical(string json) =>
        JsonNode.Parse(json, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.ToJsonString(Plain);
}
