using LeadHeat.Core.Dialogue;

namespace LeadHeat.Worker.Tools;

/// <summary>What a tool found, in a salesperson's words.</summary>
internal static class ToolSummary
{
    public static string Of(object? result) => result switch
    {
        NormalizedBudget budget => $"budget {budget.Display}",
        GeoMatch places => Places(places),
        SearchFinding search => Search(search),
        LeadScoreResult score => Score(score),
        ScoreAnswer { Score: var score } => Score(score),
        ToolFault fault => fault.Error,
        ToolNote => "handed over to a person",
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

    private static string Score(LeadScoreResult score) => $"score {score.Score}{(score.Qualified ? ", qualified" : "")}";
}
