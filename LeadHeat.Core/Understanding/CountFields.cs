using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells what a number counts by the playbook's words behind or before it: <c>200 cups</c>, <c>a team of eighteen</c>, <c>headcount 60</c>.</summary>
internal static class CountFields
{
    /// <summary>What those do who count among the people that a tool is for.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Using = WordSet.Of("use uses using users user log login sales sell selling reps seats licences licenses access");

    /// <summary>The field that counts people, where the playbook has one.</summary>
    public static PlaybookField? OfUs(Scan scan) => scan.Playbook.Fields.FirstOrDefault(field => field.Kind == FieldKind.Count && field.Words.Contains("of us"));

    // "The team isn't big. Six."
    private static bool IsSizeTold(Scan scan, int at)
    {
        if (at < 2 || scan.Tokens[at - 1].Kind != TokenKind.Symbol || (at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Kind != TokenKind.Symbol))
            return false;
        var (team, size) = (false, false);
        for (var i = at - 2; i >= 0 && i >= at - 8 && scan.Tokens[i].Kind == TokenKind.Word; i--)
            (team, size) = (team || scan.IsWord(i, "team") || scan.IsWord(i, "staff") || scan.IsWord(i, "company"), size || scan.IsWord(i, "big") || scan.IsWord(i, "small") || scan.IsWord(i, "large") || scan.IsWord(i, "tiny") || scan.IsWord(i, "huge"));
        return team && size;
    }

    public static decimal? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        // "a dozen reps"; in "two dozen" it multiplies.
        if (scan.IsWord(at, "dozen") && (scan.IsWord(at - 1, "a") || at == 0))
            return 12;
        if (scan.IsWord(at, "single") && scan.IsFree(at + 1))
            return FieldFor(scan, at + 1) is null ? null : 1;
        return token.Kind == TokenKind.Number ? token.Number : token.Key.Kind is KeyKind.Number or KeyKind.Tens || (token.Key.Kind == KeyKind.Hundred && !scan.Is(at - 1, KeyKind.Number)) ? token.Key.Value : null;
    }

    public static PlaybookField? FieldFor(Scan scan, int at) => FieldAt(scan, ref at);

    // The unit may follow an adjective: "3 busy outlets".
    public static PlaybookField? FieldAt(Scan scan, ref int at)
    {
        for (var skip = 0; skip < 2; skip++)
        {
            if (!scan.IsFree(at + skip))
                return null;
            foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at + skip, out var end))
            {
                if (meaning is not { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Count })
                    continue;
                at = end;
                return meaning.Field;
            }
            if (scan.Tokens[at + skip].Kind != TokenKind.Word || scan.Tokens[at + skip].Key.Kind != KeyKind.None)
                return null;
        }
        return null;
    }

    // "a team of eighteen": the words stand before.
    public static PlaybookField? FieldBefore(Scan scan, int at)
    {
        // "A company of 12M in revenue" counts money.
        if (scan.Is(at + 1, KeyKind.Scale) || scan.Is(at + 1, KeyKind.Currency) || scan.Is(at - 1, KeyKind.Currency))
            return null;
        if (IsHowMany(scan, at) || IsSizeTold(scan, at))
            return OfUs(scan);
        if (NamedBefore(scan, at) is { } named)
            return named;
        if (!scan.IsWord(at - 1, "of") || at < 2)
            return null;
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at - 2, out var end))
        {
            if (meaning is { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Count } && end == at)
                return meaning.Field;
        }
        return null;
    }

    // "team size: 25", "headcount 60", "number of users is 12"
    private static PlaybookField? NamedBefore(Scan scan, int at)
    {
        var end = at;
        while (end > 0 && (scan.IsSign(end - 1, ':') || scan.IsSign(end - 1, '-') || scan.IsSign(end - 1, '=') || scan.IsWord(end - 1, "is") || scan.IsWord(end - 1, "are") || scan.Is(end - 1, KeyKind.About)))
            end--;
        for (var first = Math.Max(0, end - 3); first < end; first++)
        {
            foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, first, out var last))
            {
                if (meaning is { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Count } && last == end && Heads.Contains(scan.WordAt(end - 1)))
                    return meaning.Field;
            }
            if (scan.IsWord(first, "no") && scan.IsWord(first + 1, "of") || scan.IsWord(first, "number") && scan.IsWord(first + 1, "of"))
            {
                foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, first + 2, out var last))
                {
                    if (meaning is { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Count } && last == end)
                        return meaning.Field;
                }
            }
        }
        return null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Heads = WordSet.Of("size headcount strength count");

    // "We are fourteen in sales", "only 7 need a login": people who would use it, where the playbook counts "of us".
    private static bool IsHowMany(Scan scan, int at)
    {
        var end = at + 1;
        if (scan.IsWord(at - 1, "only"))
        {
            for (; end < Math.Min(scan.Tokens.Length, at + 5); end++)
            {
                if (Using.Contains(scan.WordAt(end)))
                    return true;
            }
            return false;
        }
        if ((scan.IsWord(at - 1, "is") || scan.IsWord(at - 1, "are")) && (scan.IsWord(at - 2, "team") || scan.IsWord(at - 2, "staff")))
            return end == scan.Tokens.Length || Clauses.EndsSentence(scan, end) || scan.IsSign(end, ',') || scan.IsWord(end, "now") || scan.IsWord(end, "only") || scan.IsWord(end, "strong");
        var we = (scan.IsWord(at - 1, "are") && scan.IsWord(at - 2, "we")) || scan.IsWord(at - 1, "we're") || scan.IsWord(at - 1, "we’re");
        return we && (end == scan.Tokens.Length || scan.IsWord(end, "in") || scan.IsWord(end, "here") || scan.IsWord(end, "and") || scan.IsSign(end, ',') || (scan.IsSign(end, '.') && (end + 1 == scan.Tokens.Length || scan.Tokens[end + 1].Apart)));
    }

    public static int PeriodEnd(Scan scan, int at)
    {
        var lead = scan.IsWord(at, "a") || scan.IsWord(at, "per") || scan.IsWord(at, "each") || scan.IsWord(at, "every") || scan.IsSign(at, '/');
        if (lead && scan.Is(at + 1, KeyKind.TimeUnit))
            return at + 2;
        return scan.IsWord(at, "daily") || scan.IsWord(at, "weekly") || scan.IsWord(at, "monthly") ? at + 1 : at;
    }
}
