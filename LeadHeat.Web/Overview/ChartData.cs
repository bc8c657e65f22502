using System.Text.Json.Nodes;

namespace LeadHeat.Web.Overview;

/// <summary>What the kinds of charts.js draw, as JSON.</summary>
internal static class ChartData
{
    /// <summary>Bars, one beside or upon the other: each series has a number and a way for each name.</summary>
    public static string Bars(
        IEnumerable<string> names, IEnumerable<(string Title, string Colour, IEnumerable<(double Value, string? Href)> Values)> series, bool stacked = false, bool lying = false,
        string unit = "leads") => new JsonObject
        {
            ["names"] = Array(names), ["stacked"] = stacked, ["lying"] = lying, ["unit"] = unit,
            ["series"] = new JsonArray([.. series.Select(one => (JsonNode)new JsonObject
            {
                ["title"] = one.Title, ["colour"] = one.Colour, ["values"] = new JsonArray([.. one.Values.Select(value => (JsonNode)value.Value)]),
                ["hrefs"] = Array(one.Values.Select(value => value.Href)),
            })]),
        }.ToJsonString();

    /// <summary>Points with a bar from <c>low</c> to <c>high</c>, the first one at the top.</summary>
    /// <param name="unit">share, difference or time.</param>
    public static string Intervals(IEnumerable<(string Name, double Value, double Low, double High, string Colour, string Tip, string? Href)> rows, string unit) => new JsonObject
    {
        ["unit"] = unit,
        ["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
        {
            ["name"] = row.Name, ["value"] = row.Value, ["low"] = row.Low, ["high"] = row.High, ["colour"] = row.Colour, ["tip"] = row.Tip, ["href"] = row.Href,
        })]),
    }.ToJsonString();

    /// <summary>A square for each name and column. <c>{name}</c> and <c>{column}</c> stand in the way for their numbers' words.</summary>
    public static string Squares(IEnumerable<string> names, IEnumerable<string> columns, IEnumerable<IEnumerable<int>> values, IEnumerable<string> words, string href) => new JsonObject
    {
        ["names"] = Array(names), ["columns"] = Array(columns), ["words"] = Array(words), ["href"] = href,
        ["values"] = new JsonArray([.. values.Select(row => (JsonNode)new JsonArray([.. row.Select(value => (JsonNode)value)]))]),
    }.ToJsonString();

    private static JsonArray Array(IEnumerable<string?> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
