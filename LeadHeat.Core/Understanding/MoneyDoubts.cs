using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells a budget from other amounts: a salary, a down payment, a price that is asked about, a number of followers.</summary>
internal static class MoneyDoubts
{
    // "20k" alone may count anything; "900k" is a price.
    private const decimal SmallestBare = 10_000;
    private const decimal SmallestScaled = 100_000;
    private const decimal SmallestAnswer = 100;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotBudgetBefore = WordSet.Of(
        "plus payment downpayment deposit salary salaried income earn earns earning earnings emi emis loan loans mortgage advance token discount why costs sell sells selling sold turnover revenue sales worth valued listed quoted quote quoting booking registration maintenance brokerage commission tax gst dld stamp duty fee fees charges saved savings save profit debt owe cashback instalment installment instalments installments preapproved approved sanctioned charging charge asking bought win won lost loses inherited ctc package rose risen appreciated appreciation refinanced borrowed paid spent went transfer transferring inheritance fetch fetches fetched fetching");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotBudgetAfter = WordSet.Of(
        "too down salary discount loan emi emis deposit advance income downpayment token off saved profit turnover revenue sales deals upfront");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = WordSet.Of(
        "people users followers customers employees visitors leads subscribers members units homes students views downloads messages emails calls clicks hits cups kg kgs litres liters miles mile km kms kilometers kilometres meters metres steps rows contacts records seats staff agents branches outlets stores transactions orders bookings tickets cars minutes mins hours hrs days weeks sqft sqm sft reps licenses licences guests covers families properties listings flats apartments villas leads months times points reviews coffees drinks floors storeys acres acre cents guntas yards sq square percent bhk");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PerWhat = WordSet.Of(
        "sqft sq square sft user users seat seats head person people pax participant student trainee employee kg cup cups night day unit item litre liter plate piece rep agent lead sqm kilo kilos litre yard");

    /// <summary>Whether an amount can only be what the visitor wants to spend.</summary>
    public static bool IsBudget(Scan scan, in Price price)
    {
        if (price.Most <= 0 || MoneyShape.IsNone(scan, price) || (price.Kind == KeyKind.None && !price.Before.Money && scan.IsNegated(price.Start)) || IsCounted(scan, price) || IsOfSomethingElse(scan, price) || IsExample(scan, price) || MoneySupposed.IsIt(scan, price) || MoneyAsked.IsIt(scan, price) || MoneyMoved.IsTakenBack(scan, price))
            return false;
        var (period, _) = MoneyPeriod.Of(scan, price);
        var asked = scan.Answers(FactFields.Budget);
        if (price.Currency is not null || price.ImpliedCurrency is not null || (price.Scale is not null && MoneyScanner.NamedCurrency(scan) is not null))
            return price.Most >= SmallestAnswer || period is not null || asked;
        if (price.Scale is not null && price.Most >= SmallestScaled)
            return true;
        var told = MoneyPeriod.IsRent(scan, price) || price.Kind != KeyKind.None || price.Before.Money || asked || period is not null;
        // After the question a business may answer in hundreds; for a home such a number leaves its scale open.
        var least = (asked && !scan.Playbook.HasInventory) || period is not null || (price.Before.Money && !scan.Playbook.HasInventory) || (price.Kind != KeyKind.None && MoneyKnown.IsLike(scan, price.Most)) ? SmallestAnswer : SmallestBare;
        return told && price.Most >= least && !(price.Scale is null && price.Most is >= 1900 and <= 2100 && !price.Before.Money && period is null);
    }

    // "Say an 80 lakh flat, only as an example"
    private static bool IsExample(Scan scan, in Price price)
    {
        for (var i = price.End; i < scan.Tokens.Length; i++)
        {
            if (scan.IsWord(i, "example") && scan.Is(i - 1, KeyKind.Article))
                return true;
        }
        return false;
    }

    private static bool IsCounted(Scan scan, in Price price)
    {
        for (var i = price.End; i <= price.End + 1 && i < scan.Tokens.Length; i++)
        {
            if (i > price.End && (scan.Tokens[price.End].Kind != TokenKind.Word || scan.Tokens[price.End].Key.Kind != KeyKind.None))
                break;
            if (Counted.Contains(scan.WordAt(i)) && (price.Currency is null || scan.Tokens[i].Key.Kind is KeyKind.SizeUnit or KeyKind.Square) && !scan.Is(i, KeyKind.TimeUnit) && !scan.Is(i, KeyKind.Bed)
                && !IsSearched(scan, i, price))
                return true;
        }
        return !(price.Before.Money && MoneyPeriod.Of(scan, price).Period is not null) && (scan.IsWord(price.End, "per") || scan.IsWord(price.End, "by") || scan.IsSign(price.End, '/') || scan.IsWord(price.End, "a") || scan.IsWord(price.End, "psf")) && (scan.IsWord(price.End, "psf") || (price.End + 1 < scan.Tokens.Length && PerWhat.Contains(scan.WordAt(price.End + 1))));
    }

