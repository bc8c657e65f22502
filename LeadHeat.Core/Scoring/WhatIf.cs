using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Scoring;

/// <summary>What would change a lead's score, computed with the card itself: every figure here comes true when the facts do.</summary>
/// <param name="NextBand">The next warmer band; null at the top.</param>
/// <param name="NextBandAt">Its lowest score.</param>
/// <param name="Lifts">The smallest sets of facts that reach it, best first; none where no answers would.</param>
/// <param name="Gains">What single answers would bring, most first.</param>
/// <param name="Losses">What would lower the score, most first.</param>
/// <param name="Questions">What may still be asked, in the order in which the bot asks; never what was refused or asked too often.</param>
public sealed record WhatIf(
    int Score,
    Heat Heat,
    Heat? NextBand,
    int? NextBandAt,
    IReadOnlyList<WhatIfSet> Lifts,
    IReadOnlyList<WhatIfFact> Gains,
    IReadOnlyList<WhatIfLoss> Losses,
    IReadOnlyList<OpenQuestion> Questions);

/// <summary>Facts that together reach a band.</summary>
/// <param name="Points">What they bring together.</param>
public sealed record WhatIfSet(IReadOnlyList<WhatIfFact> Facts, int Points, int Score, Heat Heat);

/// <summary>A fact that is not known, or not so.</summary>
/// <param name="Title">The field as people read it.</param>
/// <param name="Say">The answer in words: <c>within 3 months</c>.</param>
/// <param name="Points">What it brings; in a set, what it brings after those before it.</param>
/// <param name="IsChange">Whether something else is known now.</param>
/// <param name="Fact">The fact as the card would judge it.</param>
public sealed record WhatIfFact(string Field, string Title, string Say, int Points, bool IsChange, Fact Fact);

/// <summary>What would lower a score.</summary>
/// <param name="What">In words: <c>without the budget</c>, <c>no word for 14 days</c>.</param>
/// <param name="Points">Below zero.</param>
public sealed record WhatIfLoss(string What, string? Field, int Points, int Score, Heat Heat);

/// <summary>Finds what would change a score, by trying it on the card.</summary>
public static class WhatIfFinder
{
    private const int FewFacts = 4;
    private const int MostCandidates = 14;
    private const int MostSets = 3;

    private static readonly int[] Silences = [7, 14, 30];

    /// <summary>Looks at one lead.</summary>
    /// <param name="questions">What may be asked, as the bot's own list has it.</param>
    /// <param name="probability">What the heat model would give with other facts; null where the card does not ask, or no model is there.</param>
    public static WhatIf Find(
        Scorecard card, Playbook playbook, ScoringInput input, IReadOnlyList<OpenQuestion> questions, Func<IReadOnlyList<Fact>, double>? probability = null)
    {
        var trial = new Trial(card, input, probability);
        var now = card.Evaluate(input);
        var gains = Gains(trial, playbook, now.Score);
        var next = card.Bands.Above(now.Score);
        return new(
            now.Score, now.Heat, next is { } bound ? card.Bands.Of(bound) : null, next,
            next is { } target ? Lifts(trial, gains, now.Score, target) : [], [.. gains.Where(gain => gain.Points > 0)],
            Losses(trial, playbook, now.Score), questions);
    }

    /// <summary>The input as it would be with these facts.</summary>
    public static ScoringInput With(ScoringInput input, IEnumerable<Fact> facts, Func<IReadOnlyList<Fact>, double>? probability = null)
    {
        List<Fact> all = [.. input.Facts];
        foreach (var fact in facts)
        {
            all.RemoveAll(known => known.Field == fact.Field);
            all.Add(fact);
        }
        return Of(input, all, probability);
    }

    private static ScoringInput Of(ScoringInput input, IReadOnlyList<Fact> facts, Func<IReadOnlyList<Fact>, double>? probability) =>
        input with { Facts = facts, Probability = probability?.Invoke(facts) ?? input.Probability };

