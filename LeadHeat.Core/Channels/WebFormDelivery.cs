using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>
/// Makes the one event of what came through the door of a web form. Which form it is stands in the address, and how to read it in a
/// header, so both are kept with the bytes.
/// </summary>
public static class WebFormDelivery
{
    /// <summary>Under this name the address is kept among the headers.</summary>
    public const string AddressHeader = ":path";

    /// <summary>Under this name are kept the words that stood beside the form's box then; none where there was no box.</summary>
    public const string ConsentHeader = ":consent";

    /// <summary>The event; of an unknown kind where the body is no form.</summary>
    /// <param name="deliveryId">Tells forms apart whose sender gave no id.</param>
    public static InboundEvent Read(Guid deliveryId, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        var form = FormOf(headers);
        var entry = WebFormEntry.Read(IsForm(headers.GetValueOrDefault("Content-Type")), body);
        return entry is null
            ? new(InboundKind.Unknown, IdOf(form, deliveryId, null), "", body.ToArray())
            : new(InboundKind.Lead, IdOf(form, deliveryId, entry.Id), "", Write(form, headers, entry));
    }

    /// <summary>The id of what was sent.</summary>
    public static string IdOf(string form, Guid deliveryId, string? senderId) => $"{form}:{senderId ?? deliveryId.ToString()}";

    /// <summary>Whether a content type is what a browser makes of a form.</summary>
    public static bool IsForm(string? contentType) =>
        contentType is not null && contentType.StartsWith(WebFormEntry.FormMediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>What <see cref="Read"/> made; null when it is something else.</summary>
    public static SentForm? Open(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.Text("form") is not { } form)
            return null;
        var answers = root.Items("answers").Select(answer => new FormAnswer(
            answer.Text("question") ?? "", [.. answer.Items("values").Select(TolerantJson.Read)]));
        // Empty words are something else than none.
        var consent = root.Member("consent") is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;
        return new(form, root.Text("page"), consent, new(root.Text("id"), root.Member("trapped") is { ValueKind: JsonValueKind.True }, [.. answers]));
    }

    private static string FormOf(IReadOnlyDictionary<string, string> headers) => headers.GetValueOrDefault(AddressHeader, "").Split('/')[^1];

    private static byte[] Write(string form, IReadOnlyDictionary<string, string> headers, WebFormEntry entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("form", form);
            if (entry.Id is not null)
                writer.WriteString("id", entry.Id);
            if (headers.GetValueOrDefault("Referer") is { Length: > 0 } page)
                writer.WriteString("page", page);
            if (headers.TryGetValue(ConsentHeader, out var words))
                writer.WriteString("consent", words);
            writer.WriteBoolean("trapped", entry.IsTrapped);
            writer.WriteStartArray("answers");
            foreach (var answer in entry.Answers)
            {
                writer.WriteStartObject();
                writer.WriteString("question", answer.Question);
                writer.WriteStartArray("values");
                foreach (var value in answer.Values)
                    writer.WriteStringValue(value);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}

/// <summary>What was sent with a form of ours.</summary>
/// <param name="Form">Its name.</param>
/// <param name="Page">Where it was filled in; null where the browser did not say.</param>
/// <param name="Consent">The words that stood beside its box then; empty where there was no box, null where nobody has kept them.</param>
/// <param name="Entry">What was answered.</param>
public sealed record SentForm(string Form, string? Page, string? Consent, WebFormEntry Entry)
{
    /// <summary>What the person was asked to agree to; null: nothing.</summary>
    /// <param name="today">The words that the form has now.</param>
    public string? ConsentOr(string? today) => Consent is null ? today : Consent.Length > 0 ? Consent : null;
}
