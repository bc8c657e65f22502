using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>
/// What the team should know of a WhatsApp message besides its words. It is not made part of the words: the number on somebody else's card is not the
/// sender's, and the degrees of a place are no budget.
/// </summary>
internal static class WhatsAppNotes
{
    private const int MostItems = 5;
    private const int Longest = 500;

    /// <summary>Null where the words say all.</summary>
    public static string? Of(string kind, JsonElement message)
    {
        var part = message.Member(kind);
        var note = kind switch
        {
            "reaction" => part?.Text("emoji") is { } sign ? $"Reacted with {sign}" : "Took a reaction back",
            "unsupported" => "Sent something that WhatsApp does not pass on",
            "location" => part?.Id("latitude") is { } north && part?.Id("longitude") is { } east ? $"Sent a place: {north}, {east}" : null,
            "contacts" => Listed("Sent a contact card: ", message.Items("contacts").Select(Card)),
            "interactive" when part?.Text("type") == WhatsAppWords.CallPermission => OfCallPermission(part),
            "order" => Listed("Wants to order: ", (part?.Items("product_items") ?? []).Select(Ordered)),
            _ => WhatsAppMedia.NoteOf(kind, part?.Text("filename")),
        };
        return note is null ? null : WhatsAppMessage.Cut(note, Longest);
    }

    // "call_permission_reply":{"response":"accept","expiration_timestamp":1749416383}
    public static string OfCallPermission(JsonElement? part) =>
        part?.Member(WhatsAppWords.CallPermission)?.Text("response") == "accept" ? "Allows us to call on WhatsApp" : "Does not want to be called on WhatsApp";

    // "contacts":[{"name":{"formatted_name":"Ravi Rao"},"phones":[{"phone":"+91 98…","wa_id":"9198…"}],"emails":[{"email":"…"}]}]
    private static string Card(JsonElement card)
    {
        string?[] parts =
        [
            card.Member("name")?.Text("formatted_name"), .. card.Items("phones").Take(MostItems).Select(phone => phone.Text("phone") ?? phone.Id("wa_id")),
            .. card.Items("emails").Take(MostItems).Select(email => email.Text("email")),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    // "product_items":[{"product_retailer_id":"cup-12","quantity":2,"item_price":3,"currency":"USD"}]
    private static string Ordered(JsonElement item) => item.Id("product_retailer_id") is { } product ? $"{item.Id("quantity") ?? "1"} × {product}" : "";

    private static string? Listed(string what, IEnumerable<string> items)
    {
        var list = string.Join("; ", items.Where(item => item.Length > 0).Take(MostItems));
        return list.Length > 0 ? what + list : null;
    }
}
