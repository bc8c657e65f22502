using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadHeat.Bench;

/// <summary>What a bench found: a table for people, and the same as one line of JSON at the end.</summary>
internal sealed class Report(string name, params string[] columns)
{
    private readonly List<(string Case, object[] Figures, bool? Holds)> _rows = [];

    public bool AllHold => _rows.All(row => row.Holds != false);

    /// <summary>A line of figures; <paramref name="holds"/> says whether its bar holds, null where it has none.</summary>
    public void Add(string what, bool? holds, params object[] figures) => _rows.Add((what, figures, holds));

    public void Print()
    {
        var width = Math.Max(20, _rows.Max(row => row.Case.Length));
        Console.WriteLine();
        Console.WriteLine($"{name.PadRight(width)}  {string.Join("  ", columns.Select(column => column.PadLeft(Wide(column))))}");
        foreach (var (what, figures, holds) in _rows)
        {
            var cells = figures.Select((figure, at) => Text(figure).PadLeft(Wide(columns[at])));
            Console.WriteLine($"{what.PadRight(width)}  {string.Join("  ", cells)}  {holds switch { true => "ok", false => "MISSED", null => "" }}");
        }
        Console.WriteLine();
        Console.WriteLine(Json());
    }

    private string Json()
    {
        var cases = new JsonObject();
        foreach (var (what, figures, holds) in _rows)
        {
            var line = new JsonObject();
            for (var at = 0; at < figures.Length; at++)
                line[columns[at]] = figures[at] is int whole ? whole : figures[at] is double part ? Math.Round(part, 2) : figures[at].ToString();
            if (holds is { } known)
                line["holds"] = known;
            cases[what] = line;
        }
        return new JsonObject { ["bench"] = name, ["cases"] = cases }.ToJsonString();
    }

    private static int Wide(string column) => Math.Max(9, column.Length);

    private static string Text(object figure) => figure switch
    {
        double part => part.ToString(part < 10 ? "0.00" : part < 100 ? "0.0" : "0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(figure, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>Measured times, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> _all = [];
    private readonly Lock _lock = new();

    public int Count => _all.Count;

    public void Add(double milliseconds)
    {
        lock (_lock)
            _all.Add(milliseconds);
    }

    /// <summary>The time that so many of 100 do not exceed (nearest rank).</summary>
    public double Percentile(double share)
    {
        if (_all.Count == 0)
            return double.NaN;
        var sorted = _all.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
