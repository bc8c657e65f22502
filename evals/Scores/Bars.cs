using System.Text.Json;

namespace LeadHeat.Evals.Scores;

/// <summary>What figures should reach (<c>bars.json</c>), and what they must not lose while they do not (<c>ratchet.json</c>).</summary>
internal sealed record Bars(IReadOnlyList<Bar> All, IReadOnlyDictionary<string, double> Floors)
{
    public static Bars Read(string bars, string ratchet) => new(
        [.. JsonDocument.Parse(bars).RootElement.EnumerateObject().Select(Bar.Read)],
        JsonDocument.Parse(ratchet).RootElement.EnumerateObject().ToDictionary(floor => floor.Name, floor => floor.Value.GetDouble()));

    public Bar? Find(string name) => All.FirstOrDefault(bar => bar.Name == name);
}

/// <summary>One bar: <c>"budget.wrong": { "title": "Budgets read wrongly", "atMost": 0 }</c>.</summary>
internal sealed record Bar(string Name, string Title, double? AtLeast, double? AtMost)
{
    public static Bar Read(JsonProperty entry) => new(
        entry.Name, entry.Value.GetProperty("title").GetString()!,
        entry.Value.TryGetProperty("atLeast", out var least) ? least.GetDouble() : null,
        entry.Value.TryGetProperty("atMost", out var most) ? most.GetDouble() : null);
}
