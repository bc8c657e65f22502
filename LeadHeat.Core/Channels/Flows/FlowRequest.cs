using System.Text;
using System.Text.Json;

namespace LeadHeat.Core.Channels.Flows;

/// <summary>What WhatsApp asks the data endpoint of a flow, once it is decrypted.</summary>
/// <param name="Action"><c>ping</c>, <c>INIT</c>, <c>data_exchange</c> or <c>BACK</c>.</param>
/// <param name="Screen">The one that the person looks at; null where there is none yet.</param>
/// <param name="Value">What was entered on it; empty where nothing was.</param>
/// <param name="Answered">What was entered on the screens before it, by field. It comes from outside, as all of this does.</param>
/// <param name="IsErrorReport">WhatsApp tells that it could not use our last answer.</param>
public sealed record FlowRequest(
    string Action, string? Screen, string Value, IReadOnlyDictionary<string, string> Answered, string? Token, bool IsErrorReport)
{
    /// <summary>The member of a screen's data that carries the answers before it.</summary>
    public const string AnsweredMember = "answered";

    /// <summary>The member of a screen's data that carries its own answer.</summary>
    public const string ValueMember = "value";

    private const int MostAnswers = 50;
    private const int LongestAnswer = 500;

    /// <summary>Null when it is no such request.</summary>
    public static FlowRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 16 });
            var (root, data) = (document.RootElement, document.RootElement.Member("data"));
            return root.Text("action") is { } action
                ? new(
                    action, root.Text("screen"), Cut(ValueOf(data?.Member(ValueMember))), AnswersOf(data?.Text(AnsweredMember)), root.Text("flow_token"),
                    data?.Member("error") is not null || data?.Member("error_message") is not null)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the next screen carries them.</summary>
    public static string Write(IReadOnlyDictionary<string, string> answered)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (field, value) in answered)
                writer.WriteString(field, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Dictionary<string, string> AnswersOf(string? text)
    {
        if (text is null)
            return [];
        using var document = JsonDocument.Parse(text, new() { MaxDepth = 4 });
        return document.RootElement.ValueKind != JsonValueKind.Object
            ? []
            : document.RootElement.EnumerateObject().Take(MostAnswers).DistinctBy(member => member.Name)
                .ToDictionary(member => member.Name, member => Cut(ValueOf(member.Value)));
    }

    private static string ValueOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => TolerantJson.Read(text).Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Array } items => string.Join(", ", items.EnumerateArray().Take(MostAnswers).Select(item => ValueOf(item)).Where(item => item.Length > 0)),
        _ => "",
    };

    private static string Cut(string text) => text.Length <= LongestAnswer ? text : text[..LongestAnswer];
}
