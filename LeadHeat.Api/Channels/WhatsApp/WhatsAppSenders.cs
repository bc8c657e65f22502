using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>By what WhatsApp names the sender of a message.</summary>
internal static class WhatsAppSenders
{
    public static SenderKeys KeysOf(WhatsAppMessage message) => new(
        [.. Key("number", message.Number), .. Key("user", message.UserId), .. Key("user", message.OldUserId)],
        [.. Key("user", message.NewUserId), .. Key("number", message.NewNumber)])
    {
        Left = message.NewNumber is { } changed && message.Number is { } number && number != changed ? $"number:{number}" : null,
    };

    private static string[] Key(string kind, string? value) => value is null ? [] : [$"{kind}:{value}"];
}
