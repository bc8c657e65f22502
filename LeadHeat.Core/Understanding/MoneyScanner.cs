using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the budget: <c>under 2 Cr</c>, <c>80L-1.2Cr</c>, <c>between AED 1m and 1.5m</c>, <c>2cr+</c>.</summary>
internal static class MoneyScanner
{
    public static void Run(Scan scan)
    {
        if (!MayHoldMoney(scan))
            return;
        var sure = scan.Answers(FactFields.Budget) || Array.Exists(scan.Tokens, token => token.Key.Kind is KeyKind.Money or KeyKind.Currency);
        List<Price> prices = [];
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Taken || (AfterChange(scan, i, prices, sure) ?? AmountReader.At(scan, i, sure)) is not { } amount)
                continue;
            var price = PriceOf(scan, amount, sure);
            if (MoneyDoubts.IsBudget(scan, price))
                Add(scan, prices, price);
            i = Math.Max(i, price.End - 1);
        }
        if (Best(scan, prices) is { } best)
            Note(scan, best);
    }

    private static bool MayHoldMoney(Scan scan) => Array.Exists(scan.Tokens, token =>
        token.Kind == TokenKind.Number || token.Key.Kind is KeyKind.Scale or KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Half);

    // "I said 2 cr, make it 1.5", "1.2 cr, no wait, 1.4 max": the scale is the one before.
    private static Amount? AfterChange(Scan scan, int i, List<Price> prices, bool sure)
    {
        if (prices.Count == 0 || prices[^1] is not { Scale: { } scale } last || !scan.IsFree(i) || scan.Tokens[i].Key.Kind == KeyKind.Article
            || AmountReader.At(scan, i, sure) is { } whole && (whole.Scale is not null || whole.Currency is not null || whole.Number > 1000)
            || NumberReader.At(scan, i, (_, _) => false) is not var (number, end) || number * scale < last.Most / 4 || number * scale > last.Most * 4 || IsNumbered(scan, i, end))
            return null;
        for (var at = last.End; at < i; at++)
        {
            if (Change.Contains(scan.WordAt(at)) || last.Before.Past)
                return new(number, scale, last.Currency, last.ImpliedCurrency, i, end);
        }
        return null;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Change = WordSet.Of(
        "but forget disregard wait actually stretch increase reduce make now instead changed says said rather sorry meant no up gave give spend extend");

    // "for 2", "phase 2", "2 people" number something else.
    private static bool IsNumbered(Scan scan, int start, int end) =>
        scan.IsWord(start - 1, "for") && end < scan.Tokens.Length || scan.IsSign(start - 1, '#') || scan.IsWord(start - 1, "phase") || scan.IsWord(start - 1, "option") || scan.IsWord(start - 1, "floor")
        || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Word && !Follows.Contains(scan.WordAt(end)) && !scan.Is(end, KeyKind.AtMost) && !scan.Is(end, KeyKind.AtLeast))
        || (end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Number) || scan.IsSign(end, '%') || scan.IsSign(end, ':');

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Follows = WordSet.Of("for now instead only is in total and but if at or please from");

    private static Price PriceOf(Scan scan, Amount first, bool sure)
    {
        var before = BudgetBounds.Before(scan, first.Start);
        if (SecondOf(scan, first, before, sure) is { } second && RangeOf(first, second) is var (low, high))
        {
            var behind = BudgetBounds.After(scan, second.End);
            return new(
                low, high, second.Currency ?? first.Currency, second.ImpliedCurrency ?? first.ImpliedCurrency, second.Scale ?? first.Scale,
                first.Start, behind.Kind is KeyKind.About or KeyKind.AtMost ? behind.Edge : second.End, KeyKind.Between, before);
        }
        var after = BudgetBounds.After(scan, first.End);
        var kind = after.Kind != KeyKind.None ? after.Kind : before.Kind;
        var (min, max) = kind switch
        {
            KeyKind.AtLeast => ((decimal?)first.Value, (decimal?)null),
            KeyKind.About or KeyKind.Between => Money.Around(first.Value),
            _ => (null, first.Value),
        };
        return new(min, max, first.Currency, first.ImpliedCurrency, first.Scale, first.Start, after.Edge, kind, before);
    }

    // 80L-1.2Cr | between 1 and 1.5 cr | 80 lakh se 1 crore | 80L up to 1 Cr
    private static Amount? SecondOf(Scan scan, in Amount first, in Bound before, bool sure)
    {
        var at = first.End;
        if (scan.IsWord(at, "up") && scan.Is(at + 1, KeyKind.To))
            at++;
        var joined = scan.Is(at, KeyKind.To) || scan.Is(at, KeyKind.Or) || scan.IsWord(at, "upto") || scan.IsWord(at, "till")
            || (scan.Is(at, KeyKind.And) && before.Kind == KeyKind.Between);
        if (!joined)
            return null;
        at++;
        while (scan.IsWord(at, "lekar") || scan.IsWord(at, "max") || scan.IsWord(at, "maximum") || scan.IsWord(at, "maybe"))
            at++;
        return AmountReader.At(scan, at, sure || first.Scale is not null || first.Currency is not null);
    }

    // Where one of the two has no scale it is the other's, or the next smaller one: "80-1.2cr".
    private static (decimal Low, decimal High)? RangeOf(in Amount first, in Amount second)
    {
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

    // "At least 80 L but not more than 1 Cr" is one range.
    private static void Add(Scan scan, List<Price> prices, Price price)
    {
        if (prices.Count > 0 && prices[^1] is var last && price.Start - last.End <= 6
            && (last.ImpliedCurrency ?? last.Currency) == (price.ImpliedCurrency ?? price.Currency ?? last.ImpliedCurrency ?? last.Currency) && !scan.Cues.HasFlag(Cues.Correction)
            && (last, price) is ({ Min: not null, Max: null }, { Min: null, Max: not null }) or ({ Min: null, Max: not null, Kind: KeyKind.AtMost }, { Min: not null, Max: null })
            && (last.Min ?? price.Min) < (last.Max ?? price.Max))
            prices[^1] = price with { Min = last.Min ?? price.Min, Max = last.Max ?? price.Max, Start = last.Start, Before = last.Before, Currency = price.Currency ?? last.Currency, Kind = KeyKind.Between };
        else
            prices.Add(price);
    }

    // What is called a budget counts before what is not, and what was once meant only where nothing else is.
    private static Price? Best(Scan scan, List<Price> prices)
    {
        Price? best = null;
        foreach (var price in prices)
        {
            if (best is not { } before || before.Before.Past || scan.Cues.HasFlag(Cues.Correction) || Turns(scan, before.End, price.Start)
                || (!price.Before.Past && (price.Rank > before.Rank || (price.Rank == before.Rank && (price.Max is null || before.Max < price.Max)))))
                best = price;
        }
        return best;
    }

    // "1.2 cr ... no wait, 1.4 max"
    private static bool Turns(Scan scan, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (scan.IsWord(at, "wait") || scan.IsWord(at, "sorry") || scan.IsWord(at, "instead") || scan.IsWord(at, "total"))
                return true;
        }
        return false;
    }

    private static void Note(Scan scan, in Price price)
    {
        var currency = price.Currency ?? price.ImpliedCurrency ?? scan.Currency;
        var (period, end) = MoneyPeriod.Of(scan, price);
        var first = price.Before.Edge;
        while (first < price.Start && (scan.Tokens[first].Taken || scan.Tokens[first].Key.Kind is KeyKind.Filler or KeyKind.Article))
            first++;
        scan.Found(
            FactFields.Budget, new(Min: price.Min, Max: price.Max, Unit: currency, Period: period), Money.FormatRange(price.Min, price.Max, currency, period),
            price.Currency is not null || price.ImpliedCurrency is not null ? 0.97 : price.Scale is not null ? 0.9 : 0.85, first, end);
    }
}

/// <summary>An amount or a range of amounts with what bounds it.</summary>
internal readonly record struct Price(
    decimal? Min, decimal? Max, string? Currency, string? ImpliedCurrency, decimal? Scale, int Start, int End, KeyKind Kind, Bound Before)
{
    public decimal Most => Max ?? Min ?? 0;

    public int Rank => Before.Money ? 2 : Kind != KeyKind.None ? 1 : 0;
}
