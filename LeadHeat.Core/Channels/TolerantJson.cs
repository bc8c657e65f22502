using System.Text.Json;

namespace LeadHeat.Core.Channels;

/// <summary>Reads JSON of a platform that may leave anything out or change its shape: what is not as expected is not there.</summary>
internal static class TolerantJson
{
    private const int LongestId = 256;

    extension(JsonElement element)
    {
        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

        public IEnumerable<JsonElement> Items(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

        /// <summary>Not empty, and without the character that no database stores.</summary>
        public string? Text(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.String } text && Read(text) is { Length: > 0 } found ? found : null;

        /// <summary>An id, sent as text or as a number; numbers exceed 2^53, so they are never read as such.</summary>
        public string? Id(string name) => element.Member(name) switch
        {
            { ValueKind: JsonValueKind.String } text when Read(text) is { Length: > 0 and <= LongestId } found => found,
            { ValueKind: JsonValueKind.Number } number when number.GetRawText() is { Length: <= LongestId } found => found,
            _ => null,
        };
    }

    /// <summary>A text's characters; empty where they are none, such as half of a surrogate pair.</summary>
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
