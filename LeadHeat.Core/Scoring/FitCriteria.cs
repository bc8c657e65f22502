using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Scoring;

/// <summary>Whether the lead knows where, and whether we have something there.</summary>
/// <param name="CityOnly">Points for a city without an area.</param>
/// <param name="NoMatch">Points for an area where nothing was found.</param>
public sealed record LocationCriterion(string Id, int Max, string Fill, int CityOnly, int NoMatch) : Criterion(Id, Max, Fill)
{
    private static readonly string[] Place = [FactFields.Areas, FactFields.City];

    public override IReadOnlyList<string> Fields => Place;

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(FactFields.Areas) is { } areas)
        {
            return Fits.Any(input, areas, Fits.Area)
                ? new(Max, $"Wants {areas.Display}, and we have homes there", [areas], [])
                : new(NoMatch, $"Wants {areas.Display}; no match there yet", [areas], []);
        }
        return input.Find(FactFields.City) is { } city
            ? new(CityOnly, $"Wants {city.Display}, no area yet", [city], [new(FactFields.Areas, Max - CityOnly)])
            : Nothing(new(FactFields.Areas, Max), new(FactFields.City, CityOnly));
    }

    // Where we have something that they would like, or else any place.
    internal override IEnumerable<Fact> Answers(ScoringInput input) => input.Matches.Count > 0
        ? [Supposed.Fact(FactFields.Areas, new(Items: [input.Matches[0].Area]), input.Matches[0].Area, input.At)]
        : base.Answers(input);
}

/// <summary>Whether the lead knows what, and whether we have it.</summary>
/// <param name="Parts">Points by field.</param>
/// <param name="NoMatch">The most points when nothing that we have fits.</param>
public sealed record NeedsCriterion(string Id, int Max, string Fill, IReadOnlyList<(string Field, int Points)> Parts, int NoMatch) : Criterion(Id, Max, Fill)
{
    public override int Most { get; } = Math.Min(Max, Parts.Sum(part => part.Points));

    public override IReadOnlyList<string> Fields { get; } = [.. Parts.Select(part => part.Field)];

    internal override Verdict Judge(ScoringInput input)
    {
        List<Fact> known = [];
        List<MissingFact> missing = [];
        var points = 0;
        foreach (var (field, worth) in Parts)
        {
            if (input.Find(field) is not { } fact)
            {
                missing.Add(new(field, worth));
                continue;
            }
            known.Add(fact);
            points += worth;
        }
        if (known.Count == 0)
            return new(0, Fill, [], missing);
        var wants = Rests.Displays(known);
        return Fits.Needs(input)
            ? new(Math.Min(points, Max), $"Wants {wants}, which we have", known, missing)
            : new(Math.Min(points, NoMatch), $"Wants {wants}; no match yet", known, missing);
    }

    // What the best unit has, so that it still fits.
    internal override IEnumerable<Fact> Answers(ScoringInput input)
    {
        foreach (var (field, _) in Parts)
        {
            var match = input.Matches.Count > 0 ? input.Matches[0] : null;
            yield return (field, match) switch
            {
                (FactFields.Beds, { Beds: var beds }) => Supposed.Fact(field, new(Min: beds, Max: beds), $"{beds:0.#} bedrooms", input.At),
                (FactFields.PropertyType, { Type: var type }) => Supposed.Fact(field, new(Items: [type]), type, input.At),
                (FactFields.Size, { SizeM2: var size }) => Supposed.Fact(field, new(Min: size, Max: size, Unit: "m2"), $"about {size:0} m²", input.At),
                _ => Supposed.Anything(field, input.At),
            };
        }
    }
}

/// <summary>Whether the lead has a budget, and whether we have something within it.</summary>
/// <param name="NoMatch">Points for a budget that nothing found stays within.</param>
public sealed record BudgetCriterion(string Id, int Max, string Fill, int NoMatch) : Criterion(Id, Max, Fill)
{
    private static readonly string[] Sum = [FactFields.Budget];

    public override IReadOnlyList<string> Fields => Sum;

    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(FactFields.Budget) is not { } budget)
            return Nothing(new MissingFact(FactFields.Budget, Max));
        return Fits.Any(input, budget, Fits.Budget)
            ? new(Max, $"Budget {budget.Display}, and we have homes within it", [budget], [])
            : new(NoMatch, $"Budget {budget.Display}; no match within it yet", [budget], []);
    }

    // Enough for the cheapest unit that they were shown.
    internal override IEnumerable<Fact> Answers(ScoringInput input)
    {
        if (input.Matches.Count == 0)
            return base.Answers(input);
        var cheapest = input.Matches.MinBy(match => match.Price)!;
        return [Supposed.Fact(
            FactFields.Budget, new(Max: cheapest.Price, Unit: cheapest.Currency), "up to " + Money.Format(cheapest.Price, cheapest.Currency), input.At)];
    }
}

/// <summary>Whether a unit keeps to what was said.</summary>
internal static class Fits
{
    public static bool Area(UnitMatch match, Fact areas) =>
        areas.Value.Items is { } names && Has(names, match.Area);

    public static bool Budget(UnitMatch match, Fact budget) =>
        budget.Value is var value && value.Unit == match.Currency && value.Period is null
        && (value.Max is { } most ? match.Price <= most : match.Price >= (value.Min ?? 0));

    public static bool Beds(UnitMatch match, Fact beds) =>
        match.Beds >= (beds.Value.Min ?? 0) && match.Beds <= (beds.Value.Max ?? decimal.MaxValue);

    public static bool Type(UnitMatch match, Fact types) =>
        types.Value.Items is not { } names || Has(names, match.Type);

    public static bool Size(UnitMatch match, Fact size) =>
        match.SizeM2 >= (size.Value.Min ?? 0) * 0.9m && match.SizeM2 <= (size.Value.Max ?? decimal.MaxValue / 2) * 1.1m;

    /// <summary>Whether it has what one fact asks for; what no unit can have, it has not.</summary>
    public static bool Wish(UnitMatch match, Fact wish) => wish.Field switch
    {
        FactFields.Areas => Area(match, wish),
        FactFields.City => string.Equals(match.City, wish.Value.Text, StringComparison.OrdinalIgnoreCase),
        FactFields.Budget => Budget(match, wish),
        FactFields.Beds => Beds(match, wish),
        FactFields.PropertyType => Type(match, wish),
        FactFields.Size => Size(match, wish),
        FactFields.Features => wish.Value.Items is { Count: > 0 } features && features.All(match.Has),
        _ => false,
    };

    /// <summary>Whether any unit found has as many beds, of the type and the size that are wished.</summary>
    public static bool Needs(ScoringInput input)
    {
        var (beds, types, size) = (input.Find(FactFields.Beds), input.Find(FactFields.PropertyType), input.Find(FactFields.Size));
        for (var i = 0; i < input.Matches.Count; i++)
        {
            if (input.Matches[i] is var match && (beds is null || Beds(match, beds)) && (types is null || Type(match, types)) && (size is null || Size(match, size)))
                return true;
        }
        return false;
    }

    /// <summary>Whether any unit found keeps to one wish.</summary>
    public static bool Any(ScoringInput input, Fact wish, Func<UnitMatch, Fact, bool> fits)
    {
        for (var i = 0; i < input.Matches.Count; i++)
        {
            if (fits(input.Matches[i], wish))
                return true;
        }
        return false;
    }

    private static bool Has(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
