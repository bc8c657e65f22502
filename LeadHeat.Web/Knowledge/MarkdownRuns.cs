namespace LeadHeat.Web.Knowledge;

/// <summary>Words of a document that are written alike.</summary>
/// <param name="Start">Where they stand in the document's text.</param>
/// <param name="Text">The words as text; the signs around them are left out.</param>
public readonly record struct MarkdownRun(int Start, string Text, bool Strong = false, bool Emphasis = false, bool Lit = false)
{
    /// <summary>The run with what is lit of it apart.</summary>
    public IEnumerable<MarkdownRun> Lighted(IReadOnlyList<MarkdownSpan> places) =>
        places.Aggregate<MarkdownSpan, IEnumerable<MarkdownRun>>([this], (runs, place) => runs.SelectMany(run => run.Lighted(place)));

    private IEnumerable<MarkdownRun> Lighted(MarkdownSpan place)
    {
        var (start, end) = (Math.Clamp(place.Start - Start, 0, Text.Length), Math.Clamp(place.End - Start, 0, Text.Length));
        if (end <= start)
            return [this];
        MarkdownRun[] parts = [this with { Text = Text[..start] }, new(Start + start, Text[start..end], Strong, Emphasis, true), this with { Start = Start + end, Text = Text[end..] }];
        return parts.Where(part => part.Text.Length > 0);
    }
}

/// <summary>Reads emphasis, code and links within a line. A sign that is not closed is a sign.</summary>
internal static class MarkdownRuns
{
    private const int Deepest = 4;

    // Signs further apart do not belong together; nor may a document of signs alone cost time.
    private const int Longest = 500;

    /// <summary>The runs of a line.</summary>
    public static List<MarkdownRun> Read(string text, MarkdownSpan line)
    {
        List<MarkdownRun> runs = [];
        Read(text, line, new(0, ""), runs, 0);
        return runs;
    }

    private static void Read(string text, MarkdownSpan part, MarkdownRun style, List<MarkdownRun> runs, int depth)
    {
        var (from, at) = (part.Start, part.Start);
        void Plain(int to)
        {
            if (to > from)
                runs.Add(style with { Start = from, Text = text[from..to] });
        }

        while (at < part.End)
        {
            if (depth < Deepest && InnerAt(text, at, Math.Min(part.End, at + Longest)) is { } found)
            {
                Plain(at);
                if (found.IsText)
                    runs.Add(style with { Start = found.Inner.Start, Text = text.Substring(found.Inner.Start, found.Inner.Length) });
                else
                    Read(text, found.Inner, style with { Strong = style.Strong || found.Strong, Emphasis = style.Emphasis || found.Emphasis }, runs, depth + 1);
                from = at = found.End;
            }
            else
            {
                at++;
            }
        }

        Plain(part.End);
    }

    private static Found? InnerAt(string text, int at, int end) => text[at] switch
    {
        '\\' when at + 1 < end && char.IsAscii(text[at + 1]) && char.IsPunctuation(text[at + 1]) => new(new(at + 1, 1), at + 2, IsText: true),
        '`' => text.IndexOf('`', at + 1, end - at - 1) is var close and > 0 && close > at + 1 ? new(new(at + 1, close - at - 1), close + 1, IsText: true) : null,
        '!' when at + 1 < end && text[at + 1] == '[' => LinkAt(text, at + 1, end),
        '[' => LinkAt(text, at, end),
        '*' or '_' => EmphasisAt(text, at, end),
        _ => null,
    };

    // Of a link its words are shown: nobody is led out of the document.
    private static Found? LinkAt(string text, int at, int end)
    {
        var close = text.IndexOf("](", at, end - at, StringComparison.Ordinal);
        var after = close < 0 ? -1 : text.IndexOf(')', close, end - close);
        return after > 0 && text.IndexOf('[', at + 1, close - at - 1) < 0 ? new(new(at + 1, close - at - 1), after + 1) : null;
    }

    private static Found? EmphasisAt(string text, int at, int end)
    {
        var sign = text[at];
        var length = at + 1 < end && text[at + 1] == sign ? 2 : 1;
        var start = at + length;
        // "2 * 3" and "snake_case" are no emphasis.
        if (start >= end || char.IsWhiteSpace(text[start]) || (sign == '_' && at > 0 && char.IsLetterOrDigit(text[at - 1])))
            return null;
        for (var close = start + 1; close + length <= end; close++)
        {
            if (text[close] != sign || (length == 2 && text[close + 1] != sign) || char.IsWhiteSpace(text[close - 1]))
                continue;
            if (length == 1 && close + 1 < end && text[close + 1] == sign)
                close++;
            else if (sign != '_' || close + length >= end || !char.IsLetterOrDigit(text[close + length]))
                return new(new(start, close - start), close + length, Strong: length == 2, Emphasis: length == 1);
        }
        return null;
    }

    private readonly record struct Found(MarkdownSpan Inner, int End, bool Strong = false, bool Emphasis = false, bool IsText = false);
}
