using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds bedrooms: <c>2BHK</c>, <c>2 or 3 bed</c>, <c>3+ bedrooms</c>, <c>studio</c>.</summary>
internal static class BedsScanner
{
    private const decimal Most = 12;

    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Taken)
                continue;
            if (scan.Tokens[i].Key.Kind == KeyKind.Studio)
                Note(scan, BedsBounds.StudioOr(scan, i) is var (first, end, most) ? new(0, most, first, end, IsBhk: false) : new(0, 0, i, i + 1, IsBhk: false));
            else if (CountAt(scan, i) is { } beds)
            {
                Note(scan, beds);
                i = beds.End - 1;
            }
        }
        if (scan.Answers(FactFields.Beds) && scan.Find(FactFields.Beds) is null && !scan.FieldNouns.Contains(FactFields.Budget))
            ReadAnswer(scan);
        if (Array.Exists(scan.Tokens, token => token.Key.Kind == KeyKind.Bed))
        {
            ReadWish(scan);
            ReadPerhaps(scan);
        }
    }

    private static Beds? CountAt(Scan scan, int start)
    {
        if (NumberAt(scan, start) is not { } first)
            return null;
        var (low, high, at) = (first, first, start + 1);
        var open = false;
        for (var more = 0; more < 4; more++)
        {
            if (scan.IsSign(at, '+'))
            {
                open = true;
                at++;
                break;
            }
            var separated = scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.And) || scan.IsSign(at, ',');
            if (!separated || NumberAt(scan, at + 1) is not { } next)
                break;
            (low, high, at) = (Math.Min(low, next), Math.Max(high, next), at + 2);
        }
        if (scan.IsSign(at, '-'))
            at++;
        // "three rooms to sleep in", "two sleeping rooms"
        if (BedsBounds.SleepEnd(scan, at) is > 0 and var slept)
            return new(low, open || BedsBounds.Before(scan, start) == KeyKind.AtLeast ? null : high, start, slept, false);
        if (!scan.Is(at, KeyKind.Bed))
            return null;
        // "Three bedrooms or four"
        if (low == high && !open && scan.Is(at + 1, KeyKind.Or) && BedsBounds.Other(scan, at + 2) is { } other && other > low && other <= low + 2)
            return new(low, other, start, at + 3, scan.WordAt(at).StartsWith("bhk", StringComparison.OrdinalIgnoreCase));
        // "Three bedrooms, maybe four"
        if (low == high && !open && BedsBounds.Perhaps(scan, at + 1) is { } perhaps && perhaps > low)
            return new(low, perhaps, start, at + 1, scan.WordAt(at).StartsWith("bhk", StringComparison.OrdinalIgnoreCase));
        var isBhk = scan.WordAt(at).StartsWith("bhk", StringComparison.OrdinalIgnoreCase);
        if (scan.IsWord(at, "rk"))
            (low, high) = (0, 0);
        at++;
        // "3bhk+" is at least three, "3bhk + study" is three and something else.
        if (scan.IsSign(at, '+') && !(at + 1 < scan.Tokens.Length && scan.Tokens[at + 1].Kind == TokenKind.Word && (scan.Tokens[at].Apart || !scan.Tokens[at + 1].Apart)))
        {
            open = true;
            at++;
        }
        var bound = BedsBounds.Behind(scan, at) is not KeyKind.None and var behind ? behind : BedsBounds.Before(scan, start);
        open |= bound == KeyKind.AtLeast;
        if (scan.IsWord(at, "room") || scan.IsWord(at, "rooms"))
            at++;
        var most = bound == KeyKind.AtMost && low == high && !open;
        return new(most ? null : low, open ? null : high, start, at, isBhk) { IsMost = most };
    }

    public static decimal? NumberAt(Scan scan, int at)
    {
        if (!scan.IsFree(at))
            return null;
        if (scan.IsWord(at, "single") && (scan.IsWord(at + 1, "bedroom") || scan.IsWord(at + 1, "bhk")))
            return 1;
        var token = scan.Tokens[at];
        var number = token.Kind == TokenKind.Number ? token.Number : token.Key.Kind == KeyKind.Number || (token.Key.Kind == KeyKind.HindiNumber && (scan.Is(at + 1, KeyKind.Bed) || scan.Is(at + 1, KeyKind.To) || scan.Is(at + 1, KeyKind.Or))) ? token.Key.Value : 0;
        return number is > 0 and <= Most && number * 2 == decimal.Truncate(number * 2) ? number : null;
    }

    // "I want a 3 BHK but my husband thinks 4", "not a 2 BHK, it has to be 3"
    private static void ReadWish(Scan scan)
    {
        for (var i = 1; i < scan.Tokens.Length; i++)
        {
            var ends = i + 1 == scan.Tokens.Length || scan.Tokens[i + 1].Kind == TokenKind.Symbol && !scan.IsSign(i + 1, '%') && !scan.IsSign(i + 1, '/') || scan.IsWord(i + 1, "now") || scan.IsWord(i + 1, "instead");
            var does = Does.At(scan, i + 1) is not null;
            if ((does || ends && (Wishing.Contains(scan.WordAt(i - 1)) || (scan.Is(i - 1, KeyKind.Article) && NeedsOne.At(scan, i - 2) is not null) || Wishes.At(scan, i - 2) is not null)) && NumberAt(scan, i) is <= 7 and var number)
                Note(scan, new(number, number, i, i + 1, IsBhk: false) { IsAlso = does });
        }
    }

    // "3 bedrooms but mom may join so maybe 4"
    private static void ReadPerhaps(Scan scan)
    {
        if (scan.Find(FactFields.Beds) is not { Value: { Min: { } low, Max: { } most } } beds || low != most)
            return;
        for (var at = scan.TokenAt(beds.Spans[^1].End); at + 1 < scan.Tokens.Length; at++)
        {
            if (!Maybe.Contains(scan.WordAt(at)) || NumberAt(scan, at + 1) is not { } more || more <= most || more > most + 2 || (at + 2 < scan.Tokens.Length && scan.Tokens[at + 2].Kind != TokenKind.Symbol))
                continue;
            Note(scan, new(more, more, at + 1, at + 2, IsBhk: false));
            return;
        }
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Maybe = WordSet.Of("maybe perhaps possibly");

    private static readonly PhraseTable<bool> Wishes = new((true, "make|take it; make that; look|looking at; go|going for; we|i need|want|take; now need|want"));
    private static readonly PhraseTable<bool> NeedsOne = new((true, "need|needs|want|wants a|an"));
    private static readonly PhraseTable<bool> Does = new((true, "is|are plenty|sufficient|ample; would|will be plenty|sufficient|ample|enough; is more than enough; would|will|could be|do fine|ok|okay|good|great|nice|too|also; would|will do; is|are fine|ok|okay|good|enough|possible; also ok|okay|fine|works|possible; works too|also; bhi chalega|chalegi|ok|theek|thik"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("thinks think wants want prefers prefer says be needs need with");

    // "3", "2 or 3", "three please" after "how many bedrooms?"
    private static void ReadAnswer(Scan scan)
    {
        for (var i = 0; i < Math.Min(scan.Tokens.Length, 4); i++)
        {
            // "Somebody takes one for 60 lakhs" means a home.
            if (NumberAt(scan, i) is not { } first || (scan.IsWord(i, "one") && i > 0 && scan.Tokens[i - 1].Kind == TokenKind.Word && !Counting.Contains(scan.WordAt(i - 1))))
                continue;
            // "1 and half crore" is an amount.
            if (AmountReader.At(scan, i, sure: false) is { Scale: not null } or { Currency: not null })
                return;
            var second = scan.Is(i + 1, KeyKind.Or) || scan.Is(i + 1, KeyKind.To) ? NumberAt(scan, i + 2) : null;
            var end = second is null ? i + 1 : i + 3;
            var open = scan.IsSign(end, '+');
            var bound = BedsBounds.Behind(scan, end) is not KeyKind.None and var behind ? behind : BedsBounds.Before(scan, i);
            if (end + (open ? 1 : 0) < scan.Tokens.Length && scan.Tokens[end + (open ? 1 : 0)] is { Key.Kind: KeyKind.Scale or KeyKind.TimeUnit or KeyKind.SizeUnit or KeyKind.Square or KeyKind.Bath } or { Kind: TokenKind.Word, Apart: false })
                return;
            var most = bound == KeyKind.AtMost && second is null && !open;
            Note(scan, new(most ? null : Math.Min(first, second ?? first), open || bound == KeyKind.AtLeast ? null : Math.Max(first, second ?? first), i, open ? end + 1 : end, IsBhk: false) { IsMost = most });
            return;
        }
    }

    // Before "one" as a number; behind any other word it means a home: "the biggest one", "takes one".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Counting = WordSet.Of("just only maybe perhaps probably least most about around say or to and is its it's it’s yes ok okay well minimum maximum max min");

    private static void Note(Scan scan, in Beds beds)
    {
        scan.Take(beds.Start, beds.End);
        if (scan.IsNegated(beds.Start) || Refusals.Before(scan, beds.Start) || BedsBounds.IsLivedIn(scan, beds.Start, beds.End) || BedsOfOthers.IsIt(scan, beds.Start, beds.End) || SentBefore.Covers(scan, beds.Start))
            return;
        var (min, max, bhk) = (beds.Min, beds.Max, beds.IsBhk);
        List<TextSpan> spans = [scan.Span(beds.Start, beds.End)];
        if (scan.Find(FactFields.Beds) is { } before)
        {
            scan.Values.Remove(before);
            if (beds.IsAlso && before.Value is { Min: { } least, Max: null } && max > least)
                (min, spans) = (least, [.. before.Spans, .. spans]);
            else if (!scan.Cues.HasFlag(Cues.Correction) && !BedsOfOthers.IsPast(scan, scan.TokenAt(before.Spans[0].Start), scan.TokenAt(before.Spans[0].End)))
            {
                // "two bed minimum three bed maximum"
                (min, max) = beds.IsMost && before.Value.Max is null ? (before.Value.Min, max) : (Math.Min(min ?? 0, before.Value.Min ?? 0), max is null || before.Value.Max is null ? null : Math.Max(max.Value, before.Value.Max.Value));
                bhk |= before.Display.Contains("BHK", StringComparison.Ordinal);
                spans.InsertRange(0, before.Spans);
            }
        }
        scan.Values.Add(new(FactFields.Beds, new(Min: min, Max: max), Display(min ?? 0, max, bhk), 0.97, spans));
    }

    /// <summary>Bedrooms as a salesperson says them: <c>2 BHK</c>, <c>studio</c>, <c>2 or 3 bed</c>, <c>3+ bed</c>.</summary>
    internal static string Display(decimal min, decimal? max, bool bhk)
    {
        var noun = bhk ? "BHK" : "bed";
        string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
        return max switch
        {
            null => $"{Number(min)}+ {noun}",
            0 => "studio",
            { } high when min == high => $"{Number(high)} {noun}",
            { } high when min == 0 => $"studio to {Number(high)} {noun}",
            { } high => $"{Number(min)} {(high - min == 1 ? "or" : "to")} {Number(high)} {noun}",
        };
    }

    private readonly record struct Beds(decimal? Min, decimal? Max, int Start, int End, bool IsBhk)
    {
        /// <summary>Whether more than that is not wanted.</summary>
        public bool IsMost { get; init; }

        /// <summary>Whether they would do as well: "3 minimum, 4 would be fine too".</summary>
        public bool IsAlso { get; init; }
    }
}
