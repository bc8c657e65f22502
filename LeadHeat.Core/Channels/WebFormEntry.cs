using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>What somebody sent with a form of ours: form fields or a JSON object, as a browser sends them.</summary>
/// <param name="Id">Made by the sender; null where it made none.</param>
/// <param name="IsTrapped">A robot filled in what people do not see.</param>
/// <param name="Answers">All fields with an answer, known or not, in their order, without the sender's id and the trap.</param>
public sealed record WebFormEntry(string? Id, bool IsTrapped, IReadOnlyList<FormAnswer> Answers)
{
    /// <summary>JSON, and what a browser makes of a form by itself.</summary>
    public const string FormMediaType = "application/x-www-form-urlencoded";

    private const int MostFields = 100;
    private const int LongestName = 200;
    private const int LongestAnswer = 4000;
    private const int LongestId = 100;

    private static readonly string[] No = ["", "false", "0", "no", "off"];

    /// <summary>Whether the box was ticked.</summary>
    public bool HasConsent => Answers.Any(answer => answer.Question == WebForm.ConsentField && !No.Contains(answer.Text.ToLowerInvariant()));

    /// <summary>The same for the same answers, whatever their order.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u0001', Answers.OrderBy(answer => answer.Question, StringComparer.Ordinal).Select(answer => $"{answer.Question}\u0002{string.Join('\u0003', answer.Values)}")))));

    /// <summary>Null when it is no form.</summary>
    public static WebFormEntry? Read(bool isForm, ReadOnlyMemory<byte> body)
    {
        try
        {
            return (isForm ? ReadForm(Encoding.UTF8.GetString(body.Span)) : ReadJson(body)) is { Count: > 0 and <= MostFields } fields ? Of(fields) : null;
        }
        // The second: a name that is half of a surrogate pair.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static WebFormEntry Of(List<(string Name, string Value)> fields)
    {
        string? Single(string name) => fields.FirstOrDefault(field => field.Name == name).Value is { Length: > 0 } value ? value : null;
        var id = Single(WebForm.IdField);
        return new(
            id is { Length: <= LongestId } ? id : null, Single(WebForm.TrapField) is not null,
            [.. fields.Where(field => field.Name is not (WebForm.IdField or WebForm.TrapField) && field.Value.Length > 0)
                .GroupBy(field => field.Name, field => field.Value)
                .Select(group => new FormAnswer(group.Key, [.. group]))]);
    }

    // name=Asha+Rao&email=asha%40example.com
    private static List<(string, string)> ReadForm(string body)
    {
        List<(string, string)> fields = [];
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            Add(fields, WebUtility.UrlDecode(at < 0 ? pair : pair[..at]), at < 0 ? "" : WebUtility.UrlDecode(pair[(at + 1)..]));
        }

        return fields;
    }

    // {"name":"Asha Rao","areas":["Marina","Downtown"],"beds":2,"consent":true}
    private static List<(string, string)>? ReadJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        List<(string, string)> fields = [];
        foreach (var member in document.RootElement.EnumerateObject())
        {
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value])
                Add(fields, member.Name, value.ValueKind switch
                {
                    JsonValueKind.String => TolerantJson.Read(value),
                    JsonValueKind.Null => "",
                    _ => value.GetRawText(),
                });
        }

        return fields;
    }

    private static void Add(List<(string, string)> fields, string name, string value)
    {
        var (cleanName, cleanValue) = (Clean(name), Clean(value));
        if (cleanName.Length > 0)
            fields.Add((Cut(cleanName, LongestName), Cut(cleanValue, LongestAnswer)));
    }

    // No database stores that character.
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
