using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Adds up what is counted place by place: <c>60 cups in first, 100 in second</c>.</summary>
internal static class CountPlaces
{
    private static readonly PhraseTable<bool> First = new((true, "in|at|for first|one; in|at|for the first|one|old|main|existing|current; in|at|for the first|old|main|existing|current one|outlet|cafe|café|shop|place|branch|store; in|at|for first one|outlet|cafe|café|shop|place|branch|store; there; here"));
    private static readonly PhraseTable<bool> Second = new((true, "in|at|for second; in|at|for the second|other|new; in|at|for another"));

    /// <summary>How many more stand behind it for the other place; null when there is none.</summary>
    /// <param name="at">Behind the count.</param>
    public static (decimal More, int End)? More(Scan scan, PlaybookField field, int at)
    {
        if ((First.At(scan, at)?.End ?? Spot(scan, field, at)) is not { } next)
            return null;
        while (scan.IsSign(next, ',') || scan.Is(next, KeyKind.And))
            next++;
        if (CountFields.NumberAt(scan, next) is not { } more)
            return null;
        var end = next + 1;
        if (CountFields.FieldAt(scan, ref end) is { } other && other != field)
            return null;
        end = CountFields.PeriodEnd(scan, end);
        return (Second.At(scan, end)?.End ?? (First.At(scan, at) is null ? Spot(scan, field, end) : null)) is { } last ? (more, last) : null;
    }

    // "one outlet at lobby one at pool", "2 shops in Pune, 1 in Mumbai": a place of one word; "60 cups in the morning" is a time.
    private static int? Spot(Scan scan, PlaybookField field, int at)
    {
        if (!field.Words.Contains("outlets"))
            return null;
        var spot = scan.IsWord(at + 1, "the") ? at + 2 : at + 1;
        return (scan.IsWord(at, "at") || scan.IsWord(at, "in") || scan.IsWord(at, "near") || scan.IsWord(at, "by")) && spot < scan.Tokens.Length && scan.Tokens[spot] is { Kind: TokenKind.Word, Key.Kind: KeyKind.None } ? spot + 1 : null;
    }
}
