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
    private const string Metadata = "metadata";

    private static readonly string[] OfMessages = ["messages", "statuses", "errors", "contacts", Metadata];

    /// <summary>All parts, in their order.</summary>
    /// <exception cref="JsonException">The body is no JSON, or nested too deep.</exception>
    public static IReadOnlyList<InboundEvent> Split(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        List<InboundEvent> parts = [];
        foreach (var entry in document.RootElement.Items("entry"))
            AddEntry(parts, entry);
        // Nothing that we know is in it: the whole is what somebody has to look at.
        if (parts.Count == 0)
            parts.Add(Unknown(("part", document.RootElement)));
        else
            AddOthers(parts, document.RootElement, "entry");
        return parts;
    }

    private static void AddEntry(List<InboundEvent> parts, JsonElement entry)
    {
        var before = parts.Count;
        foreach (var change in entry.Items("changes"))
            AddChange(parts, entry, change);
        if (parts.Count == before)
            parts.Add(Unknown(("part", entry)));
        else
            AddOthers(parts, entry, "changes");
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
            parts.Add(Unknown(("part", change)));
        else if (field == "messages")
            AddOthers(parts, value!.Value, OfMessages);
    }

    private static void AddWhatsApp(List<InboundEvent> parts, JsonElement value)
    {
        var metadata = value.Member(Metadata);
        JsonElement[] contacts = [.. value.Items("contacts")];
        foreach (var message in value.Items("messages"))
        {
            var contact = ContactOf(contacts, message.Id("from"), message.Id("from_user_id"));
            // The id is always there, a number comes and goes: one person's messages have one name.
            var key = message.Id("from_user_id") ?? contact?.Id("user_id") ?? message.Id("from") ?? contact?.Id("wa_id") ?? "";
            var written = Write((Metadata, metadata), ("contact", contact), ("message", message));
            parts.Add(message.Id("id") is { } id ? new(InboundKind.Message, id, key, written) : new(InboundKind.Unknown, Hash(written), key, written));
        }

        foreach (var status in value.Items("statuses"))
        {
            var written = Write((Metadata, metadata), ("status", status));
            var id = status.Id("id") is { } wamid && status.Text("status") is { } state ? $"{wamid}:{state}" : null;
            parts.Add(new(id is null ? InboundKind.Unknown : InboundKind.Status, id ?? Hash(written), "", written));
        }

        foreach (var fault in value.Items("errors"))
        {
            var written = Write((Metadata, metadata), ("error", fault));
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

    // What stands beside what we know, and is more than a word about it: somebody has to look at each.
    private static void AddOthers(List<InboundEvent> parts, JsonElement whole, params ReadOnlySpan<string> known)
    {
        if (whole.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in whole.EnumerateObject())
        {
            var name = NameOf(member);
            if (known.Contains(name) && (member.Value.ValueKind == JsonValueKind.Array || name == Metadata))
                continue;
            if (member.Value.ValueKind == JsonValueKind.Object)
                parts.Add(Unknown((Metadata, whole.Member(Metadata)), (name, member.Value)));
            else if (member.Value.ValueKind == JsonValueKind.Array)
                parts.AddRange(member.Value.EnumerateArray().Select(item => Unknown((Metadata, whole.Member(Metadata)), (name, item))));
        }
    }

    // Half of a surrogate pair is no name.
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "part";
        }
    }

    private static InboundEvent Unknown(params ReadOnlySpan<(string Name, JsonElement? Value)> members)
    {
        var written = Write(members);
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
