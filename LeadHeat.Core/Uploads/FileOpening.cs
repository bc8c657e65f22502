
namespace LeadHeat.Core.Uploads;

/// <summary>A file's first rows.</summary>
/// <param name="Header">The names of its columns; made up from the place where there is none.</param>
/// <param name="Rows">Whole rows of the beginning, as they stand there.</param>
/// <param name="Lines">The line that each of them begins on, from 1.</param>
/// <param name="Refusal">Why this is no table of leads, in a sentence; null when it may be one.</param>
public sealed record FileOpening(CsvDialect Dialect, IReadOnlyList<string> Header, IReadOnlyList<string[]> Rows, IReadOnlyList<int> Lines, string? Refusal)
{
    private const int MostRows = 200;

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="head">Its first text, of whole lines where it is cut.</param>
    /// <param name="delimiter">What stands between the fields; null to find it out.</param>
    public static FileOpening Read(string head, CsvLimits limits, char? delimiter = null)
    {
        var dialect = DialectFinder.Find(head, delimiter);
        var reader = new CsvReader(new StringReader(head), dialect, limits);
        if (!ReadHeader(reader))
            return new(dialect, [], [], [], "The file is empty.");
        if (reader.Fault is { } fault)
            return new(dialect, [], [], [], $"The header cannot be read. {fault.Reason}");
        var header = Titles(reader);
        List<string[]> rows = [];
        List<int> lines = [];
        while (rows.Count < MostRows && reader.Read())
        {
            if (reader.Fault is not null)
                continue;
            rows.Add([.. Enumerable.Range(0, reader.Count).Select(place => Storable(reader[place]))]);
            lines.Add(reader.Line);
        }
        return new(dialect, header, rows, lines, Refuse(header, rows));
    }

    /// <summary>Goes to the header; false when there is none. "sep=;" before it is for spreadsheets.</summary>
    public static bool ReadHeader(CsvReader reader)
    {
        if (!reader.Read())
            return false;
        if (reader.Line == 1 && reader.Count <= 2 && reader[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && !reader.Read())
            return false;
        reader.Columns = reader.Count;
        return true;
    }

    // Two columns of one name are two columns: each is chosen by itself.
    private static string[] Titles(CsvReader reader)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        var titles = new string[reader.Count];
        for (var place = 0; place < titles.Length; place++)
        {
            var title = titles[place] = Title(reader[place], place);
            for (var number = 2; !taken.Add(titles[place]); number++)
                titles[place] = $"{title} ({number})";
        }
        return titles;
    }

    private static string Title(ReadOnlySpan<char> header, int place)
    {
        var title = Storable(CsvWriter.Unguard(header.Trim())).ReplaceLineEndings(" ");
        return title.Length == 0 ? $"Column {place + 1}" : title.Length > 100 ? title[..100] : title;
    }

    // No database keeps a NUL.
    private static string Storable(ReadOnlySpan<char> cell) => cell.ToString().Replace('\0', '\uFFFD');

    private static string? Refuse(string[] header, List<string[]> rows) =>
        header.Any(LooksLikeData) && !header.Any(MappingProposer.IsKnown)
            ? "The first line looks like data: begin the file with a line that names the columns, such as name, email, phone."
        : rows.Count == 0 ? "The file has a header, and no rows under it."
        : null;

    private static bool LooksLikeData(string cell) =>
        Cells.Number(cell) is not null || cell.Contains('@', StringComparison.Ordinal) || TimeCells.Read(cell, DayOrder.DayFirst) is not null || TimeCells.OrderOf(cell) is not null;
}
