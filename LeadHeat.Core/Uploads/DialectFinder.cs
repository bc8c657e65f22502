namespace LeadHeat.Core.Uploads;

/// <summary>Finds out what stands between a file's fields, and what encloses them.</summary>
public static class DialectFinder
{
    private const string Common = ",;\t|";
    private const int MostRecords = 100;

    /// <summary>The delimiters that are common enough to be offered.</summary>
    public static IReadOnlyList<char> Offered { get; } = [.. Common];

    /// <summary>The dialect under which the most records of a file's beginning have the same number of fields.</summary>
    /// <param name="head">The beginning, of whole lines where it can be.</param>
    /// <param name="delimiter">The delimiter where it is known.</param>
    public static CsvDialect Find(string head, char? delimiter = null)
    {
        // "sep=;" is how Excel tells itself.
        if (delimiter is null && head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && head.Length > 4)
            delimiter = head[4];
        var (best, most) = (new CsvDialect(delimiter ?? ','), -1.0);
        foreach (var candidate in delimiter is { } known ? [known] : Candidates(head))
        {
            foreach (var quote in (ReadOnlySpan<char>)['"', '\''])
            {
                if (candidate == quote || (quote == '\'' && !IsEnclosing(head, candidate, quote)))
                    continue;
                var fits = Fits(head, new(candidate, quote));
                if (Common.Contains(candidate, StringComparison.Ordinal))
                    fits *= 1.2;
                if (fits > most)
                    (best, most) = (new(candidate, quote), fits);
            }
        }
        return best;
    }

    // The usual ones, and whatever else stands in the first line that is no part of a name.
    private static IEnumerable<char> Candidates(string head)
    {
        var end = head.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? head : head[..end];
        var strange = line.Where(sign => !char.IsLetterOrDigit(sign) && !" _-.()[]\"'?/#$€%@+\uFEFF".Contains(sign, StringComparison.Ordinal));
        return Common.Concat(strange).Distinct().Take(20);
    }

    // Apostrophes are in names; they enclose fields only where they do at both ends.
    private static bool IsEnclosing(string head, char delimiter, char quote) =>
        head.AsSpan().TrimStart('\uFEFF').StartsWith([quote]) || head.Contains($"{quote}{delimiter}{quote}", StringComparison.Ordinal);

    private static double Fits(string head, CsvDialect dialect)
    {
        var reader = new CsvReader(new StringReader(head), dialect, new CsvLimits(Columns: 100_000));
        Dictionary<int, int> counts = [];
        var (records, faults) = (0, 0);
        for (; records < MostRecords && reader.Read(); records++)
        {
            if (reader.Fault is not null)
                faults++;
            else
                counts[reader.Count] = counts.GetValueOrDefault(reader.Count) + 1;
        }

        if (counts.Count == 0)
            return 0;
        var (fields, often) = counts.MaxBy(count => count.Value * Math.Log2(count.Key + 1));
        return (fields == 1 ? 0.01 : Math.Log2(fields + 1)) * often / records * (1 - (0.5 * faults / records));
    }
}
