using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>By what a message names its sender, of before and after a change. What shares one of these names may be one person's.</summary>
public static class WhatsAppParties
{
    /// <summary>Of an event of kind <see cref="InboundKind.Message"/>; none of one that nobody can read.</summary>
    public static IReadOnlyList<string> Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Of(document);
        }
        // The second: a name that is half of a surrogate pair.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Of(JsonDocument document)
    {
        var (contact, message) = (document.RootElement.Member("contact"), document.RootElement.Member("message"));
        var system = message?.Member("system");
        string?[] named =
        [
            message?.Id("from"), message?.Id("from_user_id"), contact?.Id("wa_id"), contact?.Id("user_id"),
            system?.Id("wa_id"), system?.Id("new_wa_id"), system?.Id("user_id"), system?.Id("previous_user_id"),
        ];
        return [.. named.OfType<string>().Distinct()];
    }
}
