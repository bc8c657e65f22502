using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Tests.Core.Scoring;

/// <summary>A card that is wrong says where and why.</summary>
public sealed class CardErrorsTests
{
    private const string Right = """
        {
          "name": "test", "version": 1,
          "recommendation": { "qualified": 60, "needsMoreInfo": 40 },
          "bands": { "hot": 80, "warm": 60, "cold": 40 },
          "criteria": [
            { "id": "a", "title": "A", "rule": "timeline", "max": 60, "field": "timeline", "fill": "Ask", "later": 2, "none": 0,
              "steps": [ { "months": 3, "points": 60 }, { "months": 6, "points": 30 } ] },
            { "id": "b", "title": "B", "rule": "one_of", "max": 40, "field": "role", "fill": "Ask", "values": { "decides": 40 } }
          ],
          "nextSteps": { "hot": ["Call"], "warm": ["Call"], "cold": ["Wait"], "unqualified": ["Wait"] }
        }
        """;

    [Fact]
    public void The_right_card_is_right() => Assert.Equal(("test", 1, 2), Read(Right) is var card ? (card.Name, card.Version, card.Criteria.Count) : default);

    [Theory]
    [InlineData("\"max\": 60", "\"max\": 61", 5, "criteria", "add up to 101, not to 100")]
    [InlineData("\"rule\": \"one_of\"", "\"rule\": \"magic\"", 8, "criteria[1].rule", "no rule 'magic'")]
    [InlineData("\"warm\": 60", "\"warm\": 80", 4, "bands.warm", "no score would be warm")]
    [InlineData("\"cold\": 40", "\"cold\": 70", 4, "bands.cold", "no score would be cold")]
    [InlineData("\"hot\": 80,", "\"hot\": 180,", 4, "bands.hot", "no score reaches 180")]
    [InlineData("\"hot\": 80, \"warm\": 60", "\"hot\": 60, \"warm\": 80", 4, "bands.warm", "'warm' begins at 80 and 'hot' at 60")]
    [InlineData("\"id\": \"b\"", "\"id\": \"a\"", 8, "criteria[1].id", "'a' is there twice")]
    [InlineData("\"id\": \"b\"", "\"id\": \"manual\"", 8, "criteria[1].id", "not the card's")]
    [InlineData("\"months\": 6", "\"months\": 2", 7, "criteria[0].steps[1].months", "have to rise")]
    [InlineData("\"points\": 30", "\"points\": 70", 7, "criteria[0].steps[1].points", "more than the rule's 60")]
    [InlineData("\"later\": 2", "\"later\": 61", 6, "criteria[0].later", "more than the rule's 60")]
    [InlineData("\"fill\": \"Ask\", \"values\"", "\"fill\": \"Ask\", \"group\": \"g\", \"values\"", 8, "criteria[1].group", "no group 'g'")]
    [InlineData("\"needsMoreInfo\": 40", "\"needsMoreInfo\": 60", 3, "recommendation.needsMoreInfo", "no lead would need more")]
    [InlineData("\"version\": 1", "\"version\": 0", 2, "version", "begin at 1")]
    [InlineData("\"version\": 1", "\"version\": 1.5", 2, "version", "whole number")]
    [InlineData("\"id\": \"b\"", "\"id\": \"cap:b\"", 8, "criteria[1].id", "not the card's")]
    [InlineData("\"points\": 30", "\"points\": -2147483647", 7, "criteria[0].steps[1].points", "100 points at the most")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"decay\": { \"afterDays\": 1, \"perDay\": 1e20, \"most\": 20 },", 2, "decay", "up to 100")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"value\": [ { \"field\": \"role\", \"each\": 1e27, \"currency\": \"USD\" } ],", 2, "value[0].each", "at the most")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"groups\": [ { \"id\": \"g\", \"title\": \"G\", \"cap\": 50, \"scale\": 0 } ],", 2, "groups[0].scale", "between 1 and 100")]
    [InlineData("\"name\": \"test\"", "\"nmae\": \"test\"", 1, "", "'name' is missing")]
    [InlineData("{ \"decides\": 40 }", "{ }", 8, "criteria[1].values", "at least one value")]
    public void An_error_names_line_and_key(string right, string wrong, int line, string key, string problem)
    {
        var error = Assert.Throws<PlaybookException>(() => Read(Right.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(("test.json", line, key), (error.File, error.Line, error.Key));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("real-estate", "{ \"id\": \"b\", \"title\": \"Nationality\", \"rule\": \"present\", \"max\": 40, \"fields\": [\"email\"], \"fill\": \"Ask\" }", "nationality", LintLevel.Refused)]
    [InlineData("real-estate", "{ \"id\": \"b\", \"title\": \"B\", \"rule\": \"one_of\", \"max\": 40, \"field\": \"name\", \"values\": { \"Smith\": 40 }, \"fill\": \"Ask\" }", "name is judge origin", LintLevel.Refused)]
    [InlineData("real-estate", "{ \"id\": \"b\", \"title\": \"B\", \"rule\": \"present\", \"max\": 40, \"fields\": [\"name\"], \"fill\": \"Ask\" }", "any name gets them", LintLevel.Flagged)]
    [InlineData("real-estate", "{ \"id\": \"postcode\", \"title\": \"B\", \"rule\": \"present\", \"max\": 40, \"fields\": [\"email\"], \"fill\": \"Ask\" }", "stands in for", LintLevel.Flagged)]
    [InlineData("real-estate", "{ \"id\": \"b\", \"title\": \"B\", \"rule\": \"one_of\", \"max\": 40, \"field\": \"city\", \"values\": { \"Dubai\": 40 }, \"fill\": \"Ask\" }", "Points by place", LintLevel.Flagged)]
    [InlineData("real-estate", "{ \"id\": \"b\", \"title\": \"B\", \"rule\": \"present\", \"max\": 40, \"fields\": [\"shoe_size\"], \"fill\": \"Ask\" }", "no field 'shoe_size'", LintLevel.Refused)]
    [InlineData("b2b", "{ \"id\": \"b\", \"title\": \"B\", \"rule\": \"one_of\", \"max\": 40, \"field\": \"role\", \"values\": { \"dreams\": 40 }, \"fill\": \"Ask\" }", "none of the answers", LintLevel.Flagged)]
    public void The_lint_says_what_is_not_fair_and_why(string playbook, string criterion, string message, LintLevel level)
    {
        var from = Right.IndexOf("{ \"id\": \"b\"", StringComparison.Ordinal);
        var card = Read(Right[..from] + criterion + Right[Right.IndexOf("\n  ],", StringComparison.Ordinal)..]);

        var finding = Assert.Single(ScorecardLint.Check(card, Shipped.Playbooks[playbook]), finding => finding.Criterion is "b" or "postcode");

        Assert.Equal(level, finding.Level);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_there_twice_would_count_twice()
    {
        const string Group = """{ "id": "g", "title": "G", "cap": 50 }""";
        var twice = Right.Replace("\"max\": 60,", "\"max\": 60, \"group\": \"g\",", StringComparison.Ordinal)
            .Replace("\"version\": 1,", $"\"version\": 1, \"groups\": [ {Group}, {Group} ],", StringComparison.Ordinal);

        Assert.Contains("'g' is there twice", Assert.Throws<PlaybookException>(() => Read(twice)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Date of birth")]
    [InlineData("skin")]
    [InlineData("Nationalities")]
    [InlineData("post code")]
    [InlineData("country")]
    public void What_law_protects_and_what_stands_in_for_it_is_found_by_many_names(string title) => Assert.Contains(
        ScorecardLint.Check(Read(Right.Replace("\"title\": \"B\"", $"\"title\": \"{title}\"", StringComparison.Ordinal)), Shipped.Playbooks["b2b"]),
        finding => finding.Criterion == "b" && (finding.Message.Contains("law protects", StringComparison.Ordinal) || finding.Message.Contains("stands in for", StringComparison.Ordinal)));

    [Fact]
    public void A_rule_that_cannot_give_its_points_is_flagged()
    {
        var card = Read(Right.Replace("\"decides\": 40", "\"decides\": 25", StringComparison.Ordinal));

        Assert.Contains(ScorecardLint.Check(card, Shipped.Playbooks["b2b"]), finding => finding.Message.Contains("never gives more than 25", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_of_a_shipped_card_can_give_its_points() => Assert.All(
        Shipped.Playbooks.All.SelectMany(playbook => playbook.Scorecards).SelectMany(card => card.Criteria), rule => Assert.Equal(rule.Max, rule.Most));

    [Fact]
    public void No_shipped_card_is_refused() => Assert.All(
        Shipped.Playbooks.All.SelectMany(playbook => playbook.Scorecards.Select(card => (card, playbook))),
        pair => Assert.DoesNotContain(ScorecardLint.Check(pair.card, pair.playbook), finding => finding.Level == LintLevel.Refused));

    private static Scorecard Read(string json) => ScorecardParser.Parse("test.json", json);
}
