using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Notes values of the playbook's closed lists.</summary>
internal static class ChoiceFinder
{
    public static void Note(Scan scan, PlaybookField field, Choice choice, int first, int end)
    {
        scan.Take(first, EndOfWords(scan, first, end));
        if (IsAboutShown(scan, field))
        {
            scan.Topic ??= FactFields.Features;
            scan.AskedFeatures.Add(choice.Value);
            return;
        }
        if (field.Kind == FieldKind.Choice && field.Name != Scan.CustomerType && IsAskedInGeneral(scan))
            return;
        var span = scan.Span(first, end);
        var before = scan.Find(field.Name);
        if (field.Kind == FieldKind.Choice)
        {
            // "I already run a café and plan to open another": what is said first stands, unless it is corrected.
            if (before is not null && AreBoth(scan, field, choice, before, first) is { } both)
            {
                scan.Values.Remove(before);
                scan.Values.Add(new(field.Name, new(Text: both.Value), both.Display, 0.9, [.. before.Spans, span]));
                return;
            }
            if (before is not null && !scan.Cues.HasFlag(Cues.Correction) && !ChangeOfMind.Between(scan, scan.TokenAt(before.Spans[0].End), first))
                return;
            if (before is not null)
                scan.Values.Remove(before);
            scan.Values.Add(new(field.Name, new(Text: choice.Value), choice.Display, 0.93, [span]));
            return;
        }
        IReadOnlyList<string> items = before?.Value.Items ?? [];
        // "A villa. No wait, a townhouse", "machine and grinder. No, only the grinder": not what was said before.
        if (before is not null && before.Spans[^1] != span && (field.Name == FactFields.PropertyType || Only.IsIn(scan, first - 3, first)) && ChangeOfMind.Between(scan, scan.TokenAt(before.Spans[^1].End), first))
        {
            scan.Values.Remove(before);
            (items, before) = ([], null);
        }
        if (items.Contains(choice.Value))
            return;
        // "The complete set-up, from the machine to the cups": its parts are in it.
        if ((IsAll(items) || IsAll(scan.Known(field.Name)?.Items ?? [])) && !scan.Cues.HasFlag(Cues.Correction) && !Still.IsIn(scan, first - 3, first))
            return;
        if (before is not null)
            scan.Values.Remove(before);
        // "I don't need a machine, just a grinder"
        if (items is [var none] && none.StartsWith("no ", StringComparison.Ordinal) && Still.IsIn(scan, first - 3, first))
            (items, before) = ([], null);
        items = [.. items, choice.Value];
        IReadOnlyList<TextSpan> spans = before is null ? [span] : before.Spans.Contains(span) ? before.Spans : [.. before.Spans, span];
        scan.Values.Add(Value(field, items, spans));
    }

    // In "opening next month" the second word says when.
    private static int EndOfWords(Scan scan, int first, int end) => end - first > 1 && scan.Tokens[end - 1].Key.Kind is KeyKind.This or KeyKind.Next or KeyKind.By or KeyKind.In or KeyKind.After ? end - 1 : end;

    // "I'm head of sales but CFO signs off": neither alone.
    private static Choice? AreBoth(Scan scan, PlaybookField field, Choice choice, FoundValue before, int first)
    {
        if (field.Both is not { } both || before.Value.Text == choice.Value || before.Value.Text == both || choice.Value == both)
            return null;
        for (var at = scan.TokenAt(before.Spans[^1].End); at < first; at++)
        {
            if (scan.IsWord(at, "but") || scan.IsWord(at, "though") || scan.IsWord(at, "however"))
                return field.Choices.First(other => other.Value == both);
        }
        return null;
    }

    private static bool IsAll(IReadOnlyList<string> items) => items is [var only] && only.StartsWith("full ", StringComparison.Ordinal);

    private static readonly PhraseTable<bool> Only = new((true, "just; only; sirf; bas"));
    private static readonly PhraseTable<bool> Still = new((true, "just; only; but; except; still; need; want; sirf; bas"));

    /// <summary>Several choices of one field as a value.</summary>
    public static FoundValue Value(PlaybookField field, IReadOnlyList<string> items, IReadOnlyList<TextSpan> spans) => new(field.Name, new(Items: items), DisplayOf(field, items), 0.93, spans);

    /// <summary>Reads "yes" and "no" as the answer to a question whose choices have these values.</summary>
    public static void ReadYesOrNo(Scan scan)
    {
        if (scan.AskedField is not { Kind: FieldKind.Choice } field || scan.Find(field.Name) is not null || scan.Tokens.Length == 0)
            return;
        // "No, 1.5" puts something right.
        if (scan.Values.Count > 0 && scan.Cues.HasFlag(Cues.Correction))
            return;
        // "Ok, thanks, bye" agrees to nothing.
        if ((scan.Cues & (Cues.Goodbye | Cues.Thanks | Cues.Question | Cues.Refusal)) != 0)
            return;
        var value = scan.Cues.HasFlag(Cues.No) ? "no" : PlainYes.Contains(scan.WordAt(0).ToString()) ? "yes" : null;
        foreach (var choice in field.Choices)
        {
            if (choice.Value == value)
                scan.Values.Add(new(field.Name, new(Text: choice.Value), choice.Display, 0.85, [scan.Span(0, scan.Tokens.Length)]));
        }
    }

    private static readonly HashSet<string> PlainYes = new(["yes", "yeah", "yep", "yup", "haan", "haanji", "correct", "definitely", "absolutely", "already"], StringComparer.OrdinalIgnoreCase);

    // "Does it have parking?" asks about what was shown; "do you have flats with parking?" wishes.
    private static bool IsAboutShown(Scan scan, PlaybookField field) =>
        field.Name == FactFields.Features && scan.Dialogue.Shown.Count > 0 && scan.Cues.HasFlag(Cues.Question) && !scan.Cues.HasFlag(Cues.Search);

    // "How does pre-approval work?" tells nothing about the one who asks.
    private static bool IsAskedInGeneral(Scan scan)
    {
        if (!scan.Cues.HasFlag(Cues.Question) || !(scan.IsWord(0, "how") && scan.IsWord(1, "does") || scan.IsWord(0, "what") && scan.IsWord(1, "is") || scan.IsWord(0, "what's")))
            return false;
        for (var i = 1; i < scan.Tokens.Length; i++)
        {
            if (Own.Contains(scan.WordAt(i)))
                return false;
        }
        return true;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = WordSet.Of("i i'm i’m im me my we we're we’re our us");

    private static string DisplayOf(PlaybookField field, IReadOnlyList<string> items)
    {
        string[] names = [.. items.Select(item => field.Choices.First(choice => choice.Value == item).Display)];
        return field.Name == FactFields.PropertyType ? Listing.Or(names) : string.Join(", ", names);
    }
}
