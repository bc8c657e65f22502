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
        (string? Period, decimal Most) spent = default;
        var said = sure ? Known(scan) : null;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Taken || (MoneyChange.At(scan, i, said, sure) ?? AmountReader.At(scan, i, sure)) is not { } amount)
                continue;
            var price = PriceOf(scan, amount, sure);
            said = (price, MoneyDoubts.IsBudget(scan, price) && !LearnedDoubts.IsOthers(scan, price));
            if (said.Value.IsBudget)
                Add(scan, prices, price);
            else
                scan.HasOthersMoney |= price.Currency is not null || price.Scale is not null;
            if (!said.Value.IsBudget && MoneySpent.IsIt(scan, price))
                spent = (MoneyPeriod.Of(scan, price).Period, price.Most);
            i = Math.Max(i, price.End - 1);
        }
        if (Best(scan, prices) is { } best)
            Note(scan, best, best.Most < Alike * spent.Most ? spent.Period : null);
    }

    // "We pay 220k a year as rent, need a villa under 5m": what is so many times as much is no year's.
    private const int Alike = 5;

    // "And the budget lower, 1.5" is in the scale of what is known.
    private static (Price Price, bool IsBudget)? Known(Scan scan)
    {
        if (scan.Known(FactFields.Budget) is not { Unit: { } currency } known || (known.Max ?? known.Min) is not { } most || (currency == "INR" ? most >= 10_000_000 ? 10_000_000 : 100_000 : 1_000_000m) is var scale && most < scale)
            return null;
        return (new(known.Min, known.Max, currency, null, scale, 0, 0, KeyKind.None, new(KeyKind.None, true, false, 0)), true);
    }

    private static bool MayHoldMoney(Scan scan) => Array.Exists(scan.Tokens, token =>
        token.Kind == TokenKind.Number || token.Key.Kind is KeyKind.Scale or KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Half);

    private static Price PriceOf(Scan scan, Amount first, bool sure)
    {
        var before = BudgetBounds.Before(scan, first.Start);
        before = before with { Past = before.Past || MoneyMoved.IsGone(scan, first.End) };
        if (MoneyRange.SecondOf(scan, first, before, sure) is { } second && MoneyRange.Of(first, second, before.Kind) is var (low, high))
        {
            var behind = BudgetBehind.At(scan, second.End);
            return new(
                low, high, second.Currency ?? first.Currency, second.ImpliedCurrency ?? first.ImpliedCurrency, second.Scale ?? first.Scale,
                first.Start, MoneyMargin.At(scan, second, second.End)?.End ?? (behind.Kind is KeyKind.About or KeyKind.AtMost ? behind.Edge : second.End), KeyKind.Between, before);
        }
        if (MoneyMargin.At(scan, first, first.End) is var (margin, edge))
            return new(first.Value - margin, first.Value + margin, first.Currency, first.ImpliedCurrency, first.Scale, first.Start, edge, KeyKind.About, before);
        var after = BudgetBehind.At(scan, first.End);
        var kind = after.Kind != KeyKind.None ? after.Kind : before.Kind == KeyKind.None && first.IsAbout ? KeyKind.About : before.Kind;
        var (min, max) = kind switch
        {
            KeyKind.AtLeast => ((decimal?)first.Value, (decimal?)null),
            KeyKind.About or KeyKind.Between => Money.Around(first.Value),
            _ => (null, first.Value),
        };
        return new(min, max, first.Currency, first.ImpliedCurrency, first.Scale, first.Start, after.Edge, kind, before);
    }

    // "At least 80 L but not more than 1 Cr" is one range.
    private static void Add(Scan scan, List<Price> prices, Price price)
    {
        if (prices.Count > 0 && prices[^1] is var last && price.Start - last.End <= (last.Kind == KeyKind.AtLeast && price.Kind == KeyKind.AtMost ? 12 : 6)
            && (last.ImpliedCurrency ?? last.Currency ?? price.ImpliedCurrency ?? price.Currency) == (price.ImpliedCurrency ?? price.Currency ?? last.ImpliedCurrency ?? last.Currency) && !scan.Cues.HasFlag(Cues.Correction)
            && (last, price) is ({ Min: not null, Max: null }, { Min: null, Max: not null }) or ({ Min: null, Max: not null, Kind: KeyKind.AtMost }, { Min: not null, Max: null })
            && (last.Min ?? price.Min) < (last.Max ?? price.Max))
            prices[^1] = price with { Min = last.Min ?? price.Min, Max = last.Max ?? price.Max, Start = last.Start, Before = last.Before, Currency = price.Currency ?? last.Currency, Kind = KeyKind.Between };
        else
            prices.Add(price);
        // "Anything over 9,000 needs the board, so under that please"
        if (prices[^1] is { Min: { } least, Max: null } open && IsUnderThat(scan, open.End))
            prices[^1] = open with { Min = null, Max = least, Kind = KeyKind.AtMost };
    }

    private static bool IsUnderThat(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length; i++)
        {
            // "… below that you get nothing" says something else of it, "nothing under that" that it is the least.
            if (!Nothing.Contains(scan.WordAt(i - 1)) && (scan.IsWord(i, "under") || scan.IsWord(i, "below") || scan.IsWord(i, "within")) && (scan.IsWord(i + 1, "that") || scan.IsWord(i + 1, "this")))
                return i + 2 >= scan.Tokens.Length || scan.Tokens[i + 2].Kind == TokenKind.Symbol || UnderThat.Contains(scan.WordAt(i + 2));
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nothing = WordSet.Of("nothing anything not never don't don’t dont no ones");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnderThat = WordSet.Of("please pls only if or and then would works preferably ideally figure amount number limit sum");

    // What is called a budget counts before what is not, and what was once meant only where nothing else is.
    private static Price? Best(Scan scan, List<Price> prices)
    {
        Price? best = null;
        foreach (var price in prices)
        {
            // "My husband says 1 cr, I say 80 lakhs", and the other way round
            if (best is { } other && MoneySays.IsOthers(scan, price) && MoneySays.IsOwn(scan, other))
                continue;
            if (best is not { } before || MoneySays.IsOthers(scan, before) && MoneySays.IsOwn(scan, price) || before.Before.Past || scan.Cues.HasFlag(Cues.Correction) || MoneyChange.IsBetween(scan, before.End, price.Start)
                || (!price.Before.Past && (price.Rank > before.Rank || (price.Rank == before.Rank && (price.Max is null || before.Max < price.Max)))))
                best = price;
        }
        return best;
    }

    /// <summary>The one currency that stands in the message without an amount: "nothing under 5 million. AED obviously".</summary>
    internal static string? NamedCurrency(Scan scan)
    {
        string? named = null;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (!scan.Is(i, KeyKind.Currency) || scan.Tokens[i].Taken)
                continue;
            var currency = scan.Tokens[i].Key.Text == Keywords.AnyCurrency ? scan.Currency : scan.Tokens[i].Key.Text;
            if (named is not null && named != currency)
                return null;
            named = currency;
        }
        return named;
    }

    // "Per year we did 18,000, and would like to come down to 12,000": a year, too.
    private static void Note(Scan scan, in Price price, string? spent)
    {
        var known = price.Currency is null && price.ImpliedCurrency is null ? MoneyKnown.Of(scan, price.Most) : null;
        var currency = price.Currency ?? (price.Scale == 1000 ? NamedCurrency(scan) ?? known?.Unit ?? scan.City?.Currency : null) ?? price.ImpliedCurrency ?? NamedCurrency(scan) ?? known?.Unit ?? scan.Currency;
        var (period, end) = MoneyPeriod.Of(scan, price);
        period ??= spent ?? (known?.Unit == currency ? known.Period : null);
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
