using System.Globalization;
using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>A page of a form's leads, as the Graph API gives it (wire-formats.md, 3): <c>GET /{form-id}/leads</c>.</summary>
/// <param name="After">Leads to the next page; null at the end.</param>
public sealed record LeadAdsPage(IReadOnlyList<string> Ids, string? After)
{
    // More costs Meta too much: it answers with an error.
    private const int PageSize = 100;

    /// <summary>Null when it is no page.</summary>
    public static LeadAdsPage? Read(JsonElement page)
    {
        if (page.Member("data") is not { ValueKind: JsonValueKind.Array })
            return null;
        var paging = page.Member("paging");
        var after = paging?.Text("next") is null ? null : paging?.Member("cursors")?.Text("after");
        return new([.. page.Items("data").Select(lead => lead.Id("id")).OfType<string>()], after);
    }

    /// <summary>The address of a page.</summary>
    /// <param name="since">Only leads that were made after this.</param>
    /// <param name="after">Of the page before; null: the first.</param>
    public static string PathOf(string formId, DateTimeOffset since, string? after)
    {
        var filter = $$"""[{"field":"time_created","operator":"GREATER_THAN","value":{{since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}}}]""";
        return $"{Uri.EscapeDataString(formId)}/leads?fields=id,created_time&limit={PageSize}&filtering={Uri.EscapeDataString(filter)}"
            + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
    }

    /// <summary>A delivery as Meta would have sent it.</summary>
    public static byte[] Delivery(string formId, IEnumerable<string> ids)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("object", "page");
            writer.WriteStartArray("entry");
            writer.WriteStartObject();
            writer.WriteStartArray("changes");
            foreach (var id in ids)
            {
                writer.WriteStartObject();
                writer.WriteString("field", "leadgen");
                writer.WriteStartObject("value");
                writer.WriteString("leadgen_id", id);
                writer.WriteString("form_id", formId);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
