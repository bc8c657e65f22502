using System.Text.Json;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;

namespace LeadHeat.Evals;

/// <summary>The last run's report in <c>artifacts/evals/report.json</c>.</summary>
internal static class Reports
{
    private const int MostMisses = 200;

    public static EvalReport? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), LeadHeatJson.Default.EvalReport) : null;

    /// <summary>Writes the figures and, of each group, as many misses as anybody reads.</summary>
    public static void Write(string path, EvalReport report)
    {
        report = report with { Misses = [.. report.Misses.GroupBy(miss => miss.Group).SelectMany(group => group.Take(MostMisses))] };
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(report, LeadHeatJson.Default.EvalReport));
    }

    /// <summary>The report with each figure's value in the run before.</summary>
    public static EvalReport Beside(this EvalReport report, EvalReport? before) => before is null ? report : report with
    {
        Measures = [.. report.Measures.Select(measure => measure with { Before = before.Measures.FirstOrDefault(old => old.Name == measure.Name)?.Value })],
        Fields = [.. report.Fields.Select(field => field with { Before = before.Fields.FirstOrDefault(old => old.Name == field.Name)?.F1 })],
        Voices = [.. report.Voices.Select(voice => voice with { Before = before.Voices.FirstOrDefault(old => old.Name == voice.Name)?.F1 })],
    };
}
