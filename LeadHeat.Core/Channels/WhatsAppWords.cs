using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>What a WhatsApp message says, whatever its type (wire-formats.md, 4).</summary>
internal static class WhatsAppWords
{
    /// <summary>Somebody has said whether we may call on WhatsApp.</summary>
    public const string CallPermission = "call_permission_reply";

    private const int MostAnswers = 50;

    public static (string? Text, string? Wrong) Of(string kind, JsonElement message)
    {
        var part = message.Member(kind);
        return kind switch
        {
            "text" => Words(part?.Text("body"), "The text message has no text."),
            "button" => Words(part?.Text("text") ?? part?.Text("payload"), "The button that was pressed has no text."),
            "interactive" => Interactive(part),
            "image" => (part?.Text("caption") ?? "[Photo]", null),
            "video" => (part?.Text("caption") ?? "[Video]", null),
            "audio" => ("[Voice message]", null),
            "sticker" => ("[Sticker]", null),
            "document" => (part?.Text("caption") ?? $"[Document] {part?.Text("filename")}".TrimEnd(), null),
            "location" => ($"[Location] {part?.Text("name")} {part?.Text("address")}".TrimEnd(), null),
            "contacts" => ("[Contact card]", null),
            "reaction" => ($"[Reaction] {part?.Text("emoji")}".TrimEnd(), null),
            "order" => (part?.Text("text") ?? "[Order]", null),
            "system" => (part?.Text("body") ?? "[WhatsApp] The number was changed", null),
            "unsupported" => ("[Sent something that WhatsApp does not pass on]", null),
            _ => (null, $"The message type '{Short(kind)}' is not known here."),
        };
    }

    /// <summary>The fields of a filled-in flow: JSON inside a string, with keys of our own.</summary>
    public static IReadOnlyDictionary<string, string> AnswersOf(JsonElement message, out string? token)
    {
        token = null;
        Dictionary<string, string> answers = [];
        if (message.Member("interactive")?.Member("nfm_reply")?.Text("response_json") is not { } inner || !TryParse(inner, out var document))
            return answers;
        using (document)
        {
            token = document.RootElement.Text("flow_token");
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return answers;
            foreach (var (name, value) in FieldsOf(document.RootElement))
                answers[Short(name)] = value;
        }

        return answers;
    }

    private static (string? Text, string? Wrong) Interactive(JsonElement? part) => part?.Text("type") switch
    {
        "button_reply" => Words(part?.Member("button_reply")?.Text("title"), "The button that was pressed has no title."),
        "list_reply" => Words(part?.Member("list_reply")?.Text("title"), "The row that was chosen has no title."),
        CallPermission => (WhatsAppNotes.OfCallPermission(part), null),
        "nfm_reply" => part?.Member("nfm_reply")?.Text("response_json") is { } inner && TryParse(inner, out var document)
            ? (Filled(document), null)
            : (null, "The flow's answer is no JSON."),
        var other => (null, $"The interactive type '{Short(other ?? "")}' is not known here."),
    };

    // As a person would have written it, so that what understands messages understands this too.
    private static string Filled(JsonDocument document)
    {
        using (document)
        {
            var text = string.Join("\n", FieldsOf(document.RootElement).Select(field => WhatsAppMessage.LineOf(Short(field.Name)) + field.Value));
            return text.Length > 0 ? text : "[Empty form]";
        }
    }

    // What is filled in, also in a part of the form that is an object of its own, such as an address.
    private static IEnumerable<(string Name, string Value)> FieldsOf(JsonElement form) => AllOf(form).Where(field => field.Name != "flow_token" && field.Value.Length > 0).Take(MostAnswers);

    private static IEnumerable<(string Name, string Value)> AllOf(JsonElement form) => form.ValueKind != JsonValueKind.Object ? [] : form.EnumerateObject()
        .SelectMany(member => member.Value.ValueKind == JsonValueKind.Object ? AllOf(member.Value) : [(member.Name, ValueOf(member.Value))]);

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TolerantJson.Read(value).Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Take(MostAnswers).Select(ValueOf).Where(item => item.Length > 0)),
        JsonValueKind.Object => value.Text("file_name") ?? string.Join(", ", AllOf(value).Select(field => field.Value).Where(item => item.Length > 0).Take(MostAnswers)),
        _ => "",
    };

    private static bool TryParse(string text, out JsonDocument document)
    {
        try
        {
            document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            document = null!;
            return false;
        }
    }

    private static (string? Text, string? Wrong) Words(string? text, string otherwise) => text is null ? (null, otherwise) : (text, null);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60];
}
