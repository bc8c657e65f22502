using System.Text.Json.Nodes;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core;
using LeadHeat.Web.Scoring;

namespace LeadHeat.Tests.Web;

public sealed class CardDraftTests
{
    [Fact]
    public void Every_shipped_card_adds_up_to_100_and_has_words_for_each_rule() => Assert.All(
        Shipped.Playbooks.All.SelectMany(playbook => playbook.Scorecards),
        card =>
        {
            var draft = Draft(card);

            Assert.Equal(100, draft.Total);
            Assert.All(draft.Criteria, rule => Assert.True(CriterionWords.Of(rule).Length > 10, rule.ToJsonString()));
        });

    [Fact]
    public void A_rules_steps_keep_their_proportions_when_its_weight_changes()
    {
        var draft = Draft(Shipped.RealEstate.Scorecard);

        draft.SetMax("timeline", 24);
        draft.SetMax("budget", 13);

        var card = ScorecardParser.Parse("draft", draft.Json);
        Assert.Equal([(3m, 24), (6m, 18), (12m, 10)], ((TimelineCriterion)card.Criteria.Single(rule => rule.Id == "timeline")).Steps);
        Assert.Equal(5, ((BudgetCriterion)card.Criteria.Single(rule => rule.Id == "budget")).NoMatch);
    }

    [Fact]
    public void Rules_are_said_in_a_salespersons_words()
    {
        var words = Draft(Shipped.RealEstate.Scorecard).Criteria.Select(CriterionWords.Of).ToList();

        Assert.Equal("+20 for a place where we have something, +14 where not, +10 for a city alone", words[0]);
        Assert.Equal("+12 within 3 months, +9 within 6 months, +5 within 12 months, +2 later, +1 with no rush", words[3]);
    }

    [Theory]
    [InlineData("""{"rule":"timeline","steps":[{"months":1,"points":15},{"months":3,"points":9}],"later":2,"none":1}""", "+15 within 1 month, +9 within 3 months, +2 later, +1 with no rush")]
    [InlineData("""{"rule":"recency","steps":[{"days":1,"points":10},{"days":1.5,"points":8},{"days":7,"points":5}]}""", "When they wrote last: +10 within 1 day, +8 within 1.5 days, +5 within 7 days")]
    public void One_month_and_one_day_are_said_as_one(string rule, string words) => Assert.Equal(words, CriterionWords.Of(JsonNode.Parse(rule)!.AsObject()));

    [Fact]
    public void What_is_no_json_changes_nothing()
    {
        var draft = Draft(Shipped.Cafe.Scorecard);
        var before = draft.Json;

        Assert.False(draft.TryTake("{ half"));
        Assert.False(draft.TryTake("[]"));
        Assert.Equal(before, draft.Json);
    }

    [Fact]
    public void Offered_rules_and_a_decay_make_a_card_that_can_be_read_and_are_offered_once()
    {
        var draft = Draft(Shipped.RealEstate.Scorecard);
        foreach (var (id, _) in OfferedRules.For(draft))
        {
            var rule = OfferedRules.Find(id)!;
            draft.Add(rule);
            draft.SetMax("budget", Math.Max(0, 25 - CardDraft.Whole(rule["max"])));
            draft.SetDecay(takes: true);

            Assert.Equal(100, draft.Total);
            var card = ScorecardParser.Parse("draft", draft.Json);
            Assert.DoesNotContain(ScorecardLint.Check(card, Shipped.RealEstate), finding => finding.Criterion == id);
            Assert.NotNull(card.Decay);
            Assert.DoesNotContain(OfferedRules.For(draft), offered => offered.Id == id);
            Assert.True(CriterionWords.Of(rule).Length > 10);
            Assert.Equal(7, draft.Remove(rule));
            draft.SetMax("budget", 25);
        }

        draft.SetDecay(takes: false);
        Assert.Null(ScorecardParser.Parse("draft", draft.Json).Decay);
    }

    [Theory]
    [InlineData("""{"criteria":{},"groups":[1,{"id":7}],"bands":[],"recommendation":"x"}""")]
    [InlineData("""{"criteria":[3,{"id":9,"rule":[],"max":"x","steps":{},"values":[]}],"bands":{"hot":"x"}}""")]
    [InlineData("""{"criteria":[{"id":"a","rule":"range","field":{},"steps":[{"points":{}}]},{"id":"a","rule":"count","fields":[1]}]}""")]
    [InlineData("{}")]
    public void A_card_of_any_json_can_be_shown_and_put_right(string json)
    {
        var draft = Draft(Shipped.Cafe.Scorecard);

        Assert.True(draft.TryTake(json));
        draft.SetBand("hot", 70);
        draft.SetQualified(60);
        foreach (var rule in draft.Criteria)
        {
            draft.SetMax(CardDraft.Text(rule["id"]) ?? "", 5);
            Assert.NotNull(CriterionWords.Of(rule));
        }

        Assert.InRange(draft.Total + draft.Qualified + draft.HotFrom + draft.Groups.Count + draft.BandStarts.Count, 0, 1000);
        Assert.False(draft.TryTake("""{"bands":1,"bands":2}"""));
    }

    private static CardDraft Draft(Scorecard card) => new(JsonNode.Parse(card.Json)!.AsObject());
}
