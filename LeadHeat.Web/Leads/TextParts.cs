using LeadHeat.Core.Facts;

namespace LeadHeat.Web.Leads;

/// <summary>A stretch of a message: lit when something that was clicked rests on it.</summary>
public sealed record TextPart(string Text, bool Lit);

/// <summary>Cuts a message at the words that shall light up.</summary>
public static class TextParts
{
    /// <summary>Spans count UTF-16 units as strings do; overlapping ones become one, and what lies outside the text is ignored.</summary>
    public static IReadOnlyList<TextPart> Cut(string text, IEnumerable<Evidence> evidence)
    {
        List<TextPart> parts = [];
        var at = 0;
        foreach (var span in evidence.OrderBy(span => span.Start))
        {
            var (start, end) = (Math.Max(span.Start, at), Math.Min(span.Start + span.Length, text.Length));
            if (end <= start)
                continue;
            if (start > at)
                parts.Add(new TextPart(text[at..start], false));
            parts.Add(new TextPart(text[start..end], true));
            at = end;
        }

        if (at < text.Length)
            parts.Add(new TextPart(text[at..], false));
        return parts;
    }
}
