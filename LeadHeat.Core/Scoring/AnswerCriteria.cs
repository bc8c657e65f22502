using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Scoring;

/// <summary>How soon: the first step whose months hold.</summary>
/// <param name="Steps">Months and points, soonest first.</param>
/// <param name="Later">Points for any later date.</param>
/// <param name="None">Points for "no rush".</param>
public sealed record TimelineCriterion(
    string Id, int Max, string Fill, string Field, IReadOnlyList<(decimal Months, int Points)> Steps, int Later, int None) : Criterion(Id, Max, Fill)
{
    private const int Immediate = 1;
    private const int Soon = 6;

    public override int Least { get; } = Math.Min(0, Math.Min(None, Math.Min(Later, Steps.Min(step => step.Points))));

    public override int Most { get; } = Math.Max(None, Math.Max(Later, Steps.Max(step => step.Points)));

    public override IReadOnlyList<string> Fields { get; } = [Field];

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(Field) is not { } timeline)
            return Nothing(new MissingFact(Field, Max));
        if (timeline.Value.Max is not { } months)
            return new(timeline.Value.Text == "none" ? None : Later, $"Timing: {timeline.Display}", [timeline], []);
        foreach (var (limit, points) in Steps)
        {
            if (months <= limit)
                return new(points, $"Timing: {timeline.Display}", [timeline], []);
        }
        return new(Later, $"Timing: {timeline.Display}", [timeline], []);
    }

    internal override IEnumerable<Fact> Answers(ScoringInput input)
    {
        foreach (var (months, _) in Steps)
        {
            var urgency = months <= Immediate ? "immediate" : months <= Soon ? "soon" : "later";
            yield return Supposed.Fact(Field, new(Text: urgency, Min: 0, Max: months, Unit: "months"), TimelineScanner.Within(months), input.At);
        }
    }
}

/// <summary>How precise the lead is: points for each of several facts.</summary>
public sealed record CountCriterion(string Id, int Max, string Fill, IReadOnlyList<string> Details, int Each) : Criterion(Id, Max, Fill)
{
    public override int Most => Math.Min(Max, Each * Details.Count);

    public override IReadOnlyList<string> Fields => Details;

    internal override Verdict Judge(ScoringInput input)
    {
        var known = input.Known(Details);
        var points = Math.Min(Max, known.Count * Each);
        IReadOnlyList<MissingFact> missing = points == Max ? [] : input.Missing(Details, Math.Min(Each, Max - points), known.Count);
        return known.Count == 0
            ? new(0, Fill, [], missing)
            : new(points, known.Count == 1 ? "Says one thing precisely" : $"Says {known.Count} things precisely", known, missing);
    }
}

/// <summary>Whether the lead can be reached.</summary>
/// <param name="One">Points for one of e-mail and phone.</param>
public sealed record ContactCriterion(string Id, int Max, string Fill, int One) : Criterion(Id, Max, Fill)
{
    private static readonly string[] Ways = [FactFields.Email, FactFields.Phone];

    public override IReadOnlyList<string> Fields => Ways;

    internal override Verdict Judge(ScoringInput input) => (input.Find(FactFields.Email), input.Find(FactFields.Phone)) switch
    {
        ({ } email, { } phone) => new(Max, "Can be reached by e-mail and phone", [email, phone], []),
        ({ } email, null) => new(One, "Can be reached by e-mail", [email], [new(FactFields.Phone, Max - One)]),
        (null, { } phone) => new(One, "Can be reached by phone", [phone], [new(FactFields.Email, Max - One)]),
        _ => Nothing(new(FactFields.Email, One), new(FactFields.Phone, One)),
    };
}

/// <summary>Points by the value of a choice.</summary>
/// <param name="Values">Points by value; a value that is not listed gets none.</param>
public sealed record OneOfCriterion(string Id, int Max, string Fill, string Field, IReadOnlyDictionary<string, int> Values) : Criterion(Id, Max, Fill)
{
    public override int Least { get; } = Math.Min(0, Values.Values.Min());

    public override int Most { get; } = Values.Values.Max();

    public override IReadOnlyList<string> Fields { get; } = [Field];

    internal override Verdict Judge(ScoringInput input) => input.Find(Field) is { } fact
        ? new(PointsOf(fact.Value), $"{Title}: {fact.Display}", [fact], [])
        : Nothing(new MissingFact(Field, Max));

    internal override IEnumerable<Fact> Answers(ScoringInput input) =>
        Values.Where(value => value.Value == Most && Most > 0).Take(1).Select(value => Supposed.Fact(Field, new(Text: value.Key), value.Key.Replace('_', ' '), input.At));

    // Of several values the best counts.
    private int PointsOf(FactValue value) => value.Items is { Count: > 0 } items
        ? items.Max(item => Values.GetValueOrDefault(item))
        : Values.GetValueOrDefault(value.Text ?? "");
}

/// <summary>Whether one of several facts is known.</summary>
public sealed record PresentCriterion(string Id, int Max, string Fill, IReadOnlyList<string> Any) : Criterion(Id, Max, Fill)
{
    public override IReadOnlyList<string> Fields => Any;

    internal override Verdict Judge(ScoringInput input)
    {
        foreach (var field in Any)
        {
            if (input.Find(field) is { } fact)
                return new(Max, $"{Title}: {fact.Display}", [fact], []);
        }
        return new(0, Fill, [], [.. Any.Select(field => new MissingFact(field, Max))]);
    }
}
