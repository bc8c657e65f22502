namespace LeadHeat.Core.Understanding;

/// <summary>Reads amounts that take an earlier one's place and leave its scale out: <c>I said 2 cr, make it 1.5</c>, <c>1.2 cr, no wait, 1.4 max</c>.</summary>
internal static class MoneyChange
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Change = WordSet.Of(
        "flexible stretchable extendable but forget disregard wait actually stretch increase reduce lower raise higher less make now instead changed says said rather sorry meant no up gave give spend extend");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Turns = WordSet.Of("no wait sorry instead total rather hmm meant actually all altogether");

    // What would please is no bound: "up to 3.4 crore, but I'd be happier if it stayed below three".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wish = WordSet.Of("happier prefer rather ideally hope hoping better nicer love");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Follows = WordSet.Of("for now instead only is in total and but if at or please from");

    /// <summary>A bare number that means an amount in the scale of the one before it.</summary>
    /// <param name="said">The amount before it, and whether that was a budget.</param>
    public static Amount? At(Scan scan, int i, (Price Price, bool IsBudget)? said, bool sure)
    {
        if (said is not ({ Scale: { } scale } last, var wasBudget) || !scan.IsFree(i) || scan.Tokens[i].Key.Kind == KeyKind.Article
            || AmountReader.At(scan, i, sure) is { } whole && (whole.Scale is not null || whole.Currency is not null || whole.Number > 1000)
            || NumberReader.At(scan, i, (_, _) => false) is not var (number, end) || number * scale < last.Most / 4 || number * scale > last.Most * 4 || IsNumbered(scan, i, end))
            return null;
        // "at least 2 million, at most 3", "1.1 cr flexible upto 1.2"
        var bound = BudgetBounds.Before(scan, i).Kind;
        var changes = last.Before.Past || (wasBudget && ((last.Kind, bound) is (KeyKind.AtLeast, KeyKind.AtMost) && number * scale > last.Most || (last.Kind, bound) is (KeyKind.AtMost, KeyKind.AtLeast) && number * scale < last.Most));
        for (var at = last.End; at < i; at++)
        {
            if (Wish.Contains(scan.WordAt(at)) && scan.IsWord(at + 1, "if"))
                return null;
            changes |= Change.Contains(scan.WordAt(at));
        }
        // "2 crore wala zyada hai, 1.5 tak dikhao"
        changes |= MoneyDoubts.IsLess(scan, last.End);
        // Beside the price of something else only what is called a bound or a budget is one.
        if (!wasBudget && !last.Before.Past && BudgetBounds.Before(scan, i) is { Kind: KeyKind.None, Money: false } && BudgetBehind.At(scan, end).Kind == KeyKind.None)
            return null;
        return changes ? new(number, scale, last.Currency, last.ImpliedCurrency, i, end) : null;
    }

    /// <summary>Whether what stands between two amounts puts the second in the first one's place: "1.2 cr ... no wait, 1.4 max".</summary>
    public static bool IsBetween(Scan scan, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            // "… so 72 lac it is"
            if (Turns.Contains(scan.WordAt(at)) || (scan.IsWord(at, "so") && at + 1 == to))
                return true;
        }
        return false;
    }

    // "for 2", "phase 2", "2 people" number something else.
    private static bool IsNumbered(Scan scan, int start, int end) =>
        scan.IsWord(start - 1, "for") && end < scan.Tokens.Length || scan.IsWord(start, "one") && end == start + 1 && (scan.Is(start - 1, KeyKind.This) || scan.IsWord(start - 1, "this") || scan.IsWord(start - 1, "that") || scan.IsWord(start - 1, "the")) || scan.IsSign(start - 1, '#') || scan.IsWord(start - 1, "phase") || scan.IsWord(start - 1, "option") || scan.IsWord(start - 1, "floor")
        || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !Follows.Contains(scan.WordAt(end)) && !scan.Is(end, KeyKind.AtMost) && !scan.Is(end, KeyKind.AtLeast))
        || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Number) || scan.IsSign(end, '%') || scan.IsSign(end, ':');
}
