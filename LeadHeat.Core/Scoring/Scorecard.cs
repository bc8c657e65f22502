using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Scoring;

/// <summary>How leads are scored: versioned, immutable data. A score is the sum of its ledger's lines, to the point.</summary>
/// <param name="QualifiedAt">A lead is qualified from this score.</param>
/// <param name="NextSteps">By heat: templates of which the first is taken whose every <c>{word}</c> is known.</param>
public sealed record Scorecard(
    string Name, int Version, int QualifiedAt, Bands Bands, IReadOnlyList<Criterion> Criteria, IReadOnlyDictionary<Heat, IReadOnlyList<string>> NextSteps)
{
    /// <summary>The rule of a person's adjustment.</summary>
    public const string Manual = "manual";

    /// <summary>The rule of the line that keeps a score within 0 and 100.</summary>
    public const string Limit = "limit";

    /// <summary>The card as JSON, as it is stored by its version.</summary>
    public string Json { get; init; } = "";

    /// <summary>Judges a lead.</summary>
    public Qualification Evaluate(ScoringInput input)
    {
        List<LedgerLine> ledger = new(Criteria.Count + input.Adjustments.Count + 1);
        List<MissingFact> missing = [];
        foreach (var criterion in Criteria)
        {
            var verdict = criterion.Judge(input);
            ledger.Add(LineOf(criterion, verdict, input.At));
            missing.AddRange(verdict.Missing);
        }
        ledger.AddRange(input.Adjustments);
        var score = KeepWithinLimits(ledger, input.At);
        var heat = Bands.Of(score);
        return new(
            score, score >= QualifiedAt, heat, RecommendationOf(score, missing), ReasonsOf(ledger),
            NextStepWriter.Write(NextSteps[heat], input, Sum(missing)), [.. input.Matches.Take(3)], ledger);
    }

    /// <summary>The facts that would bring most, highest first; equal ones in the card's order.</summary>
    public IReadOnlyList<MissingFact> Missing(ScoringInput input) => Sum([.. Criteria.SelectMany(criterion => criterion.Judge(input).Missing)]);

    private LedgerLine LineOf(Criterion criterion, Verdict verdict, DateTimeOffset at)
    {
        var main = verdict.Rests.Count > 0 ? verdict.Rests[0] : null;
        return new(
            criterion.Id, Name, Version, verdict.Points, criterion.Max, verdict.Reason,
            [.. verdict.Rests.SelectMany(fact => fact.Evidence)],
            main?.Field ?? (verdict.Missing.Count > 0 ? verdict.Missing[0].Field : null), main?.SetBy,
            main is null ? null : string.Join(", ", verdict.Rests.Select(fact => fact.Display)),
            main is null ? 0 : verdict.Rests.Min(fact => fact.Confidence), null, at);
    }

    private int KeepWithinLimits(List<LedgerLine> ledger, DateTimeOffset at)
    {
        var sum = ledger.Sum(line => line.Points);
        var score = Math.Clamp(sum, 0, 100);
        if (score != sum)
        {
            ledger.Add(new(
                Limit, Name, Version, score - sum, 0, sum > 100 ? "A score ends at 100" : "A score begins at 0", [], null, null, null, 1, null, at));
        }
        return score;
    }

    private Recommendation RecommendationOf(int score, List<MissingFact> missing) =>
        score >= QualifiedAt ? Recommendation.Qualified
        : score < Bands.Cold && missing.Count == 0 ? Recommendation.Rejected
        : Recommendation.NeedsMoreInfo;

    private static IReadOnlyList<string> ReasonsOf(List<LedgerLine> ledger) =>
        [.. ledger.Where(line => line.Points != 0).OrderByDescending(line => Math.Abs(line.Points)).Take(5).Select(line => line.Reason)];

    private static IReadOnlyList<MissingFact> Sum(IReadOnlyList<MissingFact> missing) =>
        [.. missing.GroupBy(fact => fact.Field).Select(field => new MissingFact(field.Key, field.Sum(fact => fact.Points))).OrderByDescending(fact => fact.Points)];
}

/// <summary>The lowest score of each heat.</summary>
public sealed record Bands(int Hot, int Warm, int Cold)
{
    /// <summary>The heat of a score.</summary>
    public Heat Of(int score) => score >= Hot ? Heat.Hot : score >= Warm ? Heat.Warm : score >= Cold ? Heat.Cold : Heat.Unqualified;
}
