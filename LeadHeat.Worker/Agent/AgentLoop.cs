using System.Diagnostics;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// Lets a chat client answer with the help of tools: asks, runs the calls it wants, asks again, until it only speaks. Words are told
/// as they come. A client that calls without end is stopped.
/// </summary>
internal sealed class AgentLoop(ToolBox tools, TimeProvider clock)
{
    private const int SameCalls = 3;

    /// <summary>All that the client said.</summary>
    public async Task<string> RunAsync(
        IChatClient client, List<ChatMessage> messages, ChatOptions? options, AgentTurn turn, Action? spoken, CancellationToken cancellationToken)
    {
        var speech = new Speech(turn, spoken);
        Dictionary<string, int> seen = [];
        while (true)
        {
            var contents = await AskAsync(client, messages, options, turn, speech, cancellationToken);
            FunctionCallContent[] calls = [.. contents.OfType<FunctionCallContent>()];
            if (calls.Length == 0)
                return speech.Reply;
            turn.Log.Admit(calls.Length);
            if (calls.Any(call => IsRepeated(call, seen)))
                throw new ModelFailure(ModelFailure.Looping);

            messages.Add(new ChatMessage(ChatRole.Assistant, [.. contents.Where(content => content is not UsageContent)]));
            List<AIContent> results = new(calls.Length);
            foreach (var call in calls)
                results.Add(await tools.CallAsync(call, turn, cancellationToken));
            messages.Add(new ChatMessage(ChatRole.Tool, results));
            if (turn.HandoverReason is not null)
                return speech.Reply;
        }
    }

    /// <summary>One call; a hosted model's is logged, for the bill.</summary>
    private async Task<List<AIContent>> AskAsync(
        IChatClient client, List<ChatMessage> messages, ChatOptions? options, AgentTurn turn, Speech speech, CancellationToken cancellationToken)
    {
        if (client is BuiltInChatClient)
            return await ListenAsync(client, messages, options, turn, [], speech, cancellationToken);
        var meter = new CallMeter(turn, ModelOf(client), messages, clock);
        try
        {
            var contents = await ListenAsync(client, messages, options, turn, meter.Contents, speech, cancellationToken);
            meter.End(CallMeter.Done);
            return contents;
        }
        catch (ModelFailure failure)
        {
            meter.End(failure.Reason);
            throw;
        }
        catch (OperationCanceledException)
        {
            meter.End(ModelFailure.TooSlow);
            throw;
        }
    }

    private static async Task<List<AIContent>> ListenAsync(
        IChatClient client, List<ChatMessage> messages, ChatOptions? options, AgentTurn turn, List<AIContent> contents, Speech speech,
        CancellationToken cancellationToken)
    {
        using var span = StartSpan(client);
        speech.Begin();
        await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            foreach (var content in update.Contents)
            {
                if (content is TextContent { Text: { Length: > 0 } text })
                    speech.Hear(text);
                else if (content is UsageContent usage)
                    Count(usage.Details, client, turn, span);
                contents.Add(content);
            }
        }

        speech.End();
        return contents;
    }

    private static bool IsRepeated(FunctionCallContent call, Dictionary<string, int> seen)
    {
        // Typed arguments are our own planner's, which wishes nothing twice.
        if (call.Arguments is not { } arguments || !arguments.Values.All(value => value is System.Text.Json.JsonElement))
            return false;
        var key = call.Name + string.Concat(arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"|{pair.Key}={pair.Value}"));
        return (seen[key] = seen.GetValueOrDefault(key) + 1) >= SameCalls;
    }

    private static void Count(UsageDetails usage, IChatClient client, AgentTurn turn, Activity? span)
    {
        var (input, output) = (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
        turn.AddTokens(input, output);
        WorkerTelemetry.TokensUsed(ProviderOf(client), ModelOf(client), input, output);
        span?.SetTag("gen_ai.usage.input_tokens", input).SetTag("gen_ai.usage.output_tokens", output);
    }

    private static Activity? StartSpan(IChatClient client)
    {
        if (!WorkerTelemetry.Source.HasListeners())
            return null;
        var model = ModelOf(client);
        return WorkerTelemetry.Source.StartActivity($"chat {model}", ActivityKind.Client)
            ?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.provider.name", ProviderOf(client)).SetTag("gen_ai.request.model", model);
    }

    private static string ProviderOf(IChatClient client) =>
        (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.ProviderName ?? "unknown";

    private static string ModelOf(IChatClient client) =>
        (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "unknown";
}
