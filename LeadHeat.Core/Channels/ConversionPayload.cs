using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Channels;

/// <summary>An event of Meta's Conversions API for CRM. Of the person it says hashes only.</summary>
public static class ConversionPayload
{
    /// <param name="leadgenId">Meta's id of the lead: a number.</param>
    /// <param name="eventId">The same for every attempt: Meta takes it once.</param>
    /// <param name="testCode">Null: it counts.</param>
    public static byte[] Of(
        LeadStatus stage, DateTimeOffset at, string leadgenId, string? email, string? phone, string eventId, string? testCode)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            writer.WriteStartObject();
            writer.WriteString("event_name", stage.ToString());
            writer.WriteNumber("event_time", at.ToUnixTimeSeconds());
            writer.WriteString("event_id", eventId);
            writer.WriteString("action_source", "system_generated");
            WritePerson(writer, leadgenId, email, phone);
            writer.WriteStartObject("custom_data");
            writer.WriteString("event_source", "crm");
            writer.WriteString("lead_event_source", "LeadHeat");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (testCode is not null)
                writer.WriteString("test_event_code", testCode);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WritePerson(Utf8JsonWriter writer, string leadgenId, string? email, string? phone)
    {
        writer.WriteStartObject("user_data");
        if (decimal.TryParse(leadgenId, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumber("lead_id", number);
        else
            writer.WriteString("lead_id", leadgenId);
        WriteHash(writer, "em", email?.Trim().ToLowerInvariant());
        WriteHash(writer, "ph", phone is null ? null : string.Concat(phone.Where(char.IsAsciiDigit)));
        writer.WriteEndObject();
    }

    private static void WriteHash(Utf8JsonWriter writer, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        writer.WriteStartArray(name);
        writer.WriteStringValue(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value))));
        writer.WriteEndArray();
    }
}
