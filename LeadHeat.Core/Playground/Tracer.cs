using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Understanding;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Playground;

/// <summary>Writes down how a turn was answered.</summary>
internal static class Tracer
{
    public static TurnTrace Of(AnsweredTurn answered) => new(
        answered.Reply.Role, Understanding(answered.Turn), [.. answered.Runs.Select(Tool)], answered.Reply.Rules);

    private static TracedUnderstanding Understanding(PlannedTurn turn)
    {
        var message = turn.Understood;
        return new(
            message.Intent, [.. Enum.GetValues<Cues>().Where(cue => cue != Cues.None && message.Has(cue)).Select(Words.Of)],
            message.ToFacts(turn.Context.MessageId, turn.Context.ReceivedAt), message.Topic, message.RefusedFields, message.LeftOpen, message.Reference,
            turn.Dialogue.Frustration);
    }

    private static TracedTool Tool(ToolRun run) => new(run.Wish.Tool, Arguments(run.Wish), Result(run.Result), run.Summary);

    private static JsonElement Arguments(ToolWish wish)
    {
        var arguments = new JsonObject();
        if (wish.Text is { } text)
            arguments["text"] = text;
        if (wish.City is { } city)
            arguments["city"] = city;
        if (wish.Areas is { } areas)
            arguments["areas"] = JsonSerializer.SerializeToNode(areas, LeadHeatJson.Default.IReadOnlyListString);
        if (wish.Query is { } query)
        {
            foreach (var (name, value) in JsonSerializer.SerializeToNode(query, LeadHeatJson.Default.UnitQuery)!.AsObject())
            {
                if (value is not null)
                    arguments[name] = value.DeepClone();
            }
            arguments["purpose"] = Words.Of(wish.Purpose);
        }
        return JsonDocument.Parse(arguments.ToJsonString()).RootElement;
    }

    private static JsonElement? Result(object? result) => result switch
    {
        NormalizedBudget budget => JsonSerializer.SerializeToElement(budget, LeadHeatJson.Default.NormalizedBudget),
        GeoMatch places => JsonSerializer.SerializeToElement(places, LeadHeatJson.Default.GeoMatch),
        SearchFinding search => JsonSerializer.SerializeToElement(search, LeadHeatJson.Default.SearchFinding),
        KnowledgeFinding passages => JsonSerializer.SerializeToElement(passages, LeadHeatJson.Default.KnowledgeFinding),
        LeadScoreResult score => JsonSerializer.SerializeToElement(score, LeadHeatJson.Default.LeadScoreResult),
        _ => null,
    };
}
