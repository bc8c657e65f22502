using System.Text;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Playground;

/// <summary>Writes a message with what was found in it in its usual spelling, and with single spaces.</summary>
internal static class NormalizedText
{
    public static string Of(Understood understood)
    {
        List<(TextSpan Span, string Words)> parts = [.. understood.Values.SelectMany(PartsOf).OrderBy(part => part.Span.Start)];
        StringBuilder text = new(understood.Text.Length + 32);
        var at = 0;
        foreach (var (span, words) in parts)
        {
            if (span.Start < at)
                continue;
            text.Append(understood.Text, at, span.Start - at).Append(words);
            at = span.End;
        }
        text.Append(understood.Text, at, understood.Text.Length - at);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Areas come with one span each; a value that rests on several spans otherwise has no one place to be written.
    private static IEnumerable<(TextSpan Span, string Words)> PartsOf(FoundValue value) => value.Field switch
    {
        FactFields.Areas when value.Spans.Count == value.Value.Items?.Count => value.Spans.Zip(value.Value.Items),
        FactFields.Beds or FactFields.Budget or FactFields.Size or FactFields.City or FactFields.Phone or FactFields.Email
            when value.Spans.Count == 1 => [(value.Spans[0], value.Display)],
        _ => [],
    };
}
