using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>A fault that WhatsApp reports without saying of which message: too many were sent, the account is at its limit.</summary>
public static class WhatsAppFault
{
    private const int Longest = 300;

    /// <summary>What an event of kind <see cref="InboundKind.Fault"/> says, in one line.</summary>
    public static string InWords(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var error = document.RootElement.Member("error");
        var what = error?.Member("error_data")?.Text("details") ?? error?.Text("message") ?? error?.Text("title") ?? "it does not say what.";
        return WhatsAppMessage.Cut($"WhatsApp reports {(error?.Id("code") is { } code ? $"fault {code}" : "a fault")}: {what}", Longest);
    }
}
