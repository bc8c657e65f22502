namespace LeadHeat.Core.Understanding;

/// <summary>What the words around an amount make of it.</summary>
/// <param name="Kind">AtMost, AtLeast, About or Between; None when nothing bounds it.</param>
/// <param name="Money">Whether the words speak of a budget.</param>
/// <param name="Past">Whether it is what was: "my budget was 2 cr".</param>
/// <param name="Edge">The first token of the words before it, or the token after those behind it.</param>
internal readonly record struct Bound(KeyKind Kind, bool Money, bool Past, int Edge);

/// <summary>Reads the words that bound an amount: <c>not more than</c>, <c>budget is around</c>, <c>2cr+</c>, <c>1 crore tak</c>.</summary>
internal static class BudgetBounds
{
    private const int Reach = 9;

    // Words that may stand between a bound and its amount.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of(
        "do me us ticket size outlay i we you want wants wish willing ready planning plan think thinking to can could will would shall have has had got at set fixed say like maybe probably ideally preferably please just only go going get able comfortable comfortably looking total overall all inclusive in for to now total amount figure number level value and still absolute hard strict upper lower only about it's im i'm we're kept keep stay staying but as much as property flat home house apartment villa place monthly yearly annual rent rental ke hai hain rakho mera hamara humara apna");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PastWords = WordSet.Of("was were earlier initially originally previously said told thought thinking forget disregard ignore scratch scrap drop strike had purana purani pehle");

    /// <summary>The words before an amount: "not more than", "up to", "budget is around".</summary>
    public static Bound Before(Scan scan, int start)
    {
        var found = new Bound(KeyKind.None, false, false, start);
        // "give or take 4 million"
        if (MoneyMargin.StartBefore(scan, start) is >= 0 and var loose)
            return found with { Kind = KeyKind.About, Edge = loose, Past = IsPast(scan, loose) };
        for (var at = start - 1; at >= 0 && at >= start - Reach; at--)
        {
            var (kind, width) = KindAt(scan, at);
            if (kind is KeyKind.AtMost or KeyKind.AtLeast or KeyKind.About or KeyKind.Between)
            {
                // "Around 1 cr max": what stands closest decides; "at least around" stays at least.
                if (found.Kind is KeyKind.None or KeyKind.About)
                    found = found with { Kind = found.Kind == KeyKind.About && kind == KeyKind.Between ? KeyKind.About : kind, Edge = at - width + 1 };
                at -= width - 1;
            }
            else if (kind == KeyKind.Money)
                found = found with { Money = true, Edge = at };
            else if (kind == KeyKind.Not && found.Kind is KeyKind.AtMost or KeyKind.AtLeast && start - at <= 7)
                return found with { Kind = found.Kind == KeyKind.AtMost ? KeyKind.AtLeast : KeyKind.AtMost, Edge = at, Past = IsPast(scan, at) };
            else if (!IsGlue(scan, at))
                return IsRefused(scan, found, at) ? found with { Kind = KeyKind.AtMost } : IsTooLow(scan, found, at) ? found with { Kind = KeyKind.AtLeast } : found with { Past = IsPast(scan, start) };
        }
        return found with { Past = IsPast(scan, start) };
    }

    // "Don't you dare show me anything over 95 lakhs"
    private static bool IsRefused(Scan scan, Bound found, int at)
    {
        for (var from = at; found.Kind == KeyKind.AtLeast && at >= 0 && at > from - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (scan.Tokens[at].Key.Kind == KeyKind.Not)
                return true;
            if (!Shown.Contains(scan.WordAt(at)) && !Costing.Contains(scan.WordAt(at)) && !IsGlue(scan, at))
                return false;
        }
        return false;
    }

    // "Coffee must not eat more than 60k a month"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Costing = WordSet.Of("eat take cost come run charge pay spend part shell out cross touch burn swallow consume end ending back set away put shelling paying spending part parting");

    // "We're not looking at anything below 2 crore"; but "can't you show me anything below 2 crore?" and "I don't see anything below 2 crore"
    private static bool IsTooLow(Scan scan, Bound found, int at)
    {
        var looks = false;
        for (var from = at; found.Kind == KeyKind.AtMost && at >= 0 && at > from - Reach && scan.Tokens[at].Kind == TokenKind.Word; at--)
        {
            if (scan.Tokens[at].Key.Kind == KeyKind.Not)
                return looks && !IsYou(scan, at + 1) && !IsYou(scan, at - 1) && !scan.Cues.HasFlag(Cues.Question);
            if (!Shown.Contains(scan.WordAt(at)) && !Looking.Contains(scan.WordAt(at)) && !IsGlue(scan, at))
                return false;
            looks |= Looking.Contains(scan.WordAt(at));
        }
        return false;
    }

    private static bool IsYou(Scan scan, int at) => scan.IsWord(at, "you") || scan.IsWord(at, "u") || scan.IsWord(at, "there");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Looking = WordSet.Of("look looking show showing send sending share sharing suggest suggesting recommend consider considering want interested bother");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shown = WordSet.Of(
        "show send see give bring suggest recommend tell offer share look consider me us you dare ever even any anything something stuff options option homes flats houses places units properties listings prices priced that is are costs costing with bother showing sending");

    // "I had said 80 lakhs", "forget the 2 crore": whatever else stands between, in the same clause.
    private static bool IsPast(Scan scan, int start)
    {
        if (MoneyMoved.IsTo(scan, start))
            return false;
        for (var at = start - 1; at >= 0 && at >= start - 8 && !scan.IsSign(at, ',') && !scan.IsSign(at, '.') && !scan.IsWord(at, "but"); at--)
        {
            if (PastWords.Contains(scan.WordAt(at)))
                return true;
        }
        return MoneyMoved.IsFrom(scan, start);
    }

    // What a token, read backwards with those before it, says about an amount.
    private static (KeyKind Kind, int Width) KindAt(Scan scan, int at)
    {
        var kind = scan.Tokens[at].Key.Kind;
        switch (kind)
        {
            case KeyKind.To when scan.IsWord(at - 1, "up") || scan.IsWord(at - 1, "down") || scan.IsWord(at - 1, "go") || scan.IsWord(at - 1, "stretch") || scan.IsWord(at - 1, "extend") || scan.IsWord(at - 1, "close"):
                return (scan.IsWord(at - 1, "close") ? KeyKind.About : KeyKind.AtMost, scan.IsWord(at - 1, "up") || scan.IsWord(at - 1, "down") || scan.IsWord(at - 1, "close") ? 2 : 1);
            case KeyKind.To when scan.IsSign(at, '-') || scan.IsSign(at, '–'):
                return (KeyKind.Filler, 1);
            case KeyKind.After when scan.IsWord(at, "from") && !scan.IsWord(at - 1, "different") && !MoneyMoved.IsFrom(scan, at + 1):
                return (KeyKind.AtLeast, 1);
            case KeyKind.Than:
                return (scan.Is(at - 1, KeyKind.More) || scan.Is(at - 1, KeyKind.AtLeast) || scan.IsWord(at - 1, "bigger") ? KeyKind.AtLeast : KeyKind.AtMost, 2);
            case KeyKind.AtLeast when scan.IsWord(at, "plus"):
                return (KeyKind.None, 1);
            // "we dispose over 15.000": that is what there is.
            case KeyKind.AtLeast when scan.IsWord(at, "over") && scan.WordAt(at - 1 < 0 ? 0 : at - 1).StartsWith("dispos", StringComparison.OrdinalIgnoreCase):
                return (KeyKind.Filler, 1);
            case KeyKind.AtMost or KeyKind.AtLeast or KeyKind.About or KeyKind.Between or KeyKind.Not or KeyKind.Money:
                return (kind, 1);
            default:
                if (scan.IsWord(at, "most") || scan.IsWord(at, "least"))
                    return (scan.IsWord(at, "most") ? KeyKind.AtMost : KeyKind.AtLeast, scan.IsWord(at - 1, "at") ? 2 : scan.IsWord(at - 2, "at") ? 3 : 1);
                if (scan.IsWord(at + 1, "of") && (scan.IsWord(at, "region") || scan.IsWord(at, "vicinity") || scan.IsWord(at, "neighbourhood") || scan.IsWord(at, "neighborhood")))
                    return (KeyKind.About, 1);
                if (scan.IsWord(at, "w") && scan.IsSign(at - 1, '/') && scan.IsWord(at - 2, "b"))
                    return (KeyKind.Between, 3);
                if (scan.IsSign(at, '<') || scan.IsSign(at, '≤') || scan.IsWord(at, "sub"))
                    return (KeyKind.AtMost, 1);
                if (scan.IsSign(at, '>') || scan.IsSign(at, '≥') || (scan.IsWord(at, "past") && scan.WordAt(at - 1 < 0 ? 0 : at - 1).StartsWith("go", StringComparison.OrdinalIgnoreCase)))
                    return (KeyKind.AtLeast, 1);
                if (scan.IsWord(at, "south") && scan.IsWord(at + 1, "of"))
                    return (KeyKind.AtMost, 1);
                if (scan.IsWord(at, "high") && scan.IsWord(at - 1, "as"))
                    return (KeyKind.AtMost, 2);
                if (scan.IsWord(at - 1, "se") && (scan.IsWord(at, "kam") || scan.IsWord(at, "zyada") || scan.IsWord(at, "jyada")))
                    return (scan.IsWord(at, "kam") ? KeyKind.AtLeast : KeyKind.AtMost, 3);
                return (scan.IsWord(at, "north") || scan.IsWord(at, "upwards") ? KeyKind.AtLeast : kind, 1);
        }
    }

    private static bool IsGlue(Scan scan, int at) =>
        scan.Tokens[at].Key.Kind is KeyKind.Filler or KeyKind.Article or KeyKind.Currency or KeyKind.Per or KeyKind.TimeUnit or KeyKind.This
        || scan.IsSign(at, '-') || scan.IsSign(at, '–') || (scan.IsSign(at, '.') && scan.Is(at - 1, KeyKind.About)) || scan.IsSign(at, '(') || scan.IsSign(at, '"') || scan.IsSign(at, '@')
        || (scan.Tokens[at].Kind == TokenKind.Word && Glue.Contains(scan.WordAt(at)));
}
