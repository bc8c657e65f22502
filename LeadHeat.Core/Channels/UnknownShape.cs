using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>What to say of something that Meta sent and that nothing here takes: what it is, as far as it tells, and what can be done.</summary>
public static class UnknownShape
{
    /// <summary>A form's lead came where messages of WhatsApp do.</summary>
    public const string LeadAtWhatsApp =
        "A lead form came to WhatsApp's address. In the app at Meta let the page's field 'leadgen' point to /api/webhooks/leadads; then compare with Meta under Lead forms: that brings what went astray.";

    /// <summary>Something of WhatsApp came where forms' leads do.</summary>
    public const string WhatsAppAtLeadAds =
        "Something of WhatsApp came to the address of lead ads. In the app at Meta let the field 'messages' point to /api/webhooks/whatsapp. Meta does not send it again: look at what came, and answer by hand.";

    private const int Longest = 500;

    private const string Plain = "This shape is not known here. It is kept as it came: look at it, and try it again after an update.";

    /// <summary>Words for an event of kind <see cref="InboundKind.Unknown"/>, of at most 500 signs.</summary>
    public static string InWords(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Read(body);
        }
        // As deep as a delivery may be, and one more; a name that is half of a surrogate pair.
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return Plain;
        }
    }

    private static string Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var change = document.RootElement.Member("part");
        return WhatsAppMessage.Cut((change?.Text("field"), change?.Member("value")) switch
        {
            ("flows", { } value) => Flow(value),
            ("calls", _) => "Somebody called on WhatsApp. Calls are not taken here: call back, or take the field 'calls' out of the app's subscriptions at Meta.",
            ({ } field, _) => $"Meta's field '{WhatsAppMessage.Cut(field, 60)}' is not handled here. It is kept as it came. Take it out of the app's subscriptions at Meta if it is not needed; else try it again after an update.",
            _ when document.RootElement.Member("message") is not null => "The message has no id, so it cannot be told from another. Look at what came, and answer by hand.",
            _ => Plain,
        }, Longest);
    }

    // {"flow_id":"1","event":"ENDPOINT_LATENCY","message":"…","old_status":"PUBLISHED","new_status":"THROTTLED","threshold":10}
    private static string Flow(JsonElement value)
    {
        var state = value.Text("new_status") is { } now ? $" It is {now.ToLowerInvariant()} now{(value.Text("old_status") is { } was ? $", and was {was.ToLowerInvariant()}" : "")}." : "";
        return $"WhatsApp reports on the form {value.Id("flow_id")}: {value.Text("message") ?? value.Text("event") ?? "it does not say what."}{state} "
            + "Look at the form in WhatsApp Manager, and at how fast /api/webhooks/whatsapp/flows answers: a throttled form opens ten times an hour.";
    }
}
