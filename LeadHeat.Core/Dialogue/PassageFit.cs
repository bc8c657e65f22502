using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>
/// Leaves out passages that speak of another place or subject than the conversation does: what is true of Dubai answers nothing about Whitefield, and nothing is
/// better than what is true elsewhere.
/// </summary>
internal static class PassageFit
{
    private static readonly string[] Seeking = ["area", "areas", "locality", "localities", "part of", "where"];

    /// <summary>The passages that may answer.</summary>
    public static IReadOnlyList<KnowledgeHit> Of(PlannedTurn turn, IReadOnlyList<KnowledgeHit> hits)
    {
        var (city, areas) = PlaceOf(turn);
        var categories = TopicOf(turn)?.Categories ?? [];
        return [.. hits.Where(hit => (categories.Count == 0 || categories.Contains(hit.Category)) && IsThere(hit, city, areas, turn.Playbook.Cities))];
    }

    /// <summary>The subject of the message, where the playbook knows it.</summary>
    public static Topic? TopicOf(PlannedTurn turn) => turn.Playbook.Topics.FirstOrDefault(topic => topic.Name == turn.Understood.Topic);

    /// <summary>The areas that a question is about without naming them, so that they are searched for with it; empty where it names some or asks for one.</summary>
    public static string Unsaid(PlannedTurn turn) => TopicOf(turn) is { Categories.Count: > 0 } && turn.Understood.Find(FactFields.Areas) is null && PlaceOf(turn).Areas is { Count: > 0 } areas
        ? $" ({string.Join(", ", areas)})" : "";

    // What the message names, else what the conversation is about. Who asks which area it should be is not held to one.
    private static (string? City, IReadOnlyList<string> Areas) PlaceOf(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (message.Find(FactFields.Areas)?.Value.Items is { Count: > 0 } named)
            return (CityOf(turn, named), named);
        if (message.Find(FactFields.City)?.Value.Text is { } city)
            return (city, []);
        var areas = turn.Facts.FirstOrDefault(fact => fact.Field == FactFields.Areas)?.Value.Items ?? [];
        var known = turn.Facts.FirstOrDefault(fact => fact.Field == FactFields.City)?.Value.Text ?? CityOf(turn, areas);
        return (known, Seeking.Any(word => Says(message.Text, word)) && TopicOf(turn) is null ? [] : areas);
    }

    private static string? CityOf(PlannedTurn turn, IReadOnlyList<string> areas) =>
        turn.Playbook.Cities.Where(city => city.Areas.Any(area => areas.Contains(area.Name))).Select(city => city.Name).ToArray() is [var only] ? only : null;

    // A section is about the areas that its heading names, else a document about the cities that it names.
    private static bool IsThere(KnowledgeHit hit, string? city, IReadOnlyList<string> areas, IReadOnlyList<City> cities)
    {
        if (city is null && areas.Count == 0)
            return true;
        Area[] named = [.. cities.SelectMany(known => known.Areas).Where(area => IsNamed(hit.Heading, area))];
        if (named.Length > 0)
            return areas.Count > 0 ? named.Any(area => areas.Contains(area.Name)) : named.Any(area => area.City == city);
        City[] there = CitiesIn($"{hit.Title} {hit.Heading}", cities);
        if (there.Length == 0)
            there = CitiesIn(AskedAs.Without(hit.Text), cities);
        return there.Length == 0 || city is null || there.Any(known => known.Name == city);
    }

    private static bool IsNamed(string heading, Area area) => Says(heading, area.Name) || area.Aliases.Any(alias => Says(heading, alias));

    private static City[] CitiesIn(string text, IReadOnlyList<City> cities) =>
        [.. cities.Where(city => Says(text, city.Name) || city.Lands.Any(land => Says(text, land)))];

    private static bool Says(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
                return true;
        }
        return false;
    }
}
