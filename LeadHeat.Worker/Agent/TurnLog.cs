using LeadHeat.Core.Records;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// What was done in one turn, by whichever agent: what a model did before it was given up counts, too. Where a turn is run again it
/// also knows what the tools answered then.
/// </summary>
internal sealed class TurnLog(RerunWish? rerun)
{
    private readonly List<LoggedTool> _tools = [];
    private readonly List<ModelCall> _calls = [];
    private readonly List<RecordedVerdict> _verdicts = [];
    private readonly List<RecordedTool> _before = [.. rerun?.Tools ?? []];

    public IReadOnlyList<LoggedTool> Tools => _tools;

    public IReadOnlyList<ModelCall> Calls => _calls;

    public IReadOnlyList<RecordedVerdict> Verdicts => _verdicts;

    /// <summary>What a hosted model was told first, as it was sent.</summary>
    public IReadOnlyList<PromptMessage> Prompt { get; set; } = [];

    /// <summary>The hosted model that was asked.</summary>
    public string? Model { get; set; }

    public void Add(LoggedTool tool) => _tools.Add(tool);

    public void Add(ModelCall call) => _calls.Add(call);

    public void Add(RecordedVerdict verdict) => _verdicts.Add(verdict);

    /// <summary>Whether so many calls more are too many, whoever made those before.</summary>
    /// <exception cref="ModelFailure">They are.</exception>
    public void Admit(int calls)
    {
        if (_tools.Count + calls > TurnLimits.ToolCalls)
            throw new ModelFailure(ModelFailure.TooManyTools);
    }

    internal static string ArgumentsOf(FunctionCallContent call) => ToolTexts.Write(call.Arguments ?? new Dictionary<string, object?>());

    /// <summary>What this call answered when the turn was run first; null when it was not made then, or is to be made anew.</summary>
    public RecordedTool? Before(FunctionCallContent call)
    {
        if (_before.Count == 0)
            return null;
        var arguments = ArgumentsOf(call);
        var at = _before.FindIndex(tool => tool.Name == call.Name && tool.Arguments == arguments);
        if (at < 0)
            return null;
        var found = _before[at];
        _before.RemoveAt(at);
        return found;
    }
}

/// <summary>A tool call with what it answered; written down only when the turn is over.</summary>
internal sealed record LoggedTool(string Agent, FunctionCallContent Call, object? Result, bool Ok, double Milliseconds)
{
    public RecordedTool Record() => new(Agent, Call.Name, TurnLog.ArgumentsOf(Call), ToolTexts.Result(Result) ?? ToolJson.Write(Result), Ok, Math.Round(Milliseconds, 2));
}
