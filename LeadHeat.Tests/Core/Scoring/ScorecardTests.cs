using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Scoring;

public sealed class ScorecardTests
{
    private static readonly UnitMatch Fitting = Match("Whitefield", 2, 18_000_000);

    private static readonly Fact[] Complete =
    [
        Fact(FactFields.Areas, new(Items: ["Whitefield"]), "Whitefield"),
        Fact(FactFields.Beds, new(Min: 2, Max: 2), "2 BHK"),
        Fact(FactFields.PropertyType, new(Items: ["apartment"]), "apartment"),
        Fact(FactFields.Size, new(Min: 90, Max: 120, Unit: "m2"), "about 1,130 sq ft"),
        Fact(FactFields.Budget, new(Max: 20_000_000, Unit: "INR"), "up to ₹2 Cr"),
        Fact(FactFields.Timeline, new(Text: "soon", Max: 3, Unit: "months"), "within 3 months"),
        Fact(FactFields.Email, new(Text: "a@b.co"), "a@b.co"),
        Fact(FactFields.Phone, new(Text: "+919845012345"), "+919845012345"),
        Fact(FactFields.PreApproved, new(Text: "yes"), "loan approved"),
    ];

    [Fact]
    public void The_real_estate_card_is_the_source_designs()
    {
        var card = Shipped.RealEstate.Scorecard;

        Assert.Equal(("real-estate-fit", 1, 60), (card.Name, card.Version, card.QualifiedAt));
        Assert.Equal(
            [("location", 20), ("needs", 20), ("budget", 25), ("timeline", 12), ("specificity", 8), ("contact", 8), ("preapproval", 7)],
            card.Criteria.Select(criterion => (criterion.Id, criterion.Max)));
    }

    [Fact]
    public void The_five_factors_are_averaged_and_judged_at_80_and_50()
    {
        var card = Shipped.B2b.CardsBeside.Single();

        Assert.Equal(("five-factors", 80, 50), (card.Name, card.Recommending.Qualified, card.Recommending.NeedsMoreInfo));
        Assert.Equal(
            [("budget", 20), ("timeline", 20), ("need", 20), ("engagement", 20), ("authority", 20)],
            card.Criteria.Select(criterion => criterion.Group ?? criterion.Id).Distinct()
                .Select(id => (id, card.Groups.SingleOrDefault(group => group.Id == id)?.Cap ?? card.Criteria.Single(criterion => criterion.Id == id).Max)));
        Assert.Equal(
            [Recommendation.Qualified, Recommendation.NeedsMoreInfo, Recommendation.NeedsMoreInfo, Recommendation.Rejected],
            new[] { 80, 79, 50, 49 }.Select(score => card.Recommending.Of(score, nothingMissing: false)));
    }

    [Fact]
    public void Temperature_is_two_scales_from_0_to_10()
    {
        var card = Shipped.RealEstate.CardsBeside.Single();

        Assert.Equal([("engagement", 10, 50), ("intent_to_buy", 10, 50)], card.Groups.Select(group => (group.Id, group.Scale!.Value, group.Cap)));
        Assert.Equal([Heat.Hot, Heat.Warm, Heat.Cold], new[] { 70, 40, 0 }.Select(card.Bands.Of));
    }

    [Fact]
    public void The_cafe_card_has_25_for_contact_30_for_intent_25_for_engagement_and_20_for_completeness()
    {
        int Sum(params string[] ids) => Shipped.Cafe.Scorecard.Criteria.Where(criterion => ids.Contains(criterion.Id)).Sum(criterion => criterion.Max);

        Assert.Equal((25, 25, 20), (Sum("name", "email", "phone"), Sum("messages", "questions", "detail"), Sum("completeness")));
        Assert.Equal(30, Shipped.Cafe.Scorecard.Groups.Single(group => group.Id == "intent").Cap);
        Assert.Equal(["customer_type", "timeline", "volume"], Shipped.Cafe.Scorecard.Criteria.Where(criterion => criterion.Group == "intent").Select(criterion => criterion.Id));
        Assert.Equal((80, 60, 40), Shipped.Cafe.Scorecard.Bands is var bands ? (bands.Hot, bands.Warm, bands.Cold) : default);
    }

    [Fact]
    public void A_complete_lead_with_a_match_has_100() => Assert.Equal(100, Evaluate(Complete, Fitting).Score);

    [Fact]
    public void An_unknown_lead_has_nothing_and_every_line_says_what_would_fill_it()
    {
        var result = Evaluate([]);

        Assert.Equal((0, false, Heat.Unqualified, Recommendation.NeedsMoreInfo), (result.Score, result.Qualified, result.Heat, result.Recommendation));
        Assert.All(result.Ledger, line => Assert.True(line is { Points: 0, Evidence.Count: 0, SetBy: null } && line.Reason.Length > 10 && line.Field is not null));
    }

    [Theory]
    [InlineData(80, Heat.Hot)]
    [InlineData(79, Heat.Warm)]
    [InlineData(60, Heat.Warm)]
    [InlineData(59, Heat.Cold)]
    [InlineData(40, Heat.Cold)]
    [InlineData(39, Heat.Unqualified)]
    public void Bands(int score, Heat heat) => Assert.Equal(heat, Shipped.RealEstate.Scorecard.Bands.Of(score));

