using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;

namespace LeadHeat.Worker.Models;

/// <summary>Keeps a visitor's contact details from a hosted model: it reads and writes placeholders, we read and write the details.</summary>
internal sealed class RedactingChatClient(IChatClient inner, Redaction redaction) : IChatClient
{
    // [phone-12] is the longest that a placeholder gets.
    private const int LongestPlaceholder = 12;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var held = "";
        await foreach (var update in inner.GetStreamingResponseAsync(messages.Select(Hide), options, cancellationToken))
        {
            foreach (var content in update.Contents)
            {
                if (content is TextContent words)
                {
                    (var ready, held) = Split(held + words.Text);
                    if (ready.Length > 0)
                        yield return new ChatResponseUpdate(ChatRole.Assistant, redaction.Restore(ready));
                    continue;
                }

                yield return new ChatResponseUpdate(ChatRole.Assistant, [content is FunctionCallContent call ? Restore(call) : content]);
            }
        }

        if (held.Length > 0)
            yield return new ChatResponseUpdate(ChatRole.Assistant, redaction.Restore(held));
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        // The inner client serves all turns.
    }

    // A placeholder may come in two pieces: what might be the beginning of one waits for the next.
    private static (string Ready, string Held) Split(string text)
    {
        var open = text.LastIndexOf('[');
        return open >= 0 && text.IndexOf(']', open) < 0 && text.Length - open < LongestPlaceholder ? (text[..open], text[open..]) : (text, "");
    }

    private ChatMessage Hide(ChatMessage message) => new(message.Role, [.. message.Contents.Select(Hide)]);

    private AIContent Hide(AIContent content) => content switch
    {
        TextContent words => new TextContent(redaction.Hide(words.Text)),
        FunctionCallContent call => Change(call, redaction.Hide),
        FunctionResultContent result => new FunctionResultContent(result.CallId, new ToolText(HideIn(ToolJson.Write(result.Result)))),
        _ => content,
    };

    // String by string: in the JSON as a whole an escape before an address would be taken for a part of it.
    private string HideIn(string json) => ChangeNode(JsonNode.Parse(json), redaction.Hide)?.ToJsonString() ?? "null";

    private FunctionCallContent Restore(FunctionCallContent call) => Change(call, redaction.Restore);

    private static FunctionCallContent Change(FunctionCallContent call, Func<string, string> change) =>
        new(call.CallId, call.Name, call.Arguments?.ToDictionary(
            pair => pair.Key, pair => pair.Value is JsonElement value ? (object)Change(value, change) : pair.Value))
        {
            Exception = call.Exception,
        };

    private static JsonElement Change(JsonElement value, Func<string, string> change) =>
        JsonSerializer.SerializeToElement(ChangeNode(JsonNode.Parse(value.GetRawText()), change), ToolJson.Default.JsonNode);

    private static JsonNode? ChangeNode(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(change(text.GetValue<string>())),
        JsonArray items => new JsonArray([.. items.Select(item => ChangeNode(item?.DeepClone(), change))]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, ChangeNode(member.Value?.DeepClone(), change)))),
        _ => node,
    };
}
