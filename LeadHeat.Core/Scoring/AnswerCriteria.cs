using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>How soon: the first step whose months hold.</summary>
/// <param name="Steps">Months and points, soonest first.</param>
/// <param name="Later">Points for any later date.</param>
/// <param name="None">Points for "no rush".</param>
public sealed record TimelineCriterion(
    string Id, int Max, string Fill, string Field, IReadOnlyList<(decimal Months, int Points)> Steps, int Later, int None) : Criterion(Id, Max, Fill)
{
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
}

/// <summary>How precise the lead is: points for each of several facts.</summary>
public sealed record CountCriterion(string Id, int Max, string Fill, IReadOnlyList<string> Fields, int Each) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input)
    {
        List<Fact> known = [.. Fields.Select(input.Find).OfType<Fact>()];
        var points = Math.Min(Max, known.Count * Each);
        IReadOnlyList<MissingFact> missing = points == Max
            ? [] : [.. Fields.Where(field => input.Find(field) is null).Select(field => new MissingFact(field, Math.Min(Each, Max - points)))];
        return known.Count == 0
            ? new(0, Fill, [], missing)
            : new(points, known.Count == 1 ? "Says one thing precisely" : $"Says {known.Count} things precisely", known, missing);
    }
}

/// <summary>Whether the lead can be reached.</summary>
/// <param name="One">Points for one of e-mail and phone.</param>
public sealed record ContactCriterion(string Id, int Max, string Fill, int One) : Criterion(Id, Max, Fill)
{
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
public sealed record ChoiceCriterion(string Id, int Max, string Fill, string Title, string Field, IReadOnlyDictionary<string, int> Values) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input) => input.Find(Field) is { } fact
        ? new(Values.GetValueOrDefault(fact.Value.Text ?? ""), $"{Title}: {fact.Display}", [fact], [])
        : Nothing(new MissingFact(Field, Max));
}

/// <summary>Whether one of several facts is known.</summary>
public sealed record KnownCriterion(string Id, int Max, string Fill, string Title, IReadOnlyList<string> Fields) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input)
    {
        foreach (var field in Fields)
        {
            if (input.Find(field) is { } fact)
                return new(Max, $"{Title}: {fact.Display}", [fact], []);
        }
        return new(0, Fill, [], [.. Fields.Select(field => new MissingFact(field, Max))]);
    }
}
