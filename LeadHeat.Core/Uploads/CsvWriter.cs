using System.Buffers;

namespace LeadHeat.Core.Uploads;

/// <summary>Writes a table as CSV.</summary>
public static class CsvWriter
{
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    /// <summary>Writes a record; fields are enclosed in quotes where they have to be.</summary>
    /// <param name="lineEnd">LF, CR LF or CR.</param>
    public static void Write(TextWriter text, IEnumerable<string?> fields, CsvDialect dialect, string lineEnd = "\r\n")
    {
        var (first, last) = (true, (string?)null);
        foreach (var field in fields)
        {
            if (!first)
            {
                Write(text, last ?? "", dialect);
                text.Write(dialect.Delimiter);
            }

            (first, last) = (false, field);
        }

        // A line with nothing on it would be passed over as blank.
        if (string.IsNullOrEmpty(last))
            text.Write($"{dialect.Quote}{dialect.Quote}");
        else
            Write(text, last, dialect);
        text.Write(lineEnd);
    }

    /// <summary>
    /// A text that no spreadsheet takes for a formula: one that begins as a formula does gets an apostrophe before it, which spreadsheets hide.
    /// </summary>
    public static string? Guard(string? text) => text is { Length: > 0 } && Formula.Contains(text[0]) ? "'" + text : text;

    /// <summary>Takes the apostrophe of <see cref="Guard"/> away again.</summary>
    public static ReadOnlySpan<char> Unguard(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1]) ? text[1..] : text;

    private static void Write(TextWriter text, string field, CsvDialect dialect)
    {
        if (!NeedsQuotes(field, dialect))
        {
            text.Write(field);
            return;
        }

        text.Write(dialect.Quote);
        text.Write(field.Replace($"{dialect.Quote}", $"{dialect.Quote}{dialect.Quote}", StringComparison.Ordinal));
        text.Write(dialect.Quote);
    }

    private static bool NeedsQuotes(string field, CsvDialect dialect) =>
        field.AsSpan().IndexOfAny([dialect.Delimiter, dialect.Quote, '\r', '\n', '\uFEFF']) >= 0;
}
