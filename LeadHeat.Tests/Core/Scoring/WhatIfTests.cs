using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Scoring;

/// <summary>What would change a score, by cards of teams' own.</summary>
public sealed class WhatIfTests
{
    private static readonly ScoringInput Empty = new([], [], [], Said.Now, DialogueState.Start with { Turns = 3 });

    [Fact]
    public void Where_many_small_facts_are_needed_all_of_them_are_named()
    {
        string[] fields = ["name", "email", "phone", "budget", "timeline", "areas", "beds", "purpose", "preapproved", "size"];
        var card = CardRulesTests.Card(string.Join(',', fields.Select(field =>
            $$"""{ "id": "{{field}}", "title": "{{field}}", "rule": "present", "max": 10, "fields": ["{{field}}"], "fill": "Ask" }""")));
        var known = Empty with { Facts = [Said.Known("name", new(Text: "x"), "x"), Said.Known("email", new(Text: "x"), "x")] };

        var (cold, none) = (Find(card, known), Find(card, Empty));

        Assert.Equal([2, 2, 2], cold.Lifts.Select(set => set.Facts.Count));
        Assert.Equal((4, 40), (none.Lifts[0].Facts.Count, none.Lifts[0].Score));
        var warm = Find(card, known with { Facts = [.. known.Facts, Said.Known("phone", new(Text: "x"), "x"), Said.Known("size", new(Text: "x"), "x")], Adjustments = [By(-40)] });
        Assert.Equal((4, 40), (warm.Lifts[0].Facts.Count, warm.Lifts[0].Score));
        var hot = Find(card, Empty with { Adjustments = [By(-30)] });
        Assert.Equal((7, 40), (hot.Lifts[0].Facts.Count, hot.Lifts[0].Score));
        Assert.Empty(Find(card, Empty with { Adjustments = [By(-70)] }).Lifts);
    }

    [Fact]
    public void The_best_answer_to_a_choice_is_named_also_where_it_is_not_worth_all_points()
    {
        var card = CardRulesTests.Card("""
            { "id": "role", "title": "Role", "rule": "one_of", "max": 50, "field": "role", "values": { "decides": 45, "shares": 20 }, "fill": "Ask" },
            { "id": "email", "title": "E-mail", "rule": "present", "max": 50, "fields": ["email"], "fill": "Ask" }
            """);

        Assert.Equal([("email", 50), ("role", 45)], Find(card, Empty).Gains.Select(gain => (gain.Field, gain.Points)));
    }

    [Fact]
    public void Annoyance_and_a_bad_mood_are_told_where_they_cost_points()
    {
        var card = CardRulesTests.Card("""
            { "id": "mood", "title": "Mood", "rule": "sentiment", "max": 0, "values": { "frustrated": -7, "excited": 0 }, "fill": "?" },
            { "id": "anger", "title": "Anger", "rule": "frustration", "max": 0, "steps": [ { "from": 8, "points": -30 }, { "from": 5, "points": -10 } ], "fill": "?" },
            { "id": "email", "title": "E-mail", "rule": "present", "max": 100, "fields": ["email"], "fill": "Ask" }
            """);
        var known = Empty with { Facts = [Said.Known("email", new(Text: "x"), "x")] };

        Assert.Equal(
            [("E-mail taken back", -100), ("Annoyed: 8 of 10", -30), ("Annoyed: 5 of 10", -10), ("Sounds frustrated", -7)],
            Find(card, known).Losses.Select(loss => (loss.What, loss.Points)));
        Assert.DoesNotContain(
            Find(card, known with { Dialogue = known.Dialogue! with { Frustration = 9, Sentiment = Sentiment.Frustrated } }).Losses, loss => loss.Field is null);
    }

    private static LedgerLine By(int points) => new(Scorecard.Manual, "test", 1, points, 0, "Reason", [], null, null, null, 1, "Priya", Said.Now);

    private static WhatIf Find(Scorecard card, ScoringInput input) => WhatIfFinder.Find(card, Shipped.RealEstate, input, []);
}
