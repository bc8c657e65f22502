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
            else if (scan.AskedField is { Kind: FieldKind.Count } asked && scan.Tokens.Length <= 4 && at >= scan.Tokens.Length - 1 && scan.Find(asked.Name) is null)
            {
                Note(scan, asked, low, plus ? null : high, i, at);
                return;
            }
        }
    }

    // "15 reps, sorry, 18", "200 cups a day, no, let's say 150": a new number without its unit.
    private static (decimal Number, int End)? Corrected(Scan scan, PlaybookField field, int at)
    {
        var marked = false;
        for (var limit = at + 7; at < Math.Min(scan.Tokens.Length, limit) && NumberAt(scan, at) is null; at++)
        {
            marked |= scan.IsWord(at, "sorry") || scan.IsWord(at, "no") || scan.IsWord(at, "rather") || scan.IsWord(at, "actually") || scan.IsWord(at, "make") || scan.IsWord(at, "mean") || scan.IsWord(at, "correction");
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Correcting.Contains(scan.WordAt(at)))
                return null;
        }
        if (!marked || NumberAt(scan, at) is not { } number)
            return null;
        var end = at + 1;
        var ends = end >= scan.Tokens.Length || scan.Tokens[end] is { Kind: TokenKind.Symbol, Key.Kind: KeyKind.None } || scan.IsWord(end, "now") || scan.IsWord(end, "with") || scan.IsWord(end, "in");
        return FieldAt(scan, ref end) == field || ends ? (number, end) : null;
    }

    // "85 people of whom 14 are in sales", "forty-two people, maybe seventeen of them would log in": those who use it count.
    private static (decimal Number, int End)? PartThatUses(Scan scan, decimal all, int at)
    {
        for (var limit = Math.Min(scan.Tokens.Length, at + 6); at < limit && !scan.IsSign(at, '.'); at++)
        {
            if (NumberAt(scan, at) is not { } part)
                continue;
            var ofThem = (scan.IsWord(at + 1, "of") && scan.IsWord(at + 2, "them")) || PartWords.Contains(scan.WordAt(Math.Max(0, at - 1))) || (at > 1 && PartWords.Contains(scan.WordAt(at - 2)));
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
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Correcting = WordSet.Of("sorry no rather actually make that it i mean correction let's let’s lets say better hmm wait oops");

    private static decimal? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        var token = scan.Tokens[at];
        // "a dozen reps"; in "two dozen" it multiplies.
        if (scan.IsWord(at, "dozen") && (scan.IsWord(at - 1, "a") || at == 0))
            return 12;
        return token.Kind == TokenKind.Number ? token.Number : token.Key.Kind is KeyKind.Number or KeyKind.Tens ? token.Key.Value : null;
    }

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
        if (!scan.IsWord(at - 1, "of") || at < 2)
            return null;
        foreach (var meaning in scan.Playbook.Lexicon.LongestAt(scan.Tokens, at - 2, out var end))
        {
            if (meaning is { Kind: MeaningKind.CountWord, Field.Kind: FieldKind.Count } && end == at)
                return meaning.Field;
        }
        return null;
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
