using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>Reads one rule of a scorecard.</summary>
internal static class CriterionParser
{
    // Points and what they are counted by stay so small that no sum of them overflows.
    private const int Whole = 100;
    private const int MostEach = 10_000;

    public static Criterion Read(DataNode node, List<CriteriaGroup> groups)
    {
        var (id, max, fill) = (node.Text("id"), node.Count("max"), node.Text("fill"));
        var (title, rule, group) = (node.Text("title"), node.Text("rule"), node.Find("group")?.AsText());
        var criterion = Read(node, rule, id, max, fill) with { Title = title, Rule = rule, Group = group };
        if (group is not null && groups.All(known => known.Id != group))
            throw node["group"].Wrong($"there is no group '{group}'.");
        if (max > Whole)
            throw node["max"].Wrong("a rule gives 100 points at the most.");
        if (max == 0 && criterion.Least == 0)
            throw node["max"].Wrong("a rule that neither gives nor takes points does nothing.");
        node.Done();
        return criterion;
    }

    private static Criterion Read(DataNode node, string rule, string id, int max, string fill) => rule switch
    {
        "present" => new PresentCriterion(id, max, fill, SomeTexts(node["fields"])),
        "one_of" => new OneOfCriterion(id, max, fill, node.Text("field"), Values(node["values"], max, (_, key) => key)),
        "range" => new RangeCriterion(id, max, fill, node.Text("field"), Bounds(node["steps"], max)),
        "count" => new CountCriterion(id, max, fill, SomeTexts(node["fields"]), Positive(node["each"])),
        "contact" => new ContactCriterion(id, max, fill, AtMost(node["one"], max)),
        "timeline" => new TimelineCriterion(
            id, max, fill, node.Text("field"), Steps(node["steps"], "months", max, rises: true), AtMost(node["later"], max), AtMost(node["none"], max)),
        "location" => new LocationCriterion(id, max, fill, AtMost(node["cityOnly"], max), AtMost(node["noMatch"], max)),
        "needs" => new NeedsCriterion(id, max, fill, Pairs(node["parts"], max), AtMost(node["noMatch"], max)),
        "budget" => new BudgetCriterion(id, max, fill, AtMost(node["noMatch"], max)),
        "match_share" => new MatchShareCriterion(id, max, fill, SomeTexts(node["fields"]), Steps(node["steps"], "share", max, rises: false)),
        "completeness" => new CompletenessCriterion(id, max, fill, Required(node["required"]), Steps(node["steps"], "share", max, rises: false)),
        "messages" => new EngagementCriterion(id, max, fill, Engagement.Messages, Positive(node["each"])),
        "questions" => new EngagementCriterion(id, max, fill, Engagement.Questions, Positive(node["each"])),
        "length" => new EngagementCriterion(id, max, fill, Engagement.Length, Positive(node["each"])),
        "participation" => new ParticipationCriterion(id, max, fill),
        "phase" => new PhaseCriterion(id, max, fill, Values(node["values"], max, Word<ConversationPhase>)),
        "requested" => new RequestedCriterion(id, max, fill, Values(node["values"], max, Request)),
        "signals" => new SignalsCriterion(id, max, fill, Values(node["values"], max, Signal)),
        "recency" => new RecencyCriterion(id, max, fill, Steps(node["steps"], "days", max, rises: true)),
        "frustration" => new FrustrationCriterion(id, max, fill, Steps(node["steps"], "from", max, rises: false)),
        "sentiment" => new SentimentCriterion(id, max, fill, Values(node["values"], max, Word<Sentiment>)),
        "model_probability" => new ProbabilityCriterion(id, max, fill),
        _ => throw node["rule"].Wrong($"there is no rule '{rule}'. There are: {string.Join(", ", Rules)}."),
    };

    /// <summary>The closed set.</summary>
    public static readonly IReadOnlyList<string> Rules =
    [
        "present", "one_of", "range", "count", "contact", "timeline", "location", "needs", "budget", "match_share", "completeness", "messages", "questions",
        "length", "participation", "phase", "requested", "signals", "recency", "frustration", "sentiment", "model_probability",
    ];

    private static readonly string[] Requests = ["visit", "call", "brochure"];

    private static string Request(DataNode node, string key) =>
        Requests.Contains(key) ? key : throw node.Wrong($"'{key}' is none of {string.Join(", ", Requests)}.");

    private static string Signal(DataNode node, string key) => BehaviourSignals.All.Contains(key)
        ? key : throw node.Wrong($"'{key}' is none of {string.Join(", ", BehaviourSignals.All)}.");

    public static T Word<T>(DataNode node, string text) where T : struct, Enum =>
        Words.TryParse<T>(text, out var word) ? word : throw node.Wrong($"'{text}' is none of {string.Join(", ", Words.All<T>())}.");

    public static IReadOnlyList<string> SomeTexts(DataNode node) =>
        node.AsTexts() is { Count: > 0 } texts ? texts : throw node.Wrong("at least one text is expected here.");

    private static int AtMost(DataNode node, int max) => node.AsWhole() switch
    {
        var points when points > max => throw node.Wrong($"{points} is more than the rule's {max} points."),
        < -Whole => throw node.Wrong("a rule takes 100 points at the most."),
        var points => points,
    };

    private static int Positive(DataNode node) => node.AsCount() is > 0 and <= MostEach and var count
        ? count : throw node.Wrong($"a whole number from 1 to {MostEach} is expected here.");

    private static Dictionary<TKey, int> Values<TKey>(DataNode node, int max, Func<DataNode, string, TKey> read) where TKey : notnull
    {
        var values = node.Keys.ToList().ToDictionary(key => read(node[key], key), key => AtMost(node[key], max));
        return values.Count > 0 ? values : throw node.Wrong("at least one value is expected here.");
    }

    private static List<(string, int)> Pairs(DataNode list, int max) => [.. list.AsList().Select(item =>
    {
        var pair = (item.Text("field"), AtMost(item["points"], max));
        item.Done();
        return pair;
    })];

    private static List<(decimal At, int Points)> Steps(DataNode list, string key, int max, bool rises)
    {
        List<(decimal At, int Points)> steps = [];
        foreach (var item in list.AsList())
        {
            var at = item[key].AsNumber();
            if (steps.Count > 0 && (rises ? at <= steps[^1].At : at >= steps[^1].At))
                throw item[key].Wrong($"the steps have to {(rises ? "rise" : "fall")}: {at:0.##} comes after {steps[^1].At:0.##}.");
            steps.Add((at, AtMost(item["points"], max)));
            item.Done();
        }
        return steps.Count > 0 ? steps : throw list.Wrong("at least one step is expected here.");
    }

    private static List<(decimal?, decimal?, int)> Bounds(DataNode list, int max)
    {
        List<(decimal?, decimal?, int)> steps = [];
        foreach (var item in list.AsList())
        {
            var (from, to) = (item.Find("from")?.AsNumber(), item.Find("to")?.AsNumber());
            if (from > to || (from is null && to is null))
                throw item.Wrong("bounds are expected here: 'from', 'to', or both with 'from' the lower one.");
            steps.Add((from, to, AtMost(item["points"], max)));
            item.Done();
        }
        return steps.Count > 0 ? steps : throw list.Wrong("at least one step is expected here.");
    }

    private static Dictionary<string, IReadOnlyList<string>> Required(DataNode node) => node.Keys.ToDictionary(key => key, key => SomeTexts(node[key]));
}
