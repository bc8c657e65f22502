using System.Text.Json;
using LeadHeat.Core.Privacy;

namespace LeadHeat.Core.Channels;

/// <summary>Whether a message is nothing but a word by which people leave or come back.</summary>
public static class WhatsAppWish
{
    /// <summary>Of an event of kind <see cref="InboundKind.Message"/>; none of one that nobody can read.</summary>
    public static StopWish Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            return WhatsAppMessage.Read(body).Message is { IsTalk: true } message ? StopWords.Read(message.Text) : StopWish.None;
        }
        // The second: a name that is half of a surrogate pair.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return StopWish.None;
        }
    }
}
