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

    [Fact]
    public void What_is_no_json_changes_nothing()
    {
        var draft = Draft(Shipped.Cafe.Scorecard);
        var before = draft.Json;

        Assert.False(draft.TryTake("{ half"));
        Assert.False(draft.TryTake("[]"));
        Assert.Equal(before, draft.Json);
    }

    private static CardDraft Draft(Scorecard card) => new(JsonNode.Parse(card.Json)!.AsObject());
}
