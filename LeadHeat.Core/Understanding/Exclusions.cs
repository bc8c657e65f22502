using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Notes what must not be: <c>a villa without a pool</c>, <c>not in Whitefield</c>. What is merely not needed may be there.</summary>
internal static class Exclusions
{
    private const int Reach = 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of("a an any the private with having in at on near like want please");

    // "We don't need a pool", "nothing without parking" rule nothing out that is asked for here.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Idle = WordSet.Of("need require care mind use bother");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Idly = WordSet.Of("required needed necessary mandatory compulsory important issue issues problem problems matter");

    private static readonly PhraseTable<bool> Behind = new((true, "nahi|nahin chahiye|chaiye|chahie; nahi|nahin ho; ke bina|bagair; is|are a no|dealbreaker"));

    /// <summary>Notes a choice that is named only to be ruled out.</summary>
    public static void Note(Scan scan, PlaybookField field, Choice choice, int first, int end)
    {
        if (field.Kind != FieldKind.Choices || scan.Playbook.Inventory is not { } map || (field.Name != map.Features && field.Name != map.Types) || !IsRuledOut(scan, first, end))
            return;
        scan.RuledOutUntil = end;
        Note(scan, field.Name, choice.Value);
    }

    /// <summary>Notes an area that is named only to be ruled out.</summary>
    public static void Note(Scan scan, PlaceHit hit)
    {
        if (hit.Meaning.Area is { } area && scan.Playbook.Inventory is { } map && !IsWhereTheyAre(scan, hit.First) && (IsRuledOut(scan, hit.First, hit.End) || scan.IsNegated(hit.First)))
            Note(scan, map.Areas, area.Name);
    }

    /// <summary>Whether it goes on with what was ruled out before: <c>without a pool or gym</c>.</summary>
    public static bool GoesOn(Scan scan, int first)
    {
        if (scan.RuledOutUntil is not { } at || at >= first || first - at > 3)
            return false;
        if (scan.IsWord(at, "and"))
            return first == at + 1;
        for (var joined = scan.Is(at, KeyKind.Or) || scan.IsWord(at, "nor"); joined && ++at < first;)
            joined = Glue.Contains(scan.WordAt(at));
        return at == first;
    }

    private static void Note(Scan scan, string field, string value)
    {
        var unwanted = new Unwanted(field, value);
        if (!scan.Unwanted.Contains(unwanted))
            scan.Unwanted.Add(unwanted);
    }

    private static bool IsRuledOut(Scan scan, int first, int end)
    {
        if (GoesOn(scan, first) || Behind.At(scan, end) is not null)
            return true;
        if (end < scan.Tokens.Length && Idly.Contains(scan.WordAt(end)) || (end + 1 < scan.Tokens.Length && Idly.Contains(scan.WordAt(end + 1))))
            return false;
        // "w/o pool"
        if (scan.IsWord(first - 1, "o") && scan.IsSign(first - 2, '/') && scan.IsWord(first - 3, "w"))
            return true;
        for (var at = first - 1; at >= 0 && at >= first - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (Idle.Contains(scan.WordAt(at)))
                return false;
            if (scan.IsWord(at, "without") || scan.IsWord(at, "except") || scan.IsWord(at, "excluding") || scan.IsWord(at, "avoid") || scan.IsWord(at, "minus") || scan.IsWord(at, "bina"))
                return !IsDeniedTwice(scan, at);
            if (scan.Is(at, KeyKind.Not))
                return !scan.IsWord(at, "never") && !scan.IsWord(at + 1, "only");
            if (!Glue.Contains(scan.WordAt(at)))
                return false;
        }
        return false;
    }

    // "Nothing without parking", "can't live without a balcony", "don't show me any without a lift"
    private static bool IsDeniedTwice(Scan scan, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - Reach - 1; before--)
        {
            if (scan.Is(before, KeyKind.Not))
                return true;
        }
        return false;
    }

    // "I'm not in Whitefield now"
    private static bool IsWhereTheyAre(Scan scan, int first) =>
        scan.IsWord(first - 1, "in") && (scan.IsWord(first - 3, "i'm") || scan.IsWord(first - 3, "am") || scan.IsWord(first - 3, "we're") || scan.IsWord(first - 3, "are"));
}

/// <summary>Something that must not be: a value of a field.</summary>
public sealed record Unwanted(string Field, string Value);
