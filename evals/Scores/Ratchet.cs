using System.Globalization;
using System.Text;
using LeadHeat.Core.Evals;

namespace LeadHeat.Evals.Scores;

/// <summary>Writes <c>ratchet.json</c>: where each figure stands whose bar is not reached, so that it cannot get worse unnoticed.</summary>
internal static class Ratchet
{
    public static string Of(EvalReport report)
    {
        var text = new StringBuilder("{");
        foreach (var measure in report.Measures.Where(measure => !measure.Reached))
        {
            // A case or two may change sides when others are added.
            var floor = measure.AtMost ? Math.Ceiling((measure.Value * 1000) + 2) / 1000 : Math.Floor((measure.Value * 1000) - 2) / 1000;
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\n  \"{measure.Name}\": {Math.Clamp(floor, -1, 1):0.000}");
        }
        return text.Append(text.Length > 1 ? "\n}\n" : "}\n").ToString();
    }
}
