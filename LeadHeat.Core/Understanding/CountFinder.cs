using System.Globalization;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds numbers of the playbook's own units: <c>200 cups a day</c>, <c>15-20 people</c>, <c>3 outlets</c>.</summary>
internal static class CountFinder
{
    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (!scan.IsFree(i) || NumberAt(scan, i) is not { } low)
                continue;
            var (high, at) = (low, i + 1);
            if ((scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And)) && NumberAt(scan, at + 1) is { } second && second > low)
                (high, at) = (second, at + 2);
            var plus = scan.IsSign(at, '+');
            at += plus ? 1 : 0;
            var words = NumberReader.At(scan, i, (_, _) => false);
            if (low == high && words is var (number, next) && number != low && next > at)
                (low, high, at) = (number, number, next);
            // "thirty-odd agents"
            if (scan.IsSign(at, '-') && scan.IsWord(at + 1, "odd"))
                at += 2;
            if (low == high && scan.IsWord(at, "dozen"))
                (low, high, at) = (low * 12, high * 12, at + 1);
            if ((FieldAt(scan, ref at) ?? FieldBefore(scan, i)) is { } field)
            {
                at = PeriodEnd(scan, at);
                if (low == high && (Corrected(scan, field, at) ?? PartThatUses(scan, low, at)) is var (corrected, last))
                    Note(scan, field, corrected, corrected, i, at = last, isCorrected: true);
                else
                    Note(scan, field, low, plus ? null : high, i, at);
                i = at - 1;
            }
            else if (TryAgain(scan, low, i, at))
            {
                return;
            }
            else if (scan.AskedField is { Kind: FieldKind.Count } asked && scan.Tokens.Length <= 4 && at >= scan.Tokens.Length - 1 && scan.Find(asked.Name) is null)
            {
                Note(scan, asked, low, plus ? null : high, i, at);
                return;
            }
        }
    }

    // "Sorry, 18 with the new office": the number that was told before, when there was only one.
    private static bool TryAgain(Scan scan, decimal number, int at, int end)
    {
        if (at > 3 || !(scan.IsWord(0, "sorry") || scan.IsWord(0, "oops") || scan.IsWord(0, "correction") || scan.IsWord(0, "wait"))
            || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !scan.IsWord(end, "with") && !scan.IsWord(end, "in") && !scan.IsWord(end, "now") && !scan.IsWord(end, "not")))
            return false;
        PlaybookField[] known = [.. scan.Playbook.Fields.Where(field => field.Kind == FieldKind.Count && scan.Known(field.Name) is not null)];
        if (known is not [var only] || scan.AskedField is { Kind: FieldKind.Count or FieldKind.Beds or FieldKind.Money } asked && asked != only)
            return false;
        scan.Cues |= Cues.Correction;
        Note(scan, only, number, number, at, end);
        return true;
    }

    /// <summary>What runs so and so many outlets is of the one type that is asked for them: "we run two cafés", "our 3 shops".</summary>
    public static void FindOwner(Scan scan)
    {
        if (scan.Dialogue.CustomerType is not null || scan.Find(Scan.CustomerType) is not null || scan.Playbook.Field(Scan.CustomerType) is not { } type)
            return;
        foreach (var value in scan.Values)
        {
            if (scan.Playbook.Field(value.Field) is not { Kind: FieldKind.Count, For: [var only] } || scan.TokenAt(value.Spans[0].Start) is not (> 0 and var first)
                || !Owning.Contains(scan.WordAt(first - 1)) || scan.IsWord(first - 2, "will") || scan.IsWord(first - 2, "to") || type.Choices.FirstOrDefault(choice => choice.Value == only) is not { } choice)
                continue;
            scan.Values.Add(new(type.Name, new(Text: choice.Value), choice.Display, 0.88, [scan.Span(first - 1, first)]));
            return;
        }
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Owning = WordSet.Of("run runs running own owns have has operate operates manage manages our");

    // "15 reps, sorry, 18", "200 cups a day, no, let's say 150": a new number without its unit.
    private static (decimal Number, int End)? Corrected(Scan scan, PlaybookField field, int at)
    {
        var marked = false;
        for (var limit = at + 7; at < Math.Min(scan.Tokens.Length, limit) && NumberAt(scan, at) is null; at++)
        {
            marked |= scan.IsWord(at, "sorry") || scan.IsWord(at, "no") || scan.IsWord(at, "rather") || scan.IsWord(at, "actually") || scan.IsWord(at, "make") || scan.IsWord(at, "mean") || scan.IsWord(at, "correction") || (scan.IsWord(at, "like") && scan.IsWord(at - 1, "more"));
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Correcting.Contains(scan.WordAt(at)))
                return null;
        }
        if (!marked || NumberAt(scan, at) is not { } number)
            return null;
        var end = at + 1;
        var ends = end >= scan.Tokens.Length || scan.Tokens[end] is { Kind: TokenKind.Symbol, Key.Kind: KeyKind.None } || scan.IsWord(end, "now") || scan.IsWord(end, "with") || scan.IsWord(end, "in") || scan.IsWord(end, "on") || scan.Is(end, KeyKind.Article);
        return FieldAt(scan, ref end) == field || ends ? (number, end) : null;
    }

    // "85 people of whom 14 are in sales", "forty-two people, maybe seventeen of them would log in": those who use it count.
    private static (decimal Number, int End)? PartThatUses(Scan scan, decimal all, int at)
    {
        for (var limit = Math.Min(scan.Tokens.Length, at + 6); at < limit && !scan.IsSign(at, '.'); at++)
        {
            if (NumberAt(scan, at) is not { } part)
                continue;
            var ofThem = (scan.IsWord(at + 1, "of") && scan.IsWord(at + 2, "them")) || PartWords.Contains(scan.WordAt(Math.Max(0, at - 1))) || (at > 1 && PartWords.Contains(scan.WordAt(at - 2)))
                || scan.IsWord(at - 1, "only") || (scan.IsWord(at + 1, "in") && scan.IsWord(at + 2, "sales"));
            for (var next = at + 1; ofThem && part < all && next < Math.Min(scan.Tokens.Length, at + 7); next++)
            {
                if (Using.Contains(scan.WordAt(next)))
                    return (part, at + 1);
            }
            return null;
        }
        return null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PartWords = WordSet.Of("whom which them");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Using = WordSet.Of("use uses using users user log login sales sell selling reps seats licences licenses access");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Correcting = WordSet.Of("on second thought thoughts more like sorry no rather actually make that it i mean correction let's let’s lets say better hmm wait oops");

    private static decimal? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        // "a dozen reps"; in "two dozen" it multiplies.
        if (scan.IsWord(at, "dozen") && (scan.IsWord(at - 1, "a") || at == 0))
            return 12;
        if (scan.IsWord(at, "single") && scan.IsFree(at + 1))
            return FieldFor(scan, at + 1) is null ? null : 1;
        return token.Kind == TokenKind.Number ? token.Number : token.Key.Kind is KeyKind.Number or KeyKind.Tens ? token.Key.Value : null;
    }

    private static PlaybookField? FieldFor(Scan scan, int at) => FieldAt(scan, ref at);

    // The unit may follow an adjective: "3 busy outlets".
    private static PlaybookField? FieldAt(Scan scan, ref int at)
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
    private static PlaybookField? FieldBefore(Scan scan, int at)
    {
        if (IsHowMany(scan, at))
            return scan.Playbook.Fields.FirstOrDefault(field => field.Kind == FieldKind.Count && field.Words.Contains("of us"));
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
        var we = (scan.IsWord(at - 1, "are") && scan.IsWord(at - 2, "we")) || scan.IsWord(at - 1, "we're") || scan.IsWord(at - 1, "we’re");
        return we && (end == scan.Tokens.Length || scan.IsWord(end, "in") || scan.IsWord(end, "here") || scan.IsWord(end, "and") || scan.IsSign(end, ',') || (scan.IsSign(end, '.') && (end + 1 == scan.Tokens.Length || scan.Tokens[end + 1].Apart)));
    }

    private static int PeriodEnd(Scan scan, int at)
    {
        var lead = scan.IsWord(at, "a") || scan.IsWord(at, "per") || scan.IsWord(at, "each") || scan.IsWord(at, "every") || scan.IsSign(at, '/');
        if (lead && scan.Is(at + 1, KeyKind.TimeUnit))
            return at + 2;
        return scan.IsWord(at, "daily") || scan.IsWord(at, "weekly") || scan.IsWord(at, "monthly") ? at + 1 : at;
    }

    private static void Note(Scan scan, PlaybookField field, decimal low, decimal? high, int first, int end, bool isCorrected = false)
    {
        if (scan.Find(field.Name) is not null)
            return;
        var said = scan.Span(first, end).Of(scan.Text);
        var number = low.ToString("#,0.##", CultureInfo.InvariantCulture);
        var display = end - first > 1 && !isCorrected ? said : field.Words.Count > 0 ? $"{number} {field.Words[0]}" : number;
        scan.Found(field.Name, new(Min: low, Max: high), display, 0.93, first, end);
    }
}
