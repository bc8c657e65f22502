using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;

namespace LeadHeat.Api.Demo;

/// <summary>Answers as a worker's built-in agent does, with the tools at hand instead of behind the network.</summary>
internal sealed class DemoAgent(IReadOnlyList<Unit> units)
{
    // As a worker writes down what a tool could not do.
    private const string NothingFound = """{"error":"Nothing was found."}""";

    private readonly TurnTools _tools = TurnTools.Over(units);

    public DemoAnswer Answer(TurnContext context, Playbook playbook)
    {
        // The units are in memory: nothing waits.
        var answered = TurnLoop.AnswerAsync(context, playbook, _tools, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return new(
            context, answered.Reply, [.. answered.Runs.Select(run => new ToolCall(run.Wish.Tool, run.Summary, Ok: true, TimeOf(run.Wish.Tool)))],
            TurnRecord.Of(answered, [.. answered.Runs.Select(Record)]));
    }

    private static RecordedTool Record(ToolRun run) => new(
        "built-in", run.Wish.Tool, ToolTexts.Write(ToolTexts.Arguments(run.Wish)), ToolTexts.Result(run.Result) ?? NothingFound, run.Result is not null, TimeOf(run.Wish.Tool));

    // What a worker's calls take, about.
    private static double TimeOf(string tool) => tool switch { ToolNames.InventorySearch => 3.4, ToolNames.LeadScore => 0.2, _ => 0.1 };
}

/// <summary>What the agent made of a message.</summary>
internal sealed record DemoAnswer(TurnContext Context, PlannedReply Reply, IReadOnlyList<ToolCall> Calls, TurnRecord Record);
