using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>A picture, a voice message or a file that somebody sent through WhatsApp, which keeps it for 30 days.</summary>
/// <param name="Id">WhatsApp's.</param>
/// <param name="FileName">As the sender's; null where there is none.</param>
public sealed record WhatsAppMedia(string Id, string? FileName)
{
    private static readonly string[] Kinds = ["image", "video", "audio", "document", "sticker"];

    /// <summary>Of an event of kind <see cref="InboundKind.Message"/>; null where it brought none.</summary>
    public static WhatsAppMedia? Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Member("message") is { } message && message.Text("type") is { } kind ? Of(kind, message) : null;
    }

    internal static WhatsAppMedia? Of(string kind, JsonElement message) =>
        Kinds.Contains(kind) && message.Member(kind) is { } part && part.Id("id") is { } id ? new(id, part.Text("filename")) : null;

    internal static string? NoteOf(string kind, string? fileName) => Kinds.Contains(kind) ? $"Sent a {NameOf(kind)}{(fileName is null ? "" : $": {fileName}")}" : null;

    private static string NameOf(string kind) => kind switch
    {
        "image" => "photo",
        "audio" => "voice message",
        _ => kind,
    };
}
