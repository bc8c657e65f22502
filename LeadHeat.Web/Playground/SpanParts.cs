using LeadHeat.Core.Playground;

namespace LeadHeat.Web.Playground;

/// <summary>A stretch of a message, with what its words were read as; several things may rest on the same words.</summary>
public sealed record SpanPart(string Text, IReadOnlyList<FieldSpan> Spans);

/// <summary>Cuts a message where what is read in it begins and ends.</summary>
public static class SpanParts
{
    /// <summary>Spans count UTF-16 units as strings do; what lies outside the text is left out, and parts joined are the text.</summary>
    public static IReadOnlyList<SpanPart> Cut(string text, IReadOnlyList<FieldSpan> spans)
    {
        FieldSpan[] inside = [.. spans.Where(span => span.Start >= 0 && span.Length > 0 && span.Length <= text.Length - span.Start)];
        int[] edges = [.. inside.SelectMany(span => (int[])[span.Start, span.Start + span.Length]).Append(0).Append(text.Length).Distinct().Order()];
        return
        [
            .. edges.Zip(edges.Skip(1)).Select(edge => new SpanPart(
                text[edge.First..edge.Second], [.. inside.Where(span => span.Start <= edge.First && span.Start + span.Length >= edge.Second)])),
        ];
    }
}
