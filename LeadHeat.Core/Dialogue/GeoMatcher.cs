using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>The tool <c>geo_match</c>: the right names of places, and what lies near them.</summary>
public static class GeoMatcher
{
    private const int MostNearby = 8;
    private const double FarthestKilometres = 12;

    /// <summary>Matches a city and areas as somebody wrote them.</summary>
    public static GeoMatch Match(Playbook playbook, string? city, IReadOnlyList<string> areas)
    {
        List<string> names = [];
        List<string> unknown = [];
        var found = city is null ? null : CityOf(playbook, city);
        if (city is not null && found is null)
            unknown.Add(city);
        foreach (var written in areas)
        {
            var understood = Language.Understand(written, playbook, DialogueState.Start, [], DateTimeOffset.UnixEpoch);
            if (understood.Find(FactFields.Areas)?.Value.Items is { } items)
                names.AddRange(items.Except(names));
            else
                unknown.Add(written);
            found ??= understood.Find(FactFields.City)?.Value.Text;
        }
        return new(found, names, Nearby(playbook, names), unknown);
    }

    /// <summary>The areas closest to these, nearest first, without themselves.</summary>
    public static IReadOnlyList<string> Nearby(Playbook playbook, IReadOnlyList<string> areas)
    {
        foreach (var city in playbook.Cities)
        {
            Area[] here = [.. city.Areas.Where(area => areas.Contains(area.Name))];
            if (here.Length == 0)
                continue;
            return [.. city.Areas.Except(here)
                .Select(area => (area.Name, Distance: here.Min(area.DistanceTo)))
                .Where(near => near.Distance <= FarthestKilometres)
                .OrderBy(near => near.Distance).Take(MostNearby).Select(near => near.Name)];
        }
        return [];
    }

    private static string? CityOf(Playbook playbook, string written) =>
        Language.Understand(written, playbook, DialogueState.Start, [], DateTimeOffset.UnixEpoch).Find(FactFields.City)?.Value.Text;
}
