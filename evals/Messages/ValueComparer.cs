using System.Globalization;
using System.Text.Json;

namespace LeadHeat.Evals.Messages;

/// <summary>Whether an answer's value is the expected one. Both are JSON as the playground writes it.</summary>
internal static class ValueComparer
{
    private const decimal SquareFoot = 0.09290304m;

    /// <summary>A date's months may be counted in whole months or in days; near ones must be near.</summary>
    public static bool SameTimeline(JsonElement expected, JsonElement found)
    {
        if (Text(expected, "urgency") != Text(found, "urgency"))
            return false;
        return Text(expected, "urgency") == "none"
            || (Near(Number(expected, "monthsMin") ?? 0, Number(found, "monthsMin") ?? 0) && Near(Number(expected, "monthsMax"), Number(found, "monthsMax")));
    }

    public static bool SameBudget(JsonElement expected, JsonElement found) =>
        Number(expected, "min") == Number(found, "min") && Number(expected, "max") == Number(found, "max")
        && Text(expected, "currency") == Text(found, "currency")
        && (!expected.TryGetProperty("period", out _) || Text(expected, "period") == Text(found, "period"));

    /// <summary>A word, a list in any order, bounds, or a size in either unit.</summary>
    public static bool SameNeed(JsonElement expected, JsonElement found) => expected.ValueKind switch
    {
        JsonValueKind.Object when expected.TryGetProperty("unit", out _) => SameSize(expected, found),
        JsonValueKind.Object => found.ValueKind == JsonValueKind.Number
            ? Number(expected, "min") == found.GetDecimal() && Number(expected, "max") == found.GetDecimal()
            : found.ValueKind == JsonValueKind.Object && Number(expected, "min") == Number(found, "min") && Number(expected, "max") == Number(found, "max"),
        JsonValueKind.Array => WordsOf(expected).SetEquals(WordsOf(found)),
        _ => WordsOf(expected).SetEquals(WordsOf(found)),
    };

    public static bool SameWords(JsonElement expected, JsonElement found) => WordsOf(expected).SetEquals(WordsOf(found));

    /// <summary>Whether there is nothing: null, an empty list, or an object with nothing in it.</summary>
    public static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.EnumerateObject().All(member => IsNothing(member.Value)),
        _ => false,
    };

    private static bool SameSize(JsonElement expected, JsonElement found)
    {
        if (found.ValueKind != JsonValueKind.Object)
            return false;
        var metres = Text(expected, "unit") == "sqft" ? SquareFoot : 1;
        var foundMetres = Text(found, "unit") is "sqft" or "sq ft" ? SquareFoot : 1;
        var (min, max) = (Number(found, "min") * foundMetres, Number(found, "max") * foundMetres);
        return Number(expected, "about") is { } about
            ? Close(about * metres, (min + max) / 2)
            : Close(Number(expected, "min") * metres, min) && Close(Number(expected, "max") * metres, max);
    }

    private static bool Close(decimal? one, decimal? other) => one is null == other is null && (one is null || Math.Abs(one.Value - other!.Value) <= one * 0.02m);

    private static bool Near(decimal? expected, decimal? found) =>
        expected is null == found is null && (expected is null || Math.Abs(expected.Value - found!.Value) <= (expected < 2 ? 0.3m : 0.75m));

    private static HashSet<string> WordsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => item.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase)
        : new([value.ToString()], StringComparer.OrdinalIgnoreCase);

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member.ToString() : null;

    private static decimal? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
            ? decimal.Parse(member.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
