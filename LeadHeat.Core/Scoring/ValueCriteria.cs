using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>How large a number is: the first step whose bounds hold it. Of a range the lower bound counts.</summary>
/// <param name="Steps">Bounds, both inclusive and each open where null, with points.</param>
public sealed record RangeCriterion(string Id, int Max, string Fill, string Field, IReadOnlyList<(decimal? From, decimal? To, int Points)> Steps)
    : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Steps.Min(step => step.Points));

    public override int Most { get; } = Steps.Max(step => step.Points);

    public override IReadOnlyList<string> Fields { get; } = [Field];

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(Field) is not { } fact)
            return Nothing(new MissingFact(Field, Max));
        if ((fact.Value.Min ?? fact.Value.Max) is not { } number)
            return new(0, $"{Title}: {fact.Display}", [fact], []);
        foreach (var (from, to, points) in Steps)
        {
            if (number >= (from ?? decimal.MinValue) && number <= (to ?? decimal.MaxValue))
                return new(points, $"{Title}: {fact.Display}", [fact], []);
        }
        return new(0, $"{Title}: {fact.Display}", [fact], []);
    }

    internal override IEnumerable<Fact> Answers(ScoringInput input)
    {
        var best = Steps.MaxBy(step => step.Points);
        var number = best.From ?? best.To ?? 0;
        yield return Supposed.Fact(Field, new(Min: number, Max: number), best.From is null ? $"at most {number:0.##}" : $"at least {number:0.##}", input.At);
    }
}

/// <summary>Which share of what the lead wants the best unit has.</summary>
/// <param name="Wishes">The fields that count.</param>
/// <param name="Steps">Share from which points are given, highest first.</param>
public sealed record MatchShareCriterion(string Id, int Max, string Fill, IReadOnlyList<string> Wishes, IReadOnlyList<(decimal Share, int Points)> Steps)
    : Criterion(Id, Max, Fill)
{
    public override int Most { get; } = Steps.Max(step => step.Points);

    public override IReadOnlyList<string> Fields => Wishes;

    internal override Verdict Judge(ScoringInput input)
    {
        var wishes = input.Known(Wishes);
        if (wishes.Count == 0)
            return new(0, Fill, [], [.. Wishes.Select(field => new MissingFact(field, Max / Wishes.Count))]);
        var best = input.Matches.Count == 0 ? 0 : input.Matches.Max(match => wishes.Count(wish => Fits.Wish(match, wish)));
        var points = Steps.FirstOrDefault(step => best >= step.Share * wishes.Count).Points;
        return new(points, best == 0 ? "Nothing that we have fits yet" : $"What fits best has {best} of {wishes.Count} wishes", wishes, []);
    }
}
