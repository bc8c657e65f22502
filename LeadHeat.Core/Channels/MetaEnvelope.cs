using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>
/// Takes a delivery of Meta's apart (wire-formats.md, 3 to 5). Up to 1,000 things come in one; a broken one must not cost its
/// neighbours, so nothing is asked of a part here but its id.
/// </summary>
public static class MetaEnvelope
{
    /// <summary>All parts, in their order.</summary>
    /// <exception cref="JsonException">The body is no JSON, or nested too deep.</exception>
    public static IReadOnlyList<InboundEvent> Split(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        List<InboundEvent> parts = [];
        foreach (var entry in document.RootElement.Items("entry"))
        {
            foreach (var change in entry.Items("changes"))
                AddChange(parts, entry, change);
        }

        // Nothing that we know is in it: the whole is what somebody has to look at.
        if (parts.Count == 0)
            parts.Add(Unknown(document.RootElement));
        return parts;
    }

    private static void AddChange(List<InboundEvent> parts, JsonElement entry, JsonElement change)
    {
        var (field, value) = (change.Text("field"), change.Member("value"));
        var before = parts.Count;
        if (field == "messages" && value is { ValueKind: JsonValueKind.Object } found)
            AddWhatsApp(parts, found);
        else if (field == "leadgen" && value?.Id("leadgen_id") is { } leadgenId)
            parts.Add(new(InboundKind.Lead, leadgenId, "", Write(("page_id", entry.Member("id")), ("lead", value))));
        if (parts.Count == before)
            parts.Add(Unknown(change));
    }

    private static void AddWhatsApp(List<InboundEvent> parts, JsonElement value)
    {
        var metadata = value.Member("metadata");
        JsonElement[] contacts = [.. value.Items("contacts")];
        foreach (var message in value.Items("messages"))
        {
            var contact = ContactOf(contacts, message.Id("from"), message.Id("from_user_id"));
            // The id is always there, a number comes and goes: one person's messages have one name.
            var key = message.Id("from_user_id") ?? contact?.Id("user_id") ?? message.Id("from") ?? contact?.Id("wa_id") ?? "";
            var written = Write(("metadata", metadata), ("contact", contact), ("message", message));
            parts.Add(message.Id("id") is { } id ? new(InboundKind.Message, id, key, written) : new(InboundKind.Unknown, Hash(written), key, written));
        }

        foreach (var status in value.Items("statuses"))
        {
            var written = Write(("metadata", metadata), ("status", status));
            var id = status.Id("id") is { } wamid && status.Text("status") is { } state ? $"{wamid}:{state}" : null;
            parts.Add(new(id is null ? InboundKind.Unknown : InboundKind.Status, id ?? Hash(written), "", written));
        }

        foreach (var fault in value.Items("errors"))
        {
            var written = Write(("metadata", metadata), ("error", fault));
            parts.Add(new(InboundKind.Fault, Hash(written), "", written));
        }
    }

    // A message names its sender by number, by business-scoped id, or by both; each of them may be missing.
    private static JsonElement? ContactOf(JsonElement[] contacts, string? number, string? userId)
    {
        foreach (var contact in contacts)
        {
            if ((number is not null && contact.Id("wa_id") == number) || (userId is not null && contact.Id("user_id") == userId))
                return contact;
        }

        return contacts.Length == 1 && number is null && userId is null ? contacts[0] : null;
    }

    private static InboundEvent Unknown(JsonElement part)
    {
        var written = Write(("part", part));
        return new(InboundKind.Unknown, Hash(written), "", written);
    }

    private static string Hash(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Write(params ReadOnlySpan<(string Name, JsonElement? Value)> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                if (value is not { } known)
                    continue;
                writer.WritePropertyName(name);
                // As it came: text that is no text, such as half of a surrogate pair, cannot be written anew.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(known), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