    // For every field the answer that brings most. One that brings nothing alone may yet complete a set.
    private static List<WhatIfFact> Gains(Trial trial, Playbook playbook, int score)
    {
        Dictionary<string, WhatIfFact> best = [];
        var input = trial.Input;
        foreach (var fact in trial.Card.Criteria.SelectMany(criterion => criterion.Answers(input)))
        {
            var points = trial.With([fact]).Score - score;
            if (points < 0 || (best.TryGetValue(fact.Field, out var known) && known.Points >= points))
                continue;
            var isChange = input.Find(fact.Field) is not null;
            if (!isChange || points > 0)
                best[fact.Field] = new(fact.Field, playbook.Field(fact.Field)?.Title ?? fact.Field.Replace('_', ' '), fact.Display, points, isChange, fact);
        }
        // What is not known is asked for before anybody is asked to change their mind.
        return [.. best.Values.OrderBy(gain => gain.IsChange).ThenByDescending(gain => gain.Points).Take(MostCandidates)];
    }

    private static List<WhatIfSet> Lifts(Trial trial, List<WhatIfFact> gains, int score, int target)
    {
        // There are many sets of many facts: they are tried only where all answers together are enough.
        var most = gains.Count <= FewFacts || trial.With(gains.Select(gain => gain.Fact)).Score >= target ? gains.Count : FewFacts;
        for (var size = 1; size <= most; size++)
        {
            List<WhatIfSet> found = [];
            foreach (var facts in Choices(gains, size))
            {
                var result = trial.With(facts.Select(gain => gain.Fact));
                if (result.Score >= target)
                    found.Add(new(InOrder(trial, facts, score), result.Score - score, result.Score, result.Heat));
            }
            if (found.Count > 0)
                return [.. found.OrderBy(set => set.Facts.Count(fact => fact.IsChange)).ThenByDescending(set => set.Score).Take(MostSets)];
        }
        return [];
    }

    // Each with what it brings after those before it, so that the parts add up to the whole.
    private static List<WhatIfFact> InOrder(Trial trial, IReadOnlyList<WhatIfFact> facts, int score)
    {
        List<WhatIfFact> done = [];
        foreach (var fact in facts.OrderByDescending(fact => fact.Points))
        {
            var after = trial.With(done.Select(gain => gain.Fact).Append(fact.Fact)).Score;
            done.Add(fact with { Points = after - score });
            score = after;
        }
        return done;
    }

    private static IEnumerable<IReadOnlyList<WhatIfFact>> Choices(List<WhatIfFact> all, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = from; i <= all.Count - size; i++)
        {
            foreach (var rest in Choices(all, size - 1, i + 1))
                yield return [all[i], .. rest];
        }
    }

    private static List<WhatIfLoss> Losses(Trial trial, Playbook playbook, int score)
    {
        List<WhatIfLoss> losses = [];
        var (card, input) = (trial.Card, trial.Input);
        void Try(string what, string? field, ScoringInput changed, bool onlyNews = false)
        {
            var result = card.Evaluate(changed);
            if (result.Score < score && !(onlyNews && losses.Any(loss => loss.Points == result.Score - score)))
                losses.Add(new(what, field, result.Score - score, result.Score, result.Heat));
        }

        foreach (var fact in input.Facts.Where(fact => !fact.Value.IsEmpty))
        {
            var title = playbook.Field(fact.Field)?.Title ?? fact.Field.Replace('_', ' ');
            Try($"{title} taken back", fact.Field, Of(input, [.. input.Facts.Where(known => known != fact)], trial.Probability));
        }
        foreach (var (what, worse) in card.Criteria.SelectMany(criterion => criterion.Worse(input)))
            Try(what, null, worse);
        foreach (var days in Silences.Where(_ => input.HeardAt is not null && card.AgesBy))
            Try($"No word for {days} more days", null, input with { At = input.At.AddDays(days) }, onlyNews: true);
        return [.. losses.OrderBy(loss => loss.Points)];
    }

    private sealed record Trial(Scorecard Card, ScoringInput Input, Func<IReadOnlyList<Fact>, double>? Probability)
    {
        public Qualification With(IEnumerable<Fact> facts) => Card.Evaluate(WhatIfFinder.With(Input, facts, Probability));
    }
}
