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
        "i we you want wants wish willing ready planning plan think thinking to can could will would shall have has had got at set fixed say like maybe probably ideally preferably please just only go going get able comfortable comfortably looking total overall all inclusive in for to now total amount figure number level value and still absolute hard strict upper lower only about it's im i'm we're kept keep stay staying but as much as property flat home house apartment villa place monthly yearly annual rent rental ke hai hain rakho mera hamara humara apna");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PastWords = WordSet.Of("was were earlier initially originally previously said told thought thinking forget disregard ignore scratch");

    /// <summary>The words before an amount: "not more than", "up to", "budget is around".</summary>
    public static Bound Before(Scan scan, int start)
    {
        var found = new Bound(KeyKind.None, false, false, start);
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
                break;
        }
        return found with { Past = IsPast(scan, start) };
    }

    // "I had said 80 lakhs", "forget the 2 crore": whatever else stands between, in the same clause.
    private static bool IsPast(Scan scan, int start)
    {
        for (var at = start - 1; at >= 0 && at >= start - 8 && !scan.IsSign(at, ',') && !scan.IsSign(at, '.') && !scan.IsWord(at, "but"); at--)
        {
            if (PastWords.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    /// <summary>The words after it: "2cr+", "2 cr max", "2 cr or less", "1 crore tak", "2 cr ke andar".</summary>
    public static Bound After(Scan scan, int end)
    {
        Bound To(KeyKind kind, int width) => new(kind, false, false, end + width);
        if (scan.IsSign(end, '(') && KindBehind(scan, end + 1) is (not KeyKind.None, _) inner)
            return To(inner.Kind, inner.Width + 1);
        var at = scan.IsSign(end, ',') || scan.IsSign(end, '-') ? end + 1 : end;
        if (KindBehind(scan, at) is not (not KeyKind.None, _) behind || (at > end && behind.Kind != KeyKind.AtMost && behind.Kind != KeyKind.AtLeast))
            return To(KeyKind.None, 0);
        // "80 lakhs, max 1 cr", "1 cr around Whitefield": the words belong to what follows.
        var next = at + behind.Width;
        return AmountReader.At(scan, next, sure: true) is not null || (behind.Kind == KeyKind.About && scan.IsFree(next) && scan.Tokens[next].Kind == TokenKind.Word && !scan.IsWord(at, "or") && !scan.IsWord(at, "approx") && !scan.IsWord(at, "approximately") && !scan.IsWord(at, "ish") && !scan.IsWord(at, "ke"))
            ? To(KeyKind.None, 0) : new(Turned(scan, behind.Kind, next), false, false, next);
    }

    // "1 crore se upar nahi ja sakte": not above it.
    private static KeyKind Turned(Scan scan, KeyKind kind, int at) =>
        !scan.IsWord(at, "nahi") && !scan.IsWord(at, "nahin") ? kind : kind == KeyKind.AtLeast ? KeyKind.AtMost : kind == KeyKind.AtMost ? KeyKind.AtLeast : kind;

    private static (KeyKind Kind, int Width) KindBehind(Scan scan, int at)
    {
        if (scan.IsSign(at, '+'))
            return (KeyKind.AtLeast, 1);
        if (scan.IsWord(at, "ke"))
            return scan.IsWord(at + 1, "andar") || scan.IsWord(at + 1, "neeche") || scan.IsWord(at + 1, "under") || scan.IsWord(at + 1, "niche") ? (KeyKind.AtMost, 2)
                : scan.IsWord(at + 1, "upar") ? (KeyKind.AtLeast, 2)
                : scan.IsWord(at + 1, "aas") || scan.IsWord(at + 1, "aaspaas") || scan.IsWord(at + 1, "around") || scan.IsWord(at + 1, "karib") || scan.IsWord(at + 1, "kareeb") ? (KeyKind.About, scan.IsWord(at + 2, "paas") ? 3 : 2)
                : (KeyKind.None, 0);
        if (scan.IsWord(at, "se"))
            return scan.IsWord(at + 1, "kam") || scan.IsWord(at + 1, "neeche") || scan.IsWord(at + 1, "niche") ? (KeyKind.AtMost, 2)
                : scan.IsWord(at + 1, "zyada") || scan.IsWord(at + 1, "jyada") || scan.IsWord(at + 1, "upar") || scan.IsWord(at + 1, "start") ? (KeyKind.AtLeast, 2)
                : (KeyKind.None, 0);
        if (scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And))
            return scan.IsWord(at + 1, "so") || scan.IsWord(at + 1, "thereabouts") ? (KeyKind.About, 2)
                : scan.IsWord(at + 1, "up") || scan.IsWord(at + 1, "higher") || scan.IsWord(at + 1, "upwards") ? (KeyKind.AtLeast, 2)
                : KindBehind(scan, at + 1) is (KeyKind.AtMost or KeyKind.AtLeast, _) next ? (next.Kind, next.Width + 1)
                : scan.Is(at + 1, KeyKind.More) ? (KeyKind.AtLeast, 2)
                : scan.IsWord(at + 1, "less") || scan.IsWord(at + 1, "below") || scan.IsWord(at + 1, "under") || scan.IsWord(at + 1, "lesser") || scan.IsWord(at + 1, "lower") || scan.IsWord(at + 1, "cheaper") ? (KeyKind.AtMost, 2)
                : (KeyKind.None, 0);
        if (scan.IsWord(at, "at"))
            return scan.IsWord(at + 1, "most") || (scan.IsWord(at + 1, "the") && scan.IsWord(at + 2, "most")) || scan.IsWord(at + 1, "max") ? (KeyKind.AtMost, scan.IsWord(at + 1, "the") ? 3 : 2)
                : scan.IsWord(at + 1, "least") ? (KeyKind.AtLeast, 2) : (KeyKind.None, 0);
        if (scan.IsWord(at, "give") && scan.IsWord(at + 1, "or") || scan.IsWord(at, "more") && scan.IsWord(at + 1, "or"))
            return (KeyKind.About, 3);
        if (scan.IsWord(at, "is") && scan.Is(at + 1, KeyKind.AtMost))
            return (KeyKind.AtMost, 2);
        if (scan.IsWord(at, "approx") || scan.IsWord(at, "approximately") || scan.IsWord(at, "ish") || scan.IsWord(at, "roughly") || scan.IsWord(at, "around") || scan.IsWord(at, "range"))
            return (KeyKind.About, 1);
        return scan.Is(at, KeyKind.AtMost) && !scan.IsWord(at, "within") && !scan.IsWord(at, "till") && !scan.IsWord(at, "until") && !scan.IsWord(at, "less") && !scan.IsWord(at, "under") && !scan.IsWord(at, "below") ? (KeyKind.AtMost, 1)
            : scan.IsWord(at, "onwards") || scan.IsWord(at, "onward") || scan.IsWord(at, "upwards") || (scan.IsWord(at, "plus") && (at + 1 == scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol)) || scan.IsWord(at, "minimum") || scan.IsWord(at, "min") || scan.IsWord(at, "above") ? (KeyKind.AtLeast, 1)
            : (KeyKind.None, 0);
    }

    // What a token, read backwards with those before it, says about an amount.
    private static (KeyKind Kind, int Width) KindAt(Scan scan, int at)
    {
        var kind = scan.Tokens[at].Key.Kind;
        switch (kind)
        {
            case KeyKind.To when scan.IsWord(at - 1, "up") || scan.IsWord(at - 1, "go") || scan.IsWord(at - 1, "stretch") || scan.IsWord(at - 1, "extend") || scan.IsWord(at - 1, "close"):
                return (scan.IsWord(at - 1, "close") ? KeyKind.About : KeyKind.AtMost, scan.IsWord(at - 1, "up") || scan.IsWord(at - 1, "close") ? 2 : 1);
            case KeyKind.To when scan.IsSign(at, '-') || scan.IsSign(at, '–'):
                return (KeyKind.Filler, 1);
            case KeyKind.After when scan.IsWord(at, "from") && !scan.IsWord(at - 1, "different"):
                return (KeyKind.AtLeast, 1);
            case KeyKind.Than:
                return (scan.Is(at - 1, KeyKind.More) || scan.Is(at - 1, KeyKind.AtLeast) || scan.IsWord(at - 1, "bigger") ? KeyKind.AtLeast : KeyKind.AtMost, 2);
            case KeyKind.AtLeast when scan.IsWord(at, "plus"):
                return (KeyKind.None, 1);
            case KeyKind.AtMost or KeyKind.AtLeast or KeyKind.About or KeyKind.Between or KeyKind.Not or KeyKind.Money:
                return (kind, 1);
            default:
                if (scan.IsWord(at, "most") || scan.IsWord(at, "least"))
                    return (scan.IsWord(at, "most") ? KeyKind.AtMost : KeyKind.AtLeast, scan.IsWord(at - 1, "at") ? 2 : scan.IsWord(at - 2, "at") ? 3 : 1);
                if (scan.IsWord(at - 1, "se") && (scan.IsWord(at, "kam") || scan.IsWord(at, "zyada") || scan.IsWord(at, "jyada")))
                    return (scan.IsWord(at, "kam") ? KeyKind.AtLeast : KeyKind.AtMost, 3);
                return (scan.IsWord(at, "north") || scan.IsWord(at, "upwards") ? KeyKind.AtLeast : kind, 1);
        }
    }

    private static bool IsGlue(Scan scan, int at) =>
        scan.Tokens[at].Key.Kind is KeyKind.Filler or KeyKind.Article or KeyKind.Currency or KeyKind.Per or KeyKind.TimeUnit or KeyKind.This
        || scan.IsSign(at, '-') || scan.IsSign(at, '–') || (scan.IsSign(at, '.') && scan.Is(at - 1, KeyKind.About)) || scan.IsSign(at, '(') || scan.IsSign(at, '"')
        || (scan.Tokens[at].Kind == TokenKind.Word && Glue.Contains(scan.WordAt(at)));
}
