using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Dialogue;

/// <summary>What a tool found, in a salesperson's words.</summary>
public static class ToolSummary
{
    /// <summary>One line for a tool's result; null is a tool that found nothing or failed.</summary>
    public static string Of(object? result) => result switch
    {
        NormalizedBudget budget => $"budget {budget.Display}",
        GeoMatch places => Places(places),
        SearchFinding search => Search(search),
        LeadScoreResult score => $"score {score.Score}{(score.Qualified ? ", qualified" : "")}",
        KnowledgeFinding { Hits: [var best, ..] } => $"read in {best.Title}",
        LeadMemories { Hits.Count: var count and > 0 } => $"recalled {count} message{(count == 1 ? "" : "s")}",
        null or KnowledgeFinding or LeadMemories => "found nothing",
        _ => "done",
    };

    private static string Places(GeoMatch places)
    {
        var known = string.Join(", ", places.Areas.Count > 0 ? places.Areas : places.City is { } city ? [city] : []);
        return known.Length > 0 ? known : "no place that we serve";
    }

    private static string Search(SearchFinding search)
    {
        var where = search.Query.Areas is { Count: > 0 } areas ? " in " + string.Join(", ", areas) : search.Query.City is { } city ? " in " + city : "";
        return search.Matches.Count switch
        {
            0 => $"found nothing{where}",
            1 => $"found 1 unit{where}",
            var count => $"found {count} units{where}",
        };
    }
}
