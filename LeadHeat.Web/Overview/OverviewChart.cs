namespace LeadHeat.Web.Overview;

/// <summary>A chart with all that is said by it: its numbers as a table, which is its CSV too, and each number's way to the leads behind it.</summary>
/// <param name="Name">In addresses and file names.</param>
/// <param name="Said">What it shows, in a sentence.</param>
/// <param name="Kind">Of <c>lh-chart</c>; null where there is nothing to draw.</param>
/// <param name="Data">What that kind draws, as JSON.</param>
/// <param name="Rows">The table; none where there is nothing to show, and then <paramref name="Said"/> tells why.</param>
public sealed record OverviewChart(
    string Name, string Title, string Said, string? Kind, string? Data, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Below the table: how to read it.</summary>
    public string? Note { get; init; }

    /// <summary>A chart of nothing.</summary>
    public static OverviewChart Empty(string name, string title, string why) => new(name, title, why, null, null, [], []);
}

/// <summary>A cell of a table.</summary>
/// <param name="Href">To the leads behind the number; null where it is none, or none are.</param>
/// <param name="Raw">For files, where it is written otherwise there.</param>
public sealed record Cell(string Text, string? Href = null, bool IsNumber = false, string? Raw = null);
