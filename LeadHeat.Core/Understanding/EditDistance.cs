namespace LeadHeat.Core.Understanding;

/// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or anything above the limit when it is more.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> rows = stackalloc int[3 * (Tokenizer.LongestWord + 1)];
        var width = b.Length + 1;
        if (width > Tokenizer.LongestWord + 1 || a.Length > Tokenizer.LongestWord)
            return limit + 1;
        var older = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, older[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > limit)
                return limit + 1;
            var spare = older;
            older = last;
            last = row;
            row = spare;
        }
        return last[^1];
    }
}
