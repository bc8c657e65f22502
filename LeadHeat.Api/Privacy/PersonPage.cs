using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadHeat.Api.Privacy;

/// <summary>The copy of a person's data as a page that can be read and printed; no scripts, and everything that people wrote is text.</summary>
internal static class PersonPage
{
    // They tie rows together and say nothing by themselves.
    private static readonly string[] s_ids = ["id", "lead_id", "contact_id", "conversation_id", "session_id", "turn_id", "qualification_id", "delivery_id", "key_hash", "facet", "search"];

    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:32px auto;padding:0 16px;color:#1b1b1f;background:#fff}
        h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:32px 0 8px;border-bottom:1px solid #d5d5da;padding-bottom:4px}
        .note{color:#5c5c66}dl{display:grid;grid-template-columns:minmax(120px,220px) 1fr;gap:2px 16px;margin:0 0 16px}
        dt{color:#5c5c66}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.said{margin:0 0 10px}.said b{display:block;font-size:13px;color:#5c5c66}
        .said p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}pre{margin:0;font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere}
        @media(prefers-color-scheme:dark){body{background:#1b1b1f;color:#ececf1}h2{border-color:#44444d}dt,.note,.said b{color:#a5a5b0}}
        @media print{body{margin:0;max-width:none}}
        """;

    public static byte[] Write(ExportedPerson person)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(person.Name)}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(person.Name)}</h1><p class=\"note\">Everything that is held of this person, on {person.At:d MMMM yyyy, HH:mm} UTC.</p>");
        foreach (var table in person.Tables)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Text(table.Title)} <span class=\"note\">({table.Rows.Count})</span></h2>");
            foreach (var row in InOrder(table.Rows))
                Add(page, table.Name, row);
            page.Append("</section>");
        }

        return Encoding.UTF8.GetBytes(page.Append("</body></html>").ToString());
    }

    // Ids rise with the time.
    private static IEnumerable<JsonObject> InOrder(JsonArray rows) =>
        rows.OfType<JsonObject>().OrderBy(row => row["id"]?.ToString(), StringComparer.Ordinal).ThenBy(row => row["position"]?.GetValue<int>() ?? 0);

    private static void Add(StringBuilder page, string table, JsonObject row)
    {
        if (table == "messages")
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"said\"><b>{Text(row["author_name"]?.ToString() ?? row["author"]?.ToString())} · {Time(row["created_at"])}</b><p>{Text(row["text"]?.ToString())}</p></div>");
            return;
        }

        page.Append("<dl>");
        foreach (var (column, value) in row)
        {
            if (!s_ids.Contains(column) && Value(value) is { Length: > 0 } shown)
                page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(Title(column))}</dt><dd>{shown}</dd>");
        }

        page.Append("</dl>");
    }

    private static string Title(string column)
    {
        var words = column.Replace('_', ' ');
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Value(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array when value.AsArray().Count == 0 => "",
        JsonValueKind.Array when value.AsArray().All(item => item is JsonValue) => Text(string.Join(", ", value.AsArray().Select(item => item!.ToString()))),
        JsonValueKind.Array or JsonValueKind.Object => $"<pre>{Text(Readable(value))}</pre>",
        JsonValueKind.String when IsTime(value.ToString()) => Time(value),
        _ => Text(value.ToString()),
    };

    // As "key: value" lines: braces and quotation marks are for machines.
    private static string Readable(JsonNode value, int depth = 0)
    {
        var indent = new string(' ', depth * 2);
        return value switch
        {
            JsonObject members => string.Join('\n', members.Where(member => member.Value is not null && member.Value is not JsonArray { Count: 0 }).Select(member =>
                member.Value is JsonValue ? $"{indent}{member.Key}: {member.Value}" : $"{indent}{member.Key}:\n{Readable(member.Value!, depth + 1)}")),
            JsonArray items => string.Join('\n', items.OfType<JsonNode>().Select(item => item is JsonValue ? $"{indent}- {item}" : $"{indent}-\n{Readable(item, depth + 1)}")),
            _ => indent + value,
        };
    }

    private static bool IsTime(string text) => text.Length is >= 19 and <= 32 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static string Time(JsonNode? value) =>
        DateTimeOffset.TryParse(value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime().ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)
            : "";

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
