using System.Diagnostics;
using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Worker.Agent;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Tools;

/// <summary>The one list of tools. Made once: schemas are read and written when the worker starts, not when a visitor writes.</summary>
internal sealed class ToolBox
{
    public const string HandOver = "hand_over";

    private readonly Dictionary<string, AIFunction> _tools;
    private readonly TimeProvider _clock;

    public ToolBox(AgentTools tools, TimeProvider clock)
    {
        _clock = clock;
        AIFunction[] all =
        [
            Make(AgentTools.NormalizeBudget, ToolNames.NormalizeBudget),
            Make(AgentTools.MatchPlaces, ToolNames.GeoMatch),
            Make(tools.SearchInventoryAsync, ToolNames.InventorySearch),
            Make(tools.SearchKnowledgeAsync, ToolNames.KnowledgeSearch),
            Make(tools.RecallAsync, ToolNames.LeadMemories),
            Make(AgentTools.ScoreLead, ToolNames.LeadScore),
            Make(AgentTools.HandOver, HandOver),
        ];
        _tools = all.ToDictionary(tool => tool.Name);
        All = all;
        WithoutInventory = [.. all.Where(tool => tool.Name != ToolNames.InventorySearch)];
    }

    public IReadOnlyList<AITool> All { get; }

    /// <summary>For businesses that have nothing to search.</summary>
    public IReadOnlyList<AITool> WithoutInventory { get; }

    /// <summary>Runs a call. Whatever is wrong with it is its result: an agent can read it and do better.</summary>
    public async Task<FunctionResultContent> CallAsync(FunctionCallContent call, AgentTurn turn, CancellationToken cancellationToken)
    {
        using var span = WorkerTelemetry.Source.StartActivity($"execute_tool {call.Name}");
        span?.SetTag("gen_ai.operation.name", "execute_tool").SetTag("gen_ai.tool.name", call.Name).SetTag("gen_ai.tool.call.id", call.CallId);
        var started = _clock.GetTimestamp();
        turn.Before = turn.Log.Before(call);
        object? result;
        try
        {
            result = await RunAsync(call, turn, cancellationToken);
        }
        catch (Exception failure)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().Name);
            throw;
        }

        var took = _clock.GetElapsedTime(started).TotalMilliseconds;
        var ok = result is not ToolFault;
        if (!ok)
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", _tools.ContainsKey(call.Name) ? "tool_fault" : "unknown_tool");
        WorkerTelemetry.ToolCalled(_tools.ContainsKey(call.Name) ? call.Name : "unknown", ok, took);
        turn.Add(new ToolCall(call.Name, Summary(result), ok, Math.Round(took, 2)));
        turn.Log.Add(new LoggedTool(turn.Agent, call, result, ok, took));
        return new(call.CallId, result);
    }

    private async Task<object?> RunAsync(FunctionCallContent call, AgentTurn turn, CancellationToken cancellationToken)
    {
        if (!_tools.TryGetValue(call.Name, out var tool))
            return new ToolFault($"There is no tool '{call.Name}'; there are {string.Join(", ", _tools.Keys)}.");
        if (call.Exception is { } unreadable)
            return new ToolFault($"The arguments are not readable: {unreadable.Message}");
        var arguments = call.Arguments ?? new Dictionary<string, object?>();
        // What our own planner passes is typed already.
        if (arguments.Values.All(value => value is JsonElement) && SchemaCheck.Fault(tool.JsonSchema, arguments) is { } fault)
            return new ToolFault(fault);
        try
        {
            return await tool.InvokeAsync(new AIFunctionArguments(arguments) { Context = new Dictionary<object, object?> { [typeof(AgentTurn)] = turn } }, cancellationToken);
        }
        catch (ToolException said)
        {
            return new ToolFault(said.Message);
        }
        // The binder's word for an argument that is missing.
        catch (ArgumentException wrong)
        {
            return new ToolFault(wrong.Message);
        }
    }

    private static string Summary(object? result) => result switch
    {
        ToolFault fault => fault.Error,
        ToolNote => "handed over to a person",
        ScoreAnswer { Score: var score } => ToolSummary.Of(score),
        _ => ToolSummary.Of(result),
    };

    private static AIFunction Make(Delegate method, string name) => AIFunctionFactory.Create(method, new AIFunctionFactoryOptions
    {
        Name = name,
        SerializerOptions = ToolJson.Default.Options,
        ExcludeResultSchema = true,
        // Results stay objects; only those that go to a hosted model become JSON.
        MarshalResult = (result, _, _) => ValueTask.FromResult(result),
        ConfigureParameterBinding = parameter => parameter.ParameterType == typeof(AgentTurn)
            ? new() { ExcludeFromSchema = true, BindParameter = (_, arguments) => arguments.Context![typeof(AgentTurn)] }
            : parameter.ParameterType == typeof(SearchPurpose)
                ? new() { ExcludeFromSchema = true, BindParameter = (_, arguments) => arguments.TryGetValue("purpose", out var purpose) ? purpose : SearchPurpose.Fits }
                : default,
    });
}
