using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds choices that are told without their words, by what is complained of or wished: <c>requests land in a mailbox that nobody opens</c> is lead capture.</summary>
internal static class ChoiceSigns
{
    private static readonly char[] Ends = ['.', '!', '?', ';', '\n'];

    public static void Find(Scan scan)
    {
        List<(string[] Words, TextSpan Span)>? sentences = null;
        foreach (var field in scan.Playbook.Fields)
        {
            foreach (var choice in field.Choices)
            {
                if (choice.Signs.IsEmpty || IsSaid(scan, field, choice))
                    continue;
                foreach (var (words, span) in sentences ??= Sentences(scan.Text))
                {
                    if (!choice.Signs.AreIn(words))
                        continue;
                    Note(scan, field, choice, span);
                    break;
                }
            }
        }
    }

    // What is named, or ruled out in its own words, needs no signs.
    private static bool IsSaid(Scan scan, PlaybookField field, Choice choice) =>
        scan.Unwanted.Exists(unwanted => unwanted.Value == choice.Value)
        || scan.Find(field.Name)?.Value is { } value && (field.Kind == FieldKind.Choice || value.Items is { } items && items.Contains(choice.Value));

    private static void Note(Scan scan, PlaybookField field, Choice choice, TextSpan span)
    {
        if (field.Kind == FieldKind.Choice)
        {
            scan.Values.Add(new(field.Name, new(Text: choice.Value), choice.Display, 0.8, [span]));
            return;
        }
        var before = scan.Find(field.Name);
        if (before is not null)
            scan.Values.Remove(before);
        scan.Values.Add(ChoiceFinder.Value(field, [.. before?.Value.Items ?? [], choice.Value], [.. before?.Spans ?? [], span]) with { Confidence = 0.8 });
    }

    private static List<(string[] Words, TextSpan Span)> Sentences(string text)
    {
        List<(string[], TextSpan)> sentences = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(Ends, start) is >= 0 and var at ? at : text.Length;
            // What is asked tells no trouble.
            if (end > start && !(end < text.Length && text[end] == '?'))
                sentences.Add(([.. PhraseWords.Of(text[start..end])], new(start, end - start)));
            start = end + 1;
        }
        return sentences;
    }
}
