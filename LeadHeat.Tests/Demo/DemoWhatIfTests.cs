using LeadHeat.Api.Demo;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core;

namespace LeadHeat.Tests.Demo;

/// <summary>What is promised comes true, for every demo lead and every card that ships.</summary>
public sealed class DemoWhatIfTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private static readonly List<Case> Cases =
    [
        .. from lead in DemoLeads.Create(Now, Shipped.Playbooks, DemoInventory.Create(Now))
           where lead.Qualification is not null
           from card in lead.Playbook.Scorecards
           let input = lead.Qualification!.Input
           let dialogue = input.Dialogue ?? DialogueState.Start
           let questions = OpenQuestions.Of(lead.Playbook, input.Facts, dialogue, card.Missing(input))
           select new Case(lead, card, input, dialogue, WhatIfFinder.Find(card, lead.Playbook, input, questions)),
    ];

    [Fact]
    public void A_set_of_facts_brings_the_points_and_the_band_that_it_promises()
    {
        Assert.All(Cases, each => Assert.All(each.WhatIf.Lifts, set =>
        {
            var after = each.Card.Evaluate(WhatIfFinder.With(each.Input, set.Facts.Select(fact => fact.Fact)));

            Assert.Equal((set.Score, set.Heat), (after.Score, after.Heat));
            Assert.Equal(each.WhatIf.Score + set.Points, after.Score);
            Assert.True(after.Heat >= each.WhatIf.NextBand);
            Assert.Equal(set.Points, set.Facts.Sum(fact => fact.Points));
        }));
        Assert.True(Cases.Count(each => each.WhatIf.Lifts.Count > 0) > 100, "hardly any lead can be lifted");
    }

    [Fact]
    public void No_smaller_set_of_the_same_facts_would_do() => Assert.All(Cases, each => Assert.All(each.WhatIf.Lifts, set =>
    {
        foreach (var spared in set.Facts)
        {
            var fewer = set.Facts.Where(fact => fact != spared).Select(fact => fact.Fact);
            Assert.True(each.Card.Evaluate(WhatIfFinder.With(each.Input, fewer)).Score < each.WhatIf.NextBandAt);
        }
    }));

    [Fact]
    public void A_single_answer_brings_what_it_promises_and_a_loss_costs_what_it_says() => Assert.All(Cases, each =>
    {
        Assert.All(each.WhatIf.Gains, gain => Assert.Equal(each.WhatIf.Score + gain.Points, each.Card.Evaluate(WhatIfFinder.With(each.Input, [gain.Fact])).Score));
        Assert.All(each.WhatIf.Losses.Where(loss => loss.Field is not null), loss => Assert.Equal(
            loss.Score, each.Card.Evaluate(each.Input with { Facts = [.. each.Input.Facts.Where(fact => fact.Field != loss.Field)] }).Score));
        Assert.All(each.WhatIf.Losses, loss => Assert.True(loss.Points < 0));
    });

    [Fact]
    public void Nobody_is_asked_for_what_is_known_refused_or_was_asked_too_often() => Assert.All(Cases, each => Assert.All(each.WhatIf.Questions, question =>
    {
        Assert.DoesNotContain(each.Input.Facts, fact => fact.Field == question.Field && !fact.Value.IsEmpty);
        Assert.DoesNotContain(question.Field, each.Dialogue.Refused);
        Assert.True(each.Dialogue.Asked.GetValueOrDefault(question.Field) < each.Lead.Playbook.Thresholds.Asks);
    }));

    [Fact]
    public void The_same_lead_gives_the_same_answers_and_a_hot_one_has_no_band_above()
    {
        Assert.All(Cases.Where(each => each.WhatIf.Heat == Heat.Hot), each => Assert.Null(each.WhatIf.NextBand));
        Assert.All(Cases.Take(50), each => Assert.Equal(
            each.WhatIf.Lifts.Select(set => (set.Score, string.Join(',', set.Facts.Select(fact => fact.Field)))),
            WhatIfFinder.Find(each.Card, each.Lead.Playbook, each.Input, each.WhatIf.Questions).Lifts
                .Select(set => (set.Score, string.Join(',', set.Facts.Select(fact => fact.Field))))));
    }

    private sealed record Case(DemoLead Lead, Scorecard Card, ScoringInput Input, DialogueState Dialogue, WhatIf WhatIf);
}
