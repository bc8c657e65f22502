namespace LeadHeat.Core.Knowledge;

/// <summary>A passage of a text that is found as one.</summary>
/// <param name="Heading">The headings above it, outermost first, without the document's title.</param>
/// <param name="Start">First character, in UTF-16 units.</param>
public readonly record struct Chunk(string Heading, int Start, int Length);

/// <summary>
/// Cuts a text into passages along headings and paragraphs. A long section becomes several, each of which begins with the last sentence of the one
/// before, so that what is said across the cut is found as well.
/// </summary>
public static class Chunker
{
    private const int Longest = 900;
    private const int LongestOverlap = 200;
    private const int MostHeadings = 6;

    /// <summary>The title of a text: its first heading; null when it has none.</summary>
    public static string? TitleOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (LevelOf(line) > 0)
                return HeadingOf(line);
        }

        return null;
    }

    /// <summary>The passages in their order; every character but white space and headings is in at least one.</summary>
    public static IReadOnlyList<Chunk> Cut(string text)
    {
        List<Chunk> chunks = [];
        var headings = new string?[MostHeadings + 1];
        var (section, at, isTitle) = (0, 0, true);
        while (at <= text.Length)
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end;
            var level = LevelOf(text.AsSpan(at, next - at));
            if (level > 0)
            {
                CutSection(text, section, at, PathOf(headings), chunks);
                Array.Clear(headings, level, headings.Length - level);
                // The first heading is the document's title, which every hit names anyway.
                headings[level] = isTitle ? null : HeadingOf(text.AsSpan(at, next - at));
                isTitle = false;
                section = next;
            }

            at = next + 1;
        }

        CutSection(text, Math.Min(section, text.Length), text.Length, PathOf(headings), chunks);
        return chunks;
    }

    private static void CutSection(string text, int start, int end, string heading, List<Chunk> chunks)
    {
        Skip(text, ref start, ref end);
        while (start < end)
        {
            var stop = end - start <= Longest ? end : CutBefore(text, start, start + Longest);
            var (from, to) = (start, stop);
            Skip(text, ref from, ref to);
            if (to > from)
                chunks.Add(new(heading, from, to - from));
            if (stop >= end)
                return;
            start = Math.Max(start + 1, OverlapFrom(text, start, stop));
        }
    }

    // The last end of a paragraph, else of a sentence, else of a word; not so early that little passages arise.
    private static int CutBefore(string text, int start, int limit)
    {
        var least = start + (Longest / 2);
        foreach (var mark in (ReadOnlySpan<string>)["\n\n", "\n", ". ", " "])
        {
            var at = text.LastIndexOf(mark, limit - 1, limit - least, StringComparison.Ordinal);
            if (at >= least)
                return at + mark.Length;
        }

        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    // Where the last sentence before the cut begins, when it is no long one.
    private static int OverlapFrom(string text, int start, int stop)
    {
        var from = Math.Max(start, stop - LongestOverlap);
        for (var at = stop - 3; at > from; at--)
        {
            if (text[at] is '.' or '!' or '?' or '\n' && char.IsWhiteSpace(text[at + 1]))
                return at + 1;
        }

        return stop;
    }

    private static void Skip(string text, ref int start, ref int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
    }

    private static string PathOf(string?[] headings) => string.Join(" › ", headings.Where(heading => heading is not null));

    // "## Fees" is of level 2; more than six signs, or no space, are no heading.
    private static int LevelOf(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is > 0 and <= MostHeadings && line[level] == ' ' && !line[level..].IsWhiteSpace() ? level : 0;
    }

    private static string HeadingOf(ReadOnlySpan<char> line) => line.Trim("# \r").ToString();
}
