using LeadHeat.Core.Knowledge;

namespace LeadHeat.Web.Knowledge;

/// <summary>What a block of a document is; <c>Asked</c> is a line of the questions that customers ask.</summary>
public enum BlockKind { Paragraph, Heading, Item, Rule, Code, Asked }

/// <summary>A block of a document that is read as Markdown.</summary>
/// <param name="Level">Of a heading, from 1; of an item, how deep it lies, from 0.</param>
/// <param name="Marker">Of an item: its number, or a dot.</param>
public sealed record MarkdownBlock(BlockKind Kind, int Level, string Marker, IReadOnlyList<MarkdownRun> Runs);

/// <summary>
/// Reads headings, lists, quotes and code as blocks and leaves all else as it is written. It never makes markup: what comes out is text, and what
/// it rests on is known by its place, so that cited words can be lit.
/// </summary>
internal static class MarkdownBlocks
{
    private const int MostHeadings = 6;
    private const string Dot = "•";

    /// <summary>The blocks in their order.</summary>
    public static IReadOnlyList<MarkdownBlock> Read(string text)
    {
        List<MarkdownBlock> blocks = [];
        List<MarkdownRun> paragraph = [];
        var (fenced, at) = (false, 0);
        for (int next; at < text.Length; at = next)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            next = Math.Min(end + 1, text.Length);
            var line = Trim(text, at, end);
            var isFence = text.AsSpan(line.Start, line.Length).StartsWith("```");
            if (isFence || fenced)
            {
                End(paragraph, blocks);
                if (!isFence)
                    blocks.Add(new(BlockKind.Code, 0, "", [new(at, text[at..end].TrimEnd('\r'))]));
                fenced ^= isFence;
            }
            else if (line.Length == 0)
            {
                End(paragraph, blocks);
            }
            else if (BlockAt(text, at, line) is { } block)
            {
                End(paragraph, blocks);
                blocks.Add(block);
            }
            else if (AskedAs.IsQuestions(text[at..end]) && text[at + 1] != text[at])
            {
                End(paragraph, blocks);
                blocks.Add(new(BlockKind.Asked, 0, "", MarkdownRuns.Read(text, line)));
            }
            else
            {
                AddLine(text, at, line, paragraph);
            }
        }

        End(paragraph, blocks);
        return blocks;
    }

    /// <summary>A text that is not Markdown, or too long to be read as it.</summary>
    public static IReadOnlyList<MarkdownBlock> Plain(string text) => [new(BlockKind.Paragraph, 0, "", [new(0, text)])];

    /// <summary>The blocks with the words at these places lit, items of a list and lines of code together.</summary>
    public static IReadOnlyList<IReadOnlyList<MarkdownBlock>> Grouped(IReadOnlyList<MarkdownBlock> blocks, params IReadOnlyList<MarkdownSpan> places)
    {
        List<List<MarkdownBlock>> groups = [];
        foreach (var block in blocks)
        {
            var lit = block with { Runs = [.. block.Runs.SelectMany(run => run.Lighted(places))] };
            if (groups.Count > 0 && groups[^1][0].Kind == block.Kind && block.Kind is BlockKind.Item or BlockKind.Code)
                groups[^1].Add(lit);
            else
                groups.Add([lit]);
        }
        return groups;
    }

    /// <summary>The blocks without the heading that only says the title again, which stands above them already; where it was cited, it stays.</summary>
    /// <param name="from">Where cited words begin; 0 where none are.</param>
    public static IReadOnlyList<MarkdownBlock> WithoutTitle(IReadOnlyList<MarkdownBlock> blocks, string title, int from) =>
        blocks is [{ Kind: BlockKind.Heading } first, _, ..] && string.Concat(first.Runs.Select(run => run.Text)) == title
            && (from == 0 || first.Runs.All(run => run.Start + run.Text.Length <= from)) ? [.. blocks.Skip(1)] : blocks;

    // What is written on several lines is one paragraph.
    private static void AddLine(string text, int lineStart, MarkdownSpan line, List<MarkdownRun> paragraph)
    {
        if (paragraph.Count > 0)
            paragraph.Add(new(lineStart - 1, "\n"));
        var quote = text[line.Start] == '>' ? text.AsSpan(line.Start, line.Length).IndexOfAnyExcept('>', ' ') : 0;
        paragraph.AddRange(MarkdownRuns.Read(text, line.Skip(quote < 0 ? line.Length : quote)));
    }

    private static void End(List<MarkdownRun> paragraph, List<MarkdownBlock> blocks)
    {
        if (paragraph.Count == 0)
            return;
        blocks.Add(new(BlockKind.Paragraph, 0, "", [.. paragraph]));
        paragraph.Clear();
    }

    private static MarkdownBlock? BlockAt(string text, int lineStart, MarkdownSpan line)
    {
        var words = text.AsSpan(line.Start, line.Length);
        var level = words.IndexOfAnyExcept('#');
        if (level is > 0 and <= MostHeadings && words[level] == ' ')
            return new(BlockKind.Heading, level, "", MarkdownRuns.Read(text, Trim(text, line.Start + level, line.Start + words.TrimEnd(" #").Length)));
        if (words.Length >= 3 && words[0] is '-' or '*' or '_' && words.Replaced(words[0]).IsWhiteSpace())
            return new(BlockKind.Rule, 0, "", []);
        return MarkerOf(words) is var marker and > 0
            ? new(BlockKind.Item, Math.Min((line.Start - lineStart) / 2, 1), char.IsAsciiDigit(words[0]) ? words[..marker].ToString() : Dot, MarkdownRuns.Read(text, Trim(text, line.Start + marker, line.Start + line.Length)))
            : null;
    }

    // "- ", "* ", "+ ", "12. ", "3) ": how long the sign is; 0 for none.
    private static int MarkerOf(ReadOnlySpan<char> words)
    {
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        var length = digits is > 0 and < 4 && words[digits] is '.' or ')' ? digits + 1 : words[0] is '-' or '*' or '+' ? 1 : 0;
        return length > 0 && length < words.Length && words[length] == ' ' ? length : 0;
    }

    private static MarkdownSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new(start, end - start);
    }

    private static ReadOnlySpan<char> Replaced(this ReadOnlySpan<char> words, char sign) => words.ToString().Replace(sign, ' ');
}

/// <summary>A stretch of a document, in UTF-16 units.</summary>
public readonly record struct MarkdownSpan(int Start, int Length)
{
    public int End => Start + Length;

    public MarkdownSpan Skip(int count) => new(Start + count, Length - count);
}