    [Theory]
    [InlineData("Whitefield", 2, 18_000_000, 20, 20, 25)]
    [InlineData("Kadugodi", 2, 18_000_000, 14, 20, 25)]
    [InlineData("Whitefield", 3, 18_000_000, 20, 10, 25)]
    [InlineData("Whitefield", 2, 21_000_000, 20, 20, 10)]
    public void A_unit_counts_only_for_what_it_fits(string area, int beds, int price, int location, int needs, int budget)
    {
        var lines = Evaluate(Complete, Match(area, beds, price)).Ledger;

        Assert.Equal((location, needs, budget), (Points(lines, "location"), Points(lines, "needs"), Points(lines, "budget")));
    }

    [Theory]
    [InlineData(3, null, "soon", 12)]
    [InlineData(6, null, "soon", 9)]
    [InlineData(12, null, "later", 5)]
    [InlineData(24, null, "later", 2)]
    [InlineData(null, 6, "later", 2)]
    [InlineData(null, null, "none", 1)]
    public void Sooner_is_more(int? max, int? min, string text, int points) =>
        Assert.Equal(points, Points(Evaluate([Fact(FactFields.Timeline, new(Text: text, Min: min, Max: max, Unit: "months"), "then")]).Ledger, "timeline"));

    [Fact]
    public void An_adjustment_is_a_line_and_the_score_stays_within_its_limits()
    {
        var by = new LedgerLine(Scorecard.Manual, "real-estate-fit", 1, 30, 0, "Met her in person", [], null, null, null, 1, "Priya", Said.Now);

        var result = Shipped.RealEstate.Scorecard.Evaluate(new(Complete, [Fitting], [by], Said.Now));

        Assert.Contains(by, result.Ledger);
        Assert.Equal((100, -30), (result.Score, result.Ledger.Single(line => line.Rule == Scorecard.Limit).Points));
    }

    [Fact]
    public void The_promised_points_come_true()
    {
        var input = new ScoringInput([.. Complete.Take(5)], [Fitting], [], Said.Now);
        var before = Shipped.RealEstate.Scorecard.Evaluate(input).Score;

        foreach (var missing in Shipped.RealEstate.Scorecard.Missing(input).Where(missing => Complete.Any(fact => fact.Field == missing.Field)))
        {
            var after = Shipped.RealEstate.Scorecard.Evaluate(input with { Facts = [.. input.Facts, Complete.Single(fact => fact.Field == missing.Field)] }).Score;
            Assert.Equal((missing.Field, before + missing.Points), (missing.Field, after));
        }
    }

    [Fact]
    public void Only_the_matches_that_are_kept_are_judged()
    {
        var far = Match("Kadugodi", 4, 90_000_000);

        var result = Shipped.RealEstate.Scorecard.Evaluate(new(Complete, [far, far, far, Fitting], [], Said.Now));

        Assert.Equal(3, result.TopMatches.Count);
        Assert.Equal(Evaluate(Complete, far).Score, result.Score);
    }

    [Fact]
    public void The_next_step_names_whom_to_call_and_what_to_show()
    {
        Fact[] named = [.. Complete, Fact(FactFields.Name, new(Text: "Asha"), "Asha")];

        Assert.Equal("Call Asha today and offer a visit to Home.", Evaluate(named, Fitting).NextStep);
        Assert.Equal("Keep the chat going: ask for the budget.", Evaluate([]).NextStep);
    }

    [Fact]
    public void Any_facts_add_up_to_the_score_and_at_most_five_reasons() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        (from known in Gen.SubListOf(Complete)
         from adjustment in Gen.Choose(-120, 120)
         from matched in Gen.Elements(true, false)
         select (known, adjustment, matched)).ToArbitrary(),
        lead =>
        {
            var by = new LedgerLine(Scorecard.Manual, "c", 1, lead.adjustment, 0, "Reason", [], null, null, null, 1, "Priya", Said.Now);
            return Shipped.Playbooks.All.SelectMany(playbook => playbook.Scorecards).All(card =>
            {
                var result = card.Evaluate(new([.. lead.known], lead.matched ? [Fitting] : [], [by], Said.Now));
                return result.Score == result.Ledger.Sum(line => line.Points) && result.Score is >= 0 and <= 100 && result.Reasons.Count <= 5
                    && result.Ledger.All(line => line.Rule is Scorecard.Manual or Scorecard.Limit || line.Rule.StartsWith(Scorecard.CapPrefix, StringComparison.Ordinal) || (line.Points >= 0 && line.Points <= line.MaxPoints));
            });
        }));

    [Theory]
    [InlineData("real-estate")]
    [InlineData("cafe")]
    [InlineData("b2b")]
    public void Every_field_that_a_card_wants_can_be_asked_for_or_comes_by_itself(string name)
    {
        var playbook = Shipped.Playbooks[name];

        Assert.All(playbook.Scorecard.Missing(new([], [], [], Said.Now)), missing => Assert.NotNull(playbook.Field(missing.Field)));
    }

    private static Qualification Evaluate(IReadOnlyList<Fact> facts, params UnitMatch[] matches) =>
        Shipped.RealEstate.Scorecard.Evaluate(new(facts, matches, [], Said.Now));

    private static int Points(IReadOnlyList<LedgerLine> ledger, string rule) => ledger.Single(line => line.Rule == rule).Points;

    private static Fact Fact(string field, FactValue value, string display) => Said.Known(field, value, display);

    private static UnitMatch Match(string area, decimal beds, decimal price) =>
        new(Guid.Empty, "Home", "Bangalore", area, "apartment", beds, 2, 105, price, "INR", "");
}
