using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Scoring;

/// <summary>Whether the lead knows where, and whether we have something there.</summary>
/// <param name="CityOnly">Points for a city without an area.</param>
/// <param name="NoMatch">Points for an area where nothing was found.</param>
public sealed record LocationCriterion(string Id, int Max, string Fill, int CityOnly, int NoMatch) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(FactFields.Areas) is { } areas)
        {
            return input.Matches.Any(match => Fits.Area(match, areas))
                ? new(Max, $"Wants {areas.Display}, and we have homes there", [areas], [])
                : new(NoMatch, $"Wants {areas.Display}; no match there yet", [areas], []);
        }
        return input.Find(FactFields.City) is { } city
            ? new(CityOnly, $"Wants {city.Display}, no area yet", [city], [new(FactFields.Areas, Max - CityOnly)])
            : Nothing(new(FactFields.Areas, Max), new(FactFields.City, CityOnly));
    }
}

/// <summary>Whether the lead knows what, and whether we have it.</summary>
/// <param name="Parts">Points by field.</param>
/// <param name="NoMatch">The most points when nothing that we have fits.</param>
public sealed record NeedsCriterion(string Id, int Max, string Fill, IReadOnlyList<(string Field, int Points)> Parts, int NoMatch) : Criterion(Id, Max, Fill)
{
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
        var wants = "Wants " + string.Join(", ", known.Select(fact => fact.Display));
        return input.Matches.Any(match => Fits.Needs(match, input))
            ? new(Math.Min(points, Max), wants + ", which we have", known, missing)
            : new(Math.Min(points, NoMatch), wants + "; no match yet", known, missing);
    }
}

/// <summary>Whether the lead has a budget, and whether we have something within it.</summary>
/// <param name="NoMatch">Points for a budget that nothing found stays within.</param>
public sealed record BudgetCriterion(string Id, int Max, string Fill, int NoMatch) : Criterion(Id, Max, Fill)
{
    internal override Verdict Judge(ScoringInput input)
    {
        if (input.Find(FactFields.Budget) is not { } budget)
            return Nothing(new MissingFact(FactFields.Budget, Max));
        return input.Matches.Any(match => Fits.Budget(match, budget))
            ? new(Max, $"Budget {budget.Display}, and we have homes within it", [budget], [])
            : new(NoMatch, $"Budget {budget.Display}; no match within it yet", [budget], []);
    }
}

/// <summary>Whether a unit keeps to what was said.</summary>
internal static class Fits
{
    public static bool Area(UnitMatch match, Fact areas) =>
        areas.Value.Items is { } names && names.Contains(match.Area, StringComparer.OrdinalIgnoreCase);

    public static bool Budget(UnitMatch match, Fact budget) =>
        budget.Value is var value && value.Unit == match.Currency && value.Period is null
        && (value.Max is { } most ? match.Price <= most : match.Price >= (value.Min ?? 0));

    public static bool Beds(UnitMatch match, Fact beds) =>
        match.Beds >= (beds.Value.Min ?? 0) && match.Beds <= (beds.Value.Max ?? decimal.MaxValue);

    public static bool Type(UnitMatch match, Fact types) =>
        types.Value.Items is not { } names || names.Contains(match.Type, StringComparer.OrdinalIgnoreCase);

    public static bool Size(UnitMatch match, Fact size) =>
        match.SizeM2 >= (size.Value.Min ?? 0) * 0.9m && match.SizeM2 <= (size.Value.Max ?? decimal.MaxValue / 2) * 1.1m;

    public static bool Needs(UnitMatch match, ScoringInput input) =>
        (input.Find(FactFields.Beds) is not { } beds || Beds(match, beds))
        && (input.Find(FactFields.PropertyType) is not { } types || Type(match, types))
        && (input.Find(FactFields.Size) is not { } size || Size(match, size));
}
