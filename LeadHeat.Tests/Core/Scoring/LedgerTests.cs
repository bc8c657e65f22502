using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Core.Scoring;

/// <summary>A ledger is written by loops, for speed; said plainly here, it has to come out the same for whatever is known of a lead.</summary>
public sealed class LedgerTests
{
    private const string Model = """{ "id": "model", "title": "Model", "rule": "model_probability", "max": 100, "fill": "None" }""";

    private static readonly (Playbook Playbook, Scorecard Card)[] Cards =
    [
        .. Shipped.Playbooks.All.SelectMany(playbook => playbook.Scorecards.Append(CardRulesTests.Card(Model)).Select(card => (playbook, card))),
    ];

    [Fact]
    public void Each_line_says_what_its_rule_found_and_the_sum_is_the_score() => ForAll((_, card, input) =>
    {
        var ledger = card.Evaluate(input).Ledger;
        var sum = ledger.Where(line => line.Rule != Scorecard.Limit).Sum(line => line.Points);

        Assert.Equal(card.Criteria.Select(criterion => Json(LineOf(card, criterion, input))), ledger.Take(card.Criteria.Count).Select(Json));
        Assert.Equal(Math.Clamp(sum, 0, 100), card.Evaluate(input).Score);
        Assert.Equal(card.Evaluate(input).Score, ledger.Sum(line => line.Points));
    });

    [Fact]
    public void The_reasons_are_those_of_the_strongest_lines() => ForAll((_, card, input) =>
    {
        var result = card.Evaluate(input);

        Assert.Equal(
            result.Ledger.Where(line => line.Points != 0 && line.Rule != Scorecard.Limit && !line.Rule.StartsWith(Scorecard.CapPrefix, StringComparison.Ordinal))
                .OrderByDescending(line => Math.Abs(line.Points)).Take(5).Select(line => line.Reason),
            result.Reasons);
    });

    [Fact]
    public void What_is_missing_is_summed_by_field_the_most_first() => ForAll((_, card, input) => Assert.Equal(
        card.Criteria.SelectMany(criterion => criterion.Judge(input).Missing).GroupBy(fact => fact.Field)
            .Select(field => new MissingFact(field.Key, field.Sum(fact => fact.Points))).OrderByDescending(fact => fact.Points),
        card.Missing(input)));

    [Fact]
    public void The_next_step_is_the_first_template_whose_words_are_all_known() => ForAll((_, card, input) =>
    {
        var result = card.Evaluate(input);
        string? ValueOf(string word) => word switch
        {
            "who" => input.Find("name")?.Display ?? "them",
            "match" => input.Matches.Count > 0 ? input.Matches[0].Title : null,
            "missing" => card.Missing(input) is [var most, ..] ? NextStepWriter.InWords(most.Field) : null,
            _ => word[0] == '?' ? input.Find(word[1..]) is null ? null : "" : input.Find(word)?.Display,
        };
        string? Fill(string template)
        {
            var parts = template.Split('{', '}');
            var values = parts.Select((part, place) => place % 2 == 0 ? part : ValueOf(part)).ToList();
            return values.Contains(null) ? null : string.Concat(values);
        }

        Assert.Equal(card.NextSteps[result.Heat].Select(Fill).FirstOrDefault(text => text is not null) ?? card.NextSteps[result.Heat][^1], result.NextStep);
    });

    [Fact]
    public void Facts_that_are_put_in_place_of_others_are_found() => ForAll((playbook, card, input) =>
    {
        var other = RandomInputs.Of(playbook, 7);

        Assert.Equal(Json(card, other with { At = input.At }), Json(card, input with
        {
            Facts = other.Facts, Matches = other.Matches, Dialogue = other.Dialogue, HeardAt = other.HeardAt, Probability = other.Probability,
        }));
    });

    private static void ForAll(Action<Playbook, Scorecard, ScoringInput> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            foreach (var (playbook, card) in Cards)
                holds(playbook, card, RandomInputs.Of(playbook, seed));
        }));

    private static LedgerLine LineOf(Scorecard card, Criterion criterion, ScoringInput input)
    {
        var verdict = criterion.Judge(input);
        var main = verdict.Rests.Count > 0 ? verdict.Rests[0] : null;
        return new(
            criterion.Id, card.Name, card.Version, verdict.Points, criterion.Max, verdict.Reason, [.. verdict.Rests.SelectMany(fact => fact.Evidence)],
            main?.Field ?? (verdict.Missing.Count > 0 ? verdict.Missing[0].Field : null), main?.SetBy, main is null ? verdict.Counted : string.Join(", ", verdict.Rests.Select(fact => fact.Display)),
            main is null ? verdict.Counted is null ? 0 : 1 : verdict.Rests.Min(fact => fact.Confidence), null, input.At);
    }

    private static string Json(LedgerLine line) => JsonSerializer.Serialize(line, LeadHeatJson.Default.LedgerLine);

    private static string Json(Scorecard card, ScoringInput input) => JsonSerializer.Serialize(card.Evaluate(input), LeadHeatJson.Default.Qualification);
}
