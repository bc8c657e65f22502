namespace LeadHeat.Core.Playbooks;

/// <summary>An example in which values are marked: <c>my cousin paid {-1.9 cr}, we can do {+1.6 cr}</c>.</summary>
/// <param name="Text">The message without its marks.</param>
/// <param name="Marks">Where the values stand in it, and whether each is the visitor's own wish.</param>
public sealed record MarkedText(string Text, IReadOnlyList<(Understanding.TextSpan Span, bool IsOwn)> Marks)
{
    /// <summary>Takes the marks out of a text; null when a mark is not closed, is empty, or there is none.</summary>
    public static MarkedText? Parse(string marked)
    {
        var text = new System.Text.StringBuilder(marked.Length);
        List<(Understanding.TextSpan, bool)> marks = [];
        for (var at = 0; at < marked.Length;)
        {
            if (marked[at] != '{')
            {
                text.Append(marked[at++]);
                continue;
            }
            var end = marked.IndexOf('}', at);
            if (end < at + 3 || marked[at + 1] is not ('+' or '-'))
                return null;
            marks.Add((new(text.Length, end - at - 2), marked[at + 1] == '+'));
            text.Append(marked.AsSpan((at + 2)..end));
            at = end + 1;
        }
        return marks.Count == 0 ? null : new(text.ToString(), marks);
    }
}
