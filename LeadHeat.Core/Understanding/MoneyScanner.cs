using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds the budget: <c>under 2 Cr</c>, <c>80L-1.2Cr</c>, <c>between AED 1m and 1.5m</c>, <c>2cr+</c>.</summary>
internal static class MoneyScanner
{
    // "20k" alone may count anything; "900k" is a price.
    private const decimal SmallestBare = 10_000;
    private const decimal SmallestScaled = 100_000;

    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (AmountReader.At(scan, i) is not { } amount)
                continue;
            var range = RangeFrom(scan, amount);
            if (IsBudget(scan, range))
                Note(scan, range);
            i = Math.Max(i, range.End - 1);
        }
    }

    private static Range RangeFrom(Scan scan, Amount first)
    {
        var joined = scan.Is(first.End, KeyKind.To) || scan.Is(first.End, KeyKind.Or) || (scan.Is(first.End, KeyKind.And) && QualifierBefore(scan, first.Start).Kind == KeyKind.Between);
        if (joined && AmountReader.At(scan, first.End + 1) is { } second)
        {
            var low = first.Scale is null && second.Scale is not null && first.Number < 1000 ? first with { Scale = second.Scale, ImpliedCurrency = second.ImpliedCurrency } : first;
            var currency = second.Currency ?? low.Currency;
            if (low.Value < second.Value)
                return new(low.Value, second.Value, currency, second.ImpliedCurrency ?? low.ImpliedCurrency, low.Scale is not null || second.Scale is not null, first.Start, second.End, KeyKind.Between, QualifierBefore(scan, first.Start).Start);
        }
        var (before, from) = QualifierBefore(scan, first.Start);
        var (after, end) = QualifierAfter(scan, first.End);
        var kind = after != KeyKind.None ? after : before;
        var (min, max) = kind switch
        {
            KeyKind.AtLeast => ((decimal?)first.Value, (decimal?)null),
            KeyKind.About or KeyKind.Between => Money.Around(first.Value),
            _ => (null, first.Value),
        };
        return new(min, max, first.Currency, first.ImpliedCurrency, first.Scale is not null, first.Start, end, kind, from);
    }

    // The words before an amount that bound it: "not more than", "up to", "budget is around".
    private static (KeyKind Kind, int Start) QualifierBefore(Scan scan, int start)
    {
        var kind = KeyKind.None;
        var at = start - 1;
        for (; at >= 0 && at >= start - 6; at--)
        {
            switch (scan.Tokens[at].Key.Kind)
            {
                case KeyKind.Filler or KeyKind.Article or KeyKind.Currency:
                    continue;
                case KeyKind.Money when kind == KeyKind.None:
                    kind = KeyKind.Money;
                    continue;
                case KeyKind.AtMost or KeyKind.AtLeast or KeyKind.About or KeyKind.Between:
                    kind = scan.Tokens[at].Key.Kind;
                    break;
                case KeyKind.After:
                    kind = KeyKind.AtLeast;
                    break;
                case KeyKind.To when scan.IsWord(at - 1, "up"):
                    (kind, at) = (KeyKind.AtMost, at - 1);
                    break;
                case KeyKind.Than:
                    kind = scan.Is(at - 1, KeyKind.More) ? KeyKind.AtLeast : KeyKind.AtMost;
                    at--;
                    break;
                default:
                    if (scan.IsWord(at, "most") || scan.IsWord(at, "least"))
                    {
                        kind = scan.IsWord(at, "most") ? KeyKind.AtMost : KeyKind.AtLeast;
                        at--;
                        break;
                    }
                    return (kind, at + 1);
            }
            if (scan.Is(at - 1, KeyKind.Not) || scan.Is(at - 2, KeyKind.Not))
                return (kind == KeyKind.AtLeast ? KeyKind.AtMost : kind == KeyKind.AtMost ? KeyKind.AtLeast : kind, scan.Is(at - 1, KeyKind.Not) ? at - 1 : at - 2);
            return (kind, Math.Max(at, 0));
        }
        return (kind, Math.Max(at + 1, 0));
    }

    // The words after it: "2cr+", "2 cr max", "2 cr or less", "2 cr onwards".
    private static (KeyKind Kind, int End) QualifierAfter(Scan scan, int end)
    {
        if (scan.IsSign(end, '+'))
            return (KeyKind.AtLeast, end + 1);
        if (scan.Is(end, KeyKind.AtMost) && !scan.IsWord(end, "within") && !scan.IsWord(end, "till") && !scan.IsWord(end, "until"))
            return (KeyKind.AtMost, end + 1);
        if (scan.IsWord(end, "onwards") || scan.IsWord(end, "plus") || scan.IsWord(end, "minimum") || scan.IsWord(end, "min"))
            return (KeyKind.AtLeast, end + 1);
        if (scan.IsWord(end, "approx") || scan.IsWord(end, "approximately") || scan.IsWord(end, "ish"))
            return (KeyKind.About, end + 1);
        if (!scan.Is(end, KeyKind.Or) && !scan.Is(end, KeyKind.And))
            return (KeyKind.None, end);
        if (scan.IsWord(end + 1, "so"))
            return (KeyKind.About, end + 2);
        return scan.Is(end + 1, KeyKind.AtMost) ? (KeyKind.AtMost, end + 2)
            : scan.Is(end + 1, KeyKind.AtLeast) || scan.Is(end + 1, KeyKind.More) ? (KeyKind.AtLeast, end + 2)
            : (KeyKind.None, end);
    }

    private static bool IsBudget(Scan scan, in Range range)
    {
        if (range.Currency is null && range.ImpliedCurrency is null && (!range.HasScale || (range.Max ?? range.Min) < SmallestScaled))
        {
            var told = range.Kind is not KeyKind.None || scan.Answers(FactFields.Budget);
            if (!told || (range.Max ?? range.Min) < SmallestBare || !range.HasScale && range.End - range.Start > 1 && range.Kind == KeyKind.None)
                return false;
        }
        return (range.Max ?? range.Min) > 0 && !(range.Kind == KeyKind.None && scan.IsNegated(range.Start)) && !IsOfSomethingElse(scan, range);
    }

    // "down payment of 50 L", "salary 2 L", "1.8 Cr is too much" name amounts that are no budget.
    private static bool IsOfSomethingElse(Scan scan, in Range range)
    {
        for (var i = Math.Max(0, range.From - 3); i < range.Start; i++)
        {
            if (NotBudget.Contains(scan.Text[scan.Tokens[i].Start..scan.Tokens[i].End].ToLowerInvariant()))
                return true;
        }
        for (var i = range.End; i < range.End + 3; i++)
        {
            if (scan.IsWord(i, "too") || scan.IsWord(i, "down") || scan.IsWord(i, "salary") || scan.IsWord(i, "discount") || scan.IsWord(i, "loan"))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string> NotBudget =
        new(["payment", "downpayment", "deposit", "salary", "income", "earn", "emi", "loan", "advance", "token", "discount", "why", "costs", "selling"], StringComparer.Ordinal);

    private static void Note(Scan scan, in Range range)
    {
        var currency = range.Currency ?? range.ImpliedCurrency ?? scan.Currency;
        var (period, end) = PeriodAfter(scan, range.End);
        var (min, max) = (range.Min, range.Max);
        var before = scan.Find(FactFields.Budget);
        if (before is not null && before.Value.Unit == currency && !scan.Cues.HasFlag(Cues.Correction) && max > 0 && before.Value.Max > max)
            return;
        if (before is not null)
            scan.Values.Remove(before);
        var first = range.From;
        while (first < range.Start && (scan.Tokens[first].Taken || scan.Tokens[first].Key.Kind is KeyKind.Filler or KeyKind.Article))
            first++;
        scan.Found(
            FactFields.Budget, new(Min: min, Max: max, Unit: currency, Period: period), Money.FormatRange(min, max, currency, period),
            range.Currency is not null || range.ImpliedCurrency is not null ? 0.97 : range.HasScale ? 0.9 : 0.85, first, end);
    }

    private static (string? Period, int End) PeriodAfter(Scan scan, int end)
    {
        if (scan.IsWord(end, "monthly") || scan.IsWord(end, "pm"))
            return ("month", end + 1);
        if (scan.IsWord(end, "yearly") || scan.IsWord(end, "annually") || scan.IsWord(end, "pa"))
            return ("year", end + 1);
        if (!scan.IsWord(end, "per") && !scan.IsSign(end, '/') && !scan.IsWord(end, "a"))
            return (null, end);
        return scan.IsWord(end + 1, "month") ? ("month", end + 2)
            : scan.IsWord(end + 1, "year") || scan.IsWord(end + 1, "annum") ? ("year", end + 2)
            : (null, end);
    }

    /// <param name="From">Where the words that bound it begin.</param>
    private readonly record struct Range(
        decimal? Min, decimal? Max, string? Currency, string? ImpliedCurrency, bool HasScale, int Start, int End, KeyKind Kind, int From);
}
