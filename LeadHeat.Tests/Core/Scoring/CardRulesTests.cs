using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Scoring;

/// <summary>What each rule of the closed set gives.</summary>
public sealed class CardRulesTests
{
    private static readonly DialogueState Chatted = DialogueState.Start with { Turns = 4 };

    [Theory]
    [InlineData(120, 40)]
    [InlineData(50, 40)]
    [InlineData(49, 20)]
    [InlineData(5, -10)]
    public void A_range_gives_the_points_of_the_step_that_holds(int people, int points) => Assert.Equal(
        points,
        Line("""{ "id": "x", "title": "Team", "rule": "range", "max": 100, "field": "team_size", "fill": "Ask", "steps": [ { "from": 50, "points": 40 }, { "from": 10, "to": 49, "points": 20 }, { "to": 9, "points": -10 } ] }""",
            With(Said.Known("team_size", new(Min: people, Max: people), $"{people} people"))).Points);

    [Theory]
    [InlineData(0, 0, "Has not")]
    [InlineData(8, -30, "Is annoyed: 8 of 10")]
    [InlineData(5, -10, "Is annoyed: 5 of 10")]
    public void Frustration_takes_points_away(int frustration, int points, string reason)
    {
        var line = Line("""{ "id": "x", "title": "Mood", "rule": "frustration", "max": 0, "fill": "Has not been annoyed", "steps": [ { "from": 8, "points": -30 }, { "from": 5, "points": -10 } ] }""", With() with { Dialogue = Chatted with { Frustration = frustration } }, Filler);

        Assert.Equal(points, line.Points);
        Assert.StartsWith(reason, line.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mood_has_its_points() => Assert.Equal(
        (60, "Sounds excited"),
        PointsAndReason("""{ "id": "x", "title": "Mood", "rule": "sentiment", "max": 100, "fill": "?", "values": { "excited": 60, "frustrated": -20 } }""",
            With() with { Dialogue = Chatted with { Sentiment = Sentiment.Excited } }));

    [Theory]
    [InlineData(0, 100, "Wrote within a day")]
    [InlineData(5, 40, "Wrote 5 days ago")]
    [InlineData(30, 0, "Has not written for 30 days")]
    public void Recency_fades_by_steps(int days, int points, string reason) => Assert.Equal(
        (points, reason),
        PointsAndReason("""{ "id": "x", "title": "Fresh", "rule": "recency", "max": 100, "fill": "?", "steps": [ { "days": 1, "points": 100 }, { "days": 7, "points": 40 } ] }""",
            With() with { HeardAt = Said.Now.AddDays(-days) }));

    [Fact]
    public void The_models_probability_is_a_share_of_the_points_and_nothing_without_a_model()
    {
        const string Rule = """{ "id": "x", "title": "Model", "rule": "model_probability", "max": 100, "fill": "No model yet: train one" }""";

        Assert.Equal((63, "The model gives 63 %"), PointsAndReason(Rule, With() with { Probability = 0.634 }));
        Assert.Equal((0, "No heat model was active when this was scored"), PointsAndReason(Rule, With()));
    }

    [Fact]
    public void What_was_asked_for_adds_up_to_the_rules_most() => Assert.Equal(
        (100, "Asked for a visit and a call"),
        PointsAndReason("""{ "id": "x", "title": "Requests", "rule": "requested", "max": 100, "fill": "?", "values": { "visit": 80, "call": 40, "brochure": 10 } }""",
            With() with { Dialogue = Chatted with { Requests = new Dictionary<string, int> { ["visit"] = 1, ["call"] = 2 } } }));

    [Fact]
    public void What_messages_give_away_has_its_points()
    {
        const string Rule = """{ "id": "x", "title": "Signals", "rule": "signals", "max": 100, "fill": "None", "values": { "urgency": 60, "price": 70, "competitor": -20 } }""";
        var signals = With() with { Dialogue = Chatted with { Signals = new Dictionary<string, int> { ["urgency"] = 1, ["competitor"] = 2 } } };

        Assert.Equal((40, "Is in a hurry, spoke of a competitor"), PointsAndReason(Rule, signals));
        Assert.Equal("is in a hurry, spoke of a competitor", Line(Rule, signals).Value);
        Assert.Equal((0, "None"), PointsAndReason(Rule, With() with { Dialogue = Chatted }));
    }

    [Fact]
    public void The_share_of_wishes_is_that_of_the_best_unit() => Assert.Equal(
        (50, "What fits best has 2 of 3 wishes"),
        PointsAndReason("""{ "id": "x", "title": "Match", "rule": "match_share", "max": 100, "fill": "?", "fields": ["areas", "beds", "budget"], "steps": [ { "share": 1, "points": 100 }, { "share": 0.6, "points": 50 } ] }""",
            With(
                Said.Known("areas", new(Items: ["Whitefield"]), "Whitefield"), Said.Known("beds", new(Min: 2, Max: 2), "2 BHK"),
                Said.Known("budget", new(Max: 10, Unit: "INR"), "₹10")) with
            {
                Matches = [new(Guid.Empty, "Home", "Bangalore", "Whitefield", "apartment", 2, 2, 100, 20_000_000, "INR", "")],
            }));

    [Fact]
    public void A_group_is_kept_within_its_cap_by_a_line_of_its_own()
    {
        var card = Card("""
            { "id": "a", "title": "A", "rule": "present", "max": 40, "fields": ["budget"], "fill": "Ask", "group": "g" },
            { "id": "b", "title": "B", "rule": "present", "max": 30, "fields": ["timeline"], "fill": "Ask", "group": "g" },
            { "id": "c", "title": "C", "rule": "present", "max": 50, "fields": ["email"], "fill": "Ask" }
            """, """ "groups": [ { "id": "g", "title": "Wish", "cap": 50 } ], """);

        var result = card.Evaluate(With(Said.Known("budget", new(Text: "x"), "x"), Said.Known("timeline", new(Text: "x"), "x")));

        Assert.Equal((50, -20), (result.Score, result.Ledger.Single(line => line.Rule == "cap:g").Points));
        Assert.Equal(result.Score, result.Ledger.Sum(line => line.Points));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, -1)]
    [InlineData(17, -15)]
    [InlineData(400, -20)]
    public void Points_go_with_time_and_never_below_zero(int days, int points)
    {
        var card = Card(Filler, """ "decay": { "afterDays": 7, "perDay": 1.5, "most": 20 }, """);
        var known = With(Said.Known("email", new(Text: "x"), "x")) with { HeardAt = Said.Now.AddDays(-days) };

        var aged = card.Evaluate(known);
        var empty = card.Evaluate(known with { Facts = [] });

        Assert.Equal((100 + points, points), (aged.Score, aged.Ledger.Where(line => line.Rule == Scorecard.DecayRule).Sum(line => line.Points)));
        Assert.Equal((0, 0), (empty.Score, empty.Ledger.Sum(line => line.Points)));
    }

    [Fact]
    public void A_band_says_how_much_a_lead_matters_and_how_soon_somebody_follows_up()
    {
        var card = Card(Filler, """ "followUp": { "hot": { "priority": "high", "within": "30m" } }, """);

        var (hot, none) = (card.Evaluate(With(Said.Known("email", new(Text: "x"), "x"))), card.Evaluate(With()));

        Assert.Equal((Heat.Hot, Priority.High, 30), (hot.Heat, hot.Priority, hot.FollowUpMinutes));
        Assert.Equal((Heat.Unqualified, Priority.Low, 30 * 24 * 60), (none.Heat, none.Priority, none.FollowUpMinutes));
    }

    [Fact]
    public void A_deals_value_is_the_first_that_is_known()
    {
        var card = Card(Filler, """ "value": [ { "field": "budget" }, { "field": "team_size", "each": 600, "currency": "USD" } ], """);
        var team = Said.Known("team_size", new(Min: 20, Max: 20), "20 people");

        Assert.Equal((12_000m, "USD"), card.ValueOf([team]));
        Assert.Equal((5m, "INR"), card.ValueOf([team, Said.Known("budget", new(Max: 5, Unit: "INR"), "₹5")]));
        Assert.Null(card.ValueOf([]));
        Assert.Null(card.ValueOf([Said.Known("team_size", new(Min: 1e25m, Max: 1e25m), "very many")]));
    }

    [Fact]
    public void What_was_counted_stands_on_its_line_and_is_sure() => Assert.Equal(
        ("4 messages", 1.0),
        Line("""{ "id": "x", "title": "Messages", "rule": "messages", "max": 100, "each": 1, "fill": "?" }""", With() with { Dialogue = Chatted }) is var line ? (line.Value, line.Confidence) : default);

    internal const string Filler = """{ "id": "filler", "title": "Filler", "rule": "present", "max": 100, "fields": ["email"], "fill": "Ask" }""";

    internal static Scorecard Card(string criteria, string more = "") => ScorecardParser.Parse("card", $$"""
        {
          "name": "test", "version": 1, "recommendation": { "qualified": 60, "needsMoreInfo": 40 }, "bands": { "hot": 80, "warm": 60, "cold": 40 }, {{more}}
          "criteria": [ {{criteria}} ],
          "nextSteps": { "hot": ["Call"], "warm": ["Call"], "cold": ["Wait"], "unqualified": ["Wait"] }
        }
        """);

    private static LedgerLine Line(string criterion, ScoringInput input, string? more = null) =>
        Card(more is null ? criterion : $"{criterion}, {more}").Evaluate(input).Ledger.Single(line => line.Rule == "x");

    private static (int, string) PointsAndReason(string criterion, ScoringInput input) => Line(criterion, input) is var line ? (line.Points, line.Reason) : default;

    private static ScoringInput With(params Fact[] facts) => new(facts, [], [], Said.Now);
}
