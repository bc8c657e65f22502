using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Drops choices that a message takes back, from what it said before and from what is known: <c>cold brew and filter. No, forget the filter</c>.</summary>
internal static class ChoicesTakenBack
{
    /// <summary>Notes that a choice is taken back; what is said behind may bring it in again.</summary>
    public static void Note(Scan scan, PlaybookField field, Choice choice, int first, int end)
    {
        scan.TakenBack.Add((field, choice.Value, scan.Span(first, end)));
        if (scan.Find(field.Name) is not { Value.Items: { } items } before || !items.Contains(choice.Value))
            return;
        scan.Values.Remove(before);
        if (items.Where(item => item != choice.Value).ToArray() is { Length: > 0 } left)
            scan.Values.Add(ChoiceFinder.Value(field, left, before.Spans));
    }

    /// <summary>Takes them out of what is known, which replaces it.</summary>
    public static void DropKnown(Scan scan)
    {
        foreach (var group in scan.TakenBack.GroupBy(one => one.Field))
        {
            var field = group.Key;
            var now = scan.Find(field.Name);
            if (scan.Known(field.Name)?.Items is not { } known || !group.Any(one => known.Contains(one.Value) && now?.Value.Items?.Contains(one.Value) != true))
                continue;
            string[] left = [.. known.Where(item => !group.Any(one => one.Value == item)).Union(now?.Value.Items ?? [])];
            if (now is not null)
                scan.Values.Remove(now);
            scan.Cues |= Cues.Correction;
            IReadOnlyList<TextSpan> spans = now?.Spans ?? [group.First().Span];
            scan.Values.Add(left.Length > 0 ? ChoiceFinder.Value(field, left, spans) : new(field.Name, new(), "open", 0.9, spans));
        }
    }
}
