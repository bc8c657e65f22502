namespace LeadHeat.Core.Understanding;

/// <summary>Reads two amounts as a range: <c>80L-1.2Cr</c>, <c>between 1 and 1.5 cr</c>, <c>80 lakh se 1 crore</c>, <c>80L up to 1 Cr</c>.</summary>
internal static class MoneyRange
{
    /// <summary>The amount that ends the range, where one is joined.</summary>
    public static Amount? SecondOf(Scan scan, in Amount first, in Bound before, bool sure)
    {
        var at = first.End;
        if (IsGuessed(scan, first) && AmountReader.At(scan, at + 1, sure: true) is { Scale: { } scale } next && next.Number > first.Number && next.Number <= first.Number * 2 && scale > 1000)
            return next;
        if (Opposite(scan, first, before) is { } bound)
            return bound;
        if (scan.IsWord(at, "up") && scan.Is(at + 1, KeyKind.To))
            at++;
        var joined = scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.IsWord(at, "upto") || scan.IsWord(at, "till")
            || (scan.Is(at, KeyKind.And) && before.Kind == KeyKind.Between);
        if (!joined || MoneyMoved.IsFrom(scan, first.Start))
            return null;
        at++;
        while (scan.IsFree(at) && (scan.Is(at, KeyKind.About) || Guessing.Contains(scan.WordAt(at))))
            at++;
        return AmountReader.At(scan, at, sure || first.Scale is not null || first.Currency is not null);
    }

    // "one and a half crore to like two crore"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Guessing = WordSet.Of("lekar max maximum maybe like say perhaps possibly probably at most uh um hmm even just");

    // "minimum 60 maximum 75 lakhs", "max 95, min 80 lakhs": a bare number with a bound, and the other bound with the scale of both.
    private static Amount? Opposite(Scan scan, in Amount first, in Bound before)
    {
        if (first is not { Scale: null, Currency: null, Number: < 1000 } || before.Kind is not (KeyKind.AtLeast or KeyKind.AtMost))
            return null;
        var at = first.End;
        while (scan.IsSign(at, ',') || scan.Is(at, KeyKind.And) || scan.IsWord(at, "but") || scan.IsSign(at, '/'))
            at++;
        return Bounds.At(scan, at) is var (kind, end) && kind != before.Kind && AmountReader.At(scan, end, sure: true) is { Scale: not null } second ? second : null;
    }

    private static readonly PhraseTable<KeyKind> Bounds = new(
        (KeyKind.AtMost, "max; maximum; max|maximum of|is; at most; at the most; not|no more than; not above|over|beyond; upto; up to; under; below; highest; cap"),
        (KeyKind.AtLeast, "min; minimum; min|minimum of|is; at least; atleast; not|no less than; not below|under; lowest; from; starting"));

    // "let's say two, two and a half million": a bare number where an amount is weighed, a comma, and a little more.
    private static bool IsGuessed(Scan scan, in Amount first) =>
        first is { Scale: null, Currency: null, Number: < 100 } && (scan.IsSign(first.End, ',') || scan.IsSign(first.End, '…') || (scan.IsSign(first.End, '.') && scan.IsSign(first.End - 1, '.'))) && scan.IsFree(first.End + 1)
        && (first.Start == 0 || Weighing.Contains(scan.WordAt(first.Start - 1)) || scan.Is(first.Start - 1, KeyKind.About));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Weighing = WordSet.Of("say says maybe perhaps like is be probably budget spend between possibly guess");

    /// <summary>Its ends. Where one of the two has no scale it is the other's, or the next smaller one: "80-1.2cr".</summary>
    public static (decimal Low, decimal High)? Of(in Amount first, in Amount second, KeyKind bound)
    {
        // "max 95 min 80 lakhs"
        if (bound == KeyKind.AtMost && first is { Scale: null } most && second is { Scale: { } shared } least && most.Number > least.Number)
            return (least.Value, most.Number * shared);
        var (low, high) = (first.Value, second.Value);
        if (first.Scale is null && second.Scale is { } scale && first.Number < 1000)
        {
            low = first.Number * scale;
            if (low >= high)
                low = first.Number * (scale == 10_000_000 ? 100_000 : scale / 1000);
        }
        else if (second.Scale is null && first.Scale is { } one && second.Number < 1000)
        {
            high = second.Number * one;
            if (high <= low)
                high = second.Number * (one == 100_000 ? 10_000_000 : one * 1000);
        }
        return low < high && high <= low * 100 ? (low, high) : low == high ? (low, high) : null;
    }
}