    // "2 cr flats", "1.5m villas": homes of that price, not so many homes.
    private static bool IsSearched(Scan scan, int at, in Price price) =>
        price.ImpliedCurrency is not null && (scan.IsWord(at, "flats") || scan.IsWord(at, "apartments") || scan.IsWord(at, "villas") || scan.IsWord(at, "homes") || scan.IsWord(at, "properties"));

    // "down payment of 50 L", "salary 2 L", "1.8 Cr is too much" name amounts that are no budget.
    private static bool IsOfSomethingElse(Scan scan, in Price price)
    {
        if (MoneyInstalment.IsMost(scan, price))
            return false;
        for (var i = Math.Max(0, price.Before.Edge - 3); i < price.Start; i++)
        {
            var clause = price.Start - i > 3 && scan.IsSign(i, ',') || scan.IsSign(i, '.') || scan.IsWord(i, "but") || scan.IsSign(i, ';');
            if (!clause && NotBudgetBefore.Contains(scan.WordAt(i)) && !Crosses(scan, i, price.Start) && !MoneySold.IsAll(scan, price.End) && !MoneySpent.IsAllowed(scan, i))
                return true;
        }
        if (MoneyBeside.IsIt(scan, price) || MoneySold.IsIt(scan, price) || MoneyTaken.IsIt(scan, price) || MoneySellers.IsIt(scan, price) || MoneyEarned.IsIt(scan, price) || MoneyTold.IsIt(scan, price) || MoneyMoved.IsMarket(scan, price))
            return true;
        // "dropped by 5 lakh", "increase it by up to 10": a difference.
        if (scan.IsWord(price.Start - 1, "by") || scan.IsWord(price.Before.Edge - 1, "by") || IsLess(scan, price.End) || MoneySpent.IsIt(scan, price))
            return true;
        if (IsForEach(scan, price))
            return true;
        // "your help to move 10 million dollars"
        if (scan.IsWord(price.Start - 1, "move") || scan.IsWord(price.Start - 1, "moving"))
            return true;
        for (var i = price.End; i < price.End + 4 && i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Kind == TokenKind.Symbol && !scan.IsSign(i, '/') || scan.IsWord(i, "and") || scan.IsWord(i, "but"))
                break;
            if ((NotBudgetAfter.Contains(scan.WordAt(i)) && !scan.IsWord(i - 1, "rental")) || (scan.IsWord(i, "rent") && MoneySpent.IsRent(scan, price.Start)))
                return true;
        }
        return false;
    }

    // "per seat not over 30 euros", "the seat price of 30 euros": for one of many.
    private static bool IsForEach(Scan scan, in Price price)
    {
        for (var i = Math.Max(0, price.Start - 5); i + 1 < price.Start; i++)
        {
            if ((scan.IsWord(i, "per") && PerWhat.Contains(scan.WordAt(i + 1))) || ((scan.IsWord(i + 1, "price") || scan.IsWord(i + 1, "cost") || scan.IsWord(i + 1, "rate")) && (scan.IsWord(i, "seat") || scan.IsWord(i, "user") || scan.IsWord(i, "kg") || scan.IsWord(i, "licence") || scan.IsWord(i, "license"))))
                return true;
        }
        return false;
    }

    // "5 lakh kam hua", "2 crore wala bahut zyada hai"; but "20 lakh se kam" is a bound.
    public static bool IsLess(Scan scan, int end)
    {
        while (end < scan.Tokens.Length && Wala.Contains(scan.WordAt(end)))
            end++;
        return scan.IsWord(end, "kam") || scan.IsWord(end, "zyada") || scan.IsWord(end, "jyada") || scan.IsWord(end, "ziyada") || scan.IsWord(end, "mehenga") || scan.IsWord(end, "mehnga");
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wala = WordSet.Of("wala wale wali bahut bohot thoda toh to");

    private static bool Crosses(Scan scan, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if ((scan.IsSign(i, ',') && to - from > 3) || scan.IsSign(i, '.') && scan.Tokens[i].End < scan.Text.Length && char.IsWhiteSpace(scan.Text[scan.Tokens[i].End]) && !scan.Is(i - 1, KeyKind.Currency) || scan.IsSign(i, ';') || scan.IsWord(i, "but") || scan.IsWord(i, "so") || (scan.Is(i, KeyKind.Money) && !scan.IsWord(i, "cost")))
                return true;
        }
        return false;
    }
}
