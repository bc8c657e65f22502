using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Scoring;

/// <summary>How leads are scored: versioned, immutable data. A score is the sum of its ledger's lines, to the point.</summary>
/// <param name="NextSteps">By heat: templates of which the first is taken whose every <c>{word}</c> is known.</param>
public sealed record Scorecard(
    string Name, int Version, Bands Bands, IReadOnlyList<Criterion> Criteria, IReadOnlyDictionary<Heat, IReadOnlyList<string>> NextSteps)
{
    /// <summary>The rule of a person's adjustment.</summary>
    public const string Manual = "manual";

    /// <summary>The rule of the line that keeps a score within 0 and 100.</summary>
    public const string Limit = "limit";

    /// <summary>The rule of the line that takes points for time without a word.</summary>
    public const string DecayRule = "decay";

    private const int MostReasons = 5;

    /// <summary>How the rule of a line begins that keeps a group within its cap; the group's id follows.</summary>
    public const string CapPrefix = "cap:";

    // What is looked at for every lead is worked out once for a card.
    private readonly bool _ages = Criteria.Any(criterion => criterion is RecencyCriterion);
    private readonly NextStepWriter _nextSteps = new(NextSteps);

    /// <summary>As people read it.</summary>
    public required string Title { get; init; }

    /// <summary>What follows from a score.</summary>
    public required RecommendationRule Recommending { get; init; }

    /// <summary>Criteria that share a cap.</summary>
    public IReadOnlyList<CriteriaGroup> Groups { get; init; } = [];

    /// <summary>What time takes; null for nothing.</summary>
    public Decay? Decay { get; init; }

    /// <summary>How the team treats the leads of each band.</summary>
    public required IReadOnlyDictionary<Heat, FollowUp> FollowUps { get; init; }

    /// <summary>What a deal's value is estimated from, the first that is known.</summary>
    public IReadOnlyList<DealValue> Values { get; init; } = [];

    /// <summary>The card as JSON, as it is stored by its version.</summary>
    public required string Json { get; init; }

    /// <summary>A lead is qualified from this score.</summary>
    public int QualifiedAt => Recommending.Qualified;

    /// <summary>Whether a score changes by time alone.</summary>
    public bool AgesBy => Decay is not null || _ages;

    /// <summary>Whether a score rests on what the heat model says.</summary>
    public bool UsesModel { get; } = Criteria.Any(criterion => criterion is ProbabilityCriterion);

    /// <summary>Judges a lead.</summary>
    public Qualification Evaluate(ScoringInput input)
    {
        List<LedgerLine> ledger = new(Criteria.Count + input.Adjustments.Count + 2);
        List<MissingFact> missing = new(Criteria.Count);
        Judge(input, ledger, missing);
        AddDecay(ledger, input);
        ledger.AddRange(input.Adjustments);
        var score = KeepWithinLimits(ledger, input.At);
        var heat = Bands.Of(score);
        var followUp = FollowUps[heat];
        return new(
            score, score >= QualifiedAt, heat, Recommending.Of(score, missing.Count == 0), ReasonsOf(ledger),
            _nextSteps.Write(heat, input, missing), input.Matches, ledger)
        {
            Priority = followUp.Priority,
            FollowUpMinutes = (int)followUp.Within.TotalMinutes,
        };
    }

    /// <summary>The facts that would bring most, highest first; equal ones in the card's order.</summary>
    public IReadOnlyList<MissingFact> Missing(ScoringInput input)
    {
        List<MissingFact> missing = [];
        Judge(input, [], missing);
        return MissingFacts.Sum(missing);
    }

    /// <summary>The estimated value of the deal; null where nothing tells it.</summary>
    public (decimal Amount, string Currency)? ValueOf(IReadOnlyList<Fact> facts)
    {
        foreach (var value in Values)
        {
            if (value.Of(facts) is { } known)
                return known;
        }
        return null;
    }

    private void Judge(ScoringInput input, List<LedgerLine> ledger, List<MissingFact> missing)
    {
        Span<int> sums = stackalloc int[Groups.Count];
        foreach (var criterion in Criteria)
        {
            var verdict = criterion.Judge(input);
            ledger.Add(LineOf(criterion, verdict, input.At));
            if (GroupOf(criterion) is var group and >= 0)
                sums[group] += verdict.Points;
            missing.AddRange(verdict.Missing);
        }
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] <= Groups[i].Cap)
                continue;
            ledger.Add(new(
                CapPrefix + Groups[i].Id, Name, Version, Groups[i].Cap - sums[i], 0, $"{Groups[i].Title} counts for {Groups[i].Cap} at the most",
                [], null, null, null, 1, null, input.At));
        }
    }

    private int GroupOf(Criterion criterion)
    {
        if (criterion.Group is null)
            return -1;
        for (var i = 0; i < Groups.Count; i++)
        {
            if (Groups[i].Id == criterion.Group)
                return i;
        }
        return -1;
    }

    private LedgerLine LineOf(Criterion criterion, Verdict verdict, DateTimeOffset at)
    {
        var (rests, missing) = (verdict.Rests, verdict.Missing);
        if (rests.Count == 0)
        {
            return new(
                criterion.Id, Name, Version, verdict.Points, criterion.Max, verdict.Reason, [], missing.Count > 0 ? missing[0].Field : null, null, verdict.Counted,
                verdict.Counted is null ? 0 : 1, null, at);
        }
        // Most lines rest on one fact.
        var main = rests[0];
        return rests.Count == 1
            ? new(criterion.Id, Name, Version, verdict.Points, criterion.Max, verdict.Reason, main.Evidence, main.Field, main.SetBy, main.Display, main.Confidence, null, at)
            : new(
                criterion.Id, Name, Version, verdict.Points, criterion.Max, verdict.Reason, Rests.Evidence(rests), main.Field, main.SetBy, Rests.Displays(rests),
                Rests.Confidence(rests), null, at);
    }

    private void AddDecay(List<LedgerLine> ledger, ScoringInput input)
    {
        if (Decay?.Points(input) is not ({ } points and < 0))
            return;
        var days = (int)(input.At - input.HeardAt!.Value).TotalDays;
        ledger.Add(new(DecayRule, Name, Version, points, 0, $"No word for {Silence.Days(days)}", [], null, null, null, 1, null, input.At));
    }

    private int KeepWithinLimits(List<LedgerLine> ledger, DateTimeOffset at)
    {
        var sum = 0;
        foreach (var line in ledger)
            sum += line.Points;
        var score = Math.Clamp(sum, 0, 100);
        if (score != sum)
        {
            ledger.Add(new(
                Limit, Name, Version, score - sum, 0, sum > 100 ? "A score ends at 100" : "A score begins at 0", [], null, null, null, 1, null, at));
        }
        return score;
    }

    // The strongest first, of equal ones the card's first.
    private static string[] ReasonsOf(List<LedgerLine> ledger)
    {
        Span<int> best = stackalloc int[MostReasons];
        var count = 0;
        for (var i = 0; i < ledger.Count; i++)
        {
            if (!IsReason(ledger[i]))
                continue;
            var place = count;
            while (place > 0 && Math.Abs(ledger[best[place - 1]].Points) < Math.Abs(ledger[i].Points))
                place--;
            if (place == MostReasons)
                continue;
            count = Math.Min(count + 1, MostReasons);
            best[place..(count - 1)].CopyTo(best[(place + 1)..]);
            best[place] = i;
        }
        var reasons = new string[count];
        for (var i = 0; i < count; i++)
            reasons[i] = ledger[best[i]].Reason;
        return reasons;
    }

    private static bool IsReason(LedgerLine line) => line.Points != 0 && line.Rule != Limit && !line.Rule.StartsWith(CapPrefix, StringComparison.Ordinal);
}

/// <summary>The lowest score of each heat; two that are equal leave a heat out.</summary>
public sealed record Bands(int Hot, int Warm, int Cold)
{
    /// <summary>The heat of a score.</summary>
    public Heat Of(int score) => score >= Hot ? Heat.Hot : score >= Warm ? Heat.Warm : score >= Cold ? Heat.Cold : Heat.Unqualified;

    /// <summary>The lowest score of the next warmer heat; null at the top.</summary>
    public int? Above(int score) => score < Cold ? Cold : score < Warm ? Warm : score < Hot ? Hot : null;
}
