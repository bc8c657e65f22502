using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;

namespace LeadHeat.Tests.Worker;

/// <summary>
/// A model that does whatever it reads, from whomever: <c>CALL tool {…} END</c> is called, <c>SAY … END</c> is said, and
/// <c>SAY SYSTEM END</c> says all that it was told before.
/// </summary>
internal sealed partial class ObedientModel : IChatClient
{
    private readonly HashSet<string> _done = [];

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var all = messages.ToList();
        var read = string.Join('\n', all.SelectMany(message => message.Contents).Select(Text));
        List<AIContent> calls = [];
        foreach (Match order in Call().Matches(read))
        {
            if (_done.Add(order.Value))
                calls.Add(new FunctionCallContent($"call_{_done.Count}", order.Groups["tool"].Value, Arguments(order.Groups["arguments"].Value)));
        }

        if (calls.Count > 0)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, calls);
            yield break;
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, "Of course! ");
        foreach (Match order in Say().Matches(read))
        {
            var words = order.Groups["words"].Value;
            yield return new ChatResponseUpdate(ChatRole.Assistant, (words == "SYSTEM" ? all[0].Text : words) + " ");
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, "Anything else?");
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // There is nothing to let go.
    }

    private static string Text(AIContent content) => content switch
    {
        TextContent words => words.Text,
        FunctionResultContent result => string.Join('\n', Strings(JsonNode.Parse(ToolJson.Write(result.Result)))),
        _ => "",
    };

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        JsonArray items => items.SelectMany(Strings),
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    private static Dictionary<string, object?> Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(part => part.Name, part => (object?)part.Value.Clone());
    }

    [GeneratedRegex(@"CALL (?<tool>[\w.]+) (?<arguments>\{.*?\}) END", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex("SAY (?<words>.*?) END", RegexOptions.Singleline)]
    private static partial Regex Say();
}
