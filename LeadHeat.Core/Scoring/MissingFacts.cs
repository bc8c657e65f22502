using LeadHeat.Core.Dialogue;

namespace LeadHeat.Core.Scoring;

internal static class MissingFacts
{
    /// <summary>One for each field with the points of all rules, highest first; equal ones in the card's order.</summary>
    public static IReadOnlyList<MissingFact> Sum(List<MissingFact> missing)
    {
        List<MissingFact> fields = new(missing.Count);
        foreach (var fact in missing)
        {
            var place = fields.FindIndex(known => known.Field == fact.Field);
            if (place < 0)
                fields.Add(fact);
            else
                fields[place] = fact with { Points = fields[place].Points + fact.Points };
        }
        return [.. fields.OrderByDescending(fact => fact.Points)];
    }
}
