using System.Text;
using System.Text.Json;
using LeadHeat.Worker.Tools;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace LeadHeat.Worker.Models;

/// <summary>Our messages and tools in the words of the OpenAI package.</summary>
internal static class ModelWire
{
    public static List<Wire.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => [.. messages.SelectMany(Message)];

    public static Wire.ChatCompletionOptions Options(ChatOptions? options)
    {
        var wire = new Wire.ChatCompletionOptions { Temperature = options?.Temperature, MaxOutputTokenCount = options?.MaxOutputTokens };
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            wire.Tools.Add(Tool(tool));
        return wire;
    }

    /// <summary>Arguments as the model wrote them; what is no JSON object becomes a call that says so.</summary>
    public static FunctionCallContent Call(string id, string name, string arguments)
    {
        try
        {
            using var json = JsonDocument.Parse(arguments.Length == 0 ? "{}" : arguments);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new(id, name, json.RootElement.EnumerateObject().ToDictionary(part => part.Name, part => (object?)part.Value.Clone()))
                : Broken(id, name, new JsonException("The arguments must be one JSON object."));
        }
        // A member that stands twice is an ArgumentException.
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return Broken(id, name, broken);
        }
    }

    private static FunctionCallContent Broken(string id, string name, Exception why) => new(id, name) { Exception = why };

    private static Wire.ChatTool Tool(AIFunctionDeclaration tool) => Wire.ChatTool.CreateFunctionTool(
        tool.Name, tool.Description, BinaryData.FromBytes(Encoding.UTF8.GetBytes(tool.JsonSchema.GetRawText())));

    private static IEnumerable<Wire.ChatMessage> Message(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
            yield return new Wire.SystemChatMessage(message.Text);
        else if (message.Role == ChatRole.User)
            yield return new Wire.UserChatMessage(message.Text);
        else if (message.Role == ChatRole.Assistant)
            yield return Assistant(message);
        else
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
                yield return new Wire.ToolChatMessage(result.CallId, ToolJson.Write(result.Result));
    }

    private static Wire.AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
            return new(message.Text);
        var assistant = new Wire.AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            assistant.Content.Add(Wire.ChatMessageContentPart.CreateTextPart(message.Text));
        return assistant;
    }

    private static Wire.ChatToolCall Call(FunctionCallContent call) =>
        Wire.ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(Arguments(call)));

    private static string Arguments(FunctionCallContent call)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            {
                json.WritePropertyName(name);
                if (value is JsonElement element)
                    element.WriteTo(json);
                else
                    json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
