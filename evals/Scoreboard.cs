using System.Globalization;
using LeadHeat.Core.Evals;

namespace LeadHeat.Evals;

/// <summary>Prints a report.</summary>
internal sealed class Scoreboard(TextWriter writer)
{
    public void Write(EvalReport report)
    {
        Line($"{"",-24}{"right",7}{"missed",8}{"wrong",7}{"F1",9}{"change",10}");
        Line("By field");
        foreach (var field in report.Fields)
            Write(field);
        Line("By voice");
        foreach (var voice in report.Voices)
            Write(voice);
        Line($"{"",-42}{"value",9}{"bar",9}{"floor",9}{"change",10}{"cases",8}");
        foreach (var measure in report.Measures)
            Write(measure);
        var under = report.Measures.Count(measure => !measure.Reached);
        Line($"{report.Cases} cases in {report.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s; {(under == 0 ? "every bar is reached" : $"{under} of {report.Measures.Count(measure => measure.Bar is not null)} bars are not reached")}.");
    }

    public void Misses(EvalReport report, string? field)
    {
        foreach (var miss in report.Misses.Where(miss => field is null || miss.Field == field || miss.Field.StartsWith(field + ".", StringComparison.Ordinal)))
            Line($"{miss.Case,-18} {(miss.Wrong ? "wrong " : "missed")} {miss.Field}: {miss.Expected} but {miss.Found}\n{"",-26}{miss.Text.ReplaceLineEndings(" / ")}");
    }

    private void Write(EvalTally tally) =>
        Line($"  {tally.Name,-22}{tally.Right,7}{tally.Missed,8}{tally.Wrong,7}{Share(tally.F1),9}{Change(tally.F1, tally.Before),10}");

    private void Write(EvalMeasure measure) => Line(
        $"{(measure.Reached ? "  " : measure.Lost ? "! " : "- ")}{measure.Title,-40}{Share(measure.Value),9}{(measure.Bar is { } bar ? (measure.AtMost ? "≤" : "≥") + Share(bar) : ""),9}"
        + $"{(measure.Floor is { } floor ? Share(floor) : ""),9}{Change(measure.Value, measure.Before),10}{measure.Cases,8}");

    private static string Share(double value) => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Change(double value, double? before) =>
        before is not { } old || Math.Abs(value - old) < 0.0005 ? "" : ((value - old) * 100).ToString("+0.0;-0.0", CultureInfo.InvariantCulture);

    private void Line(string text) => writer.WriteLine(text);
}
