using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Places that are named and not wished for: where somebody lives, what is sold there, what was rejected.</summary>
internal static class PlaceDoubts
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StayingWords = WordSet.Of(
        "live lives lived living work works working stay staying office based located currently job family parents born renting");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selling = WordSet.Of("sell selling sold bechna bechni bechne bech becha bechi");

    /// <summary>"I'm from Dubai", "I work in Whitefield", "I rent a room in Domlur" tell where somebody is, not where he wants to be, unless that was the question.</summary>
    public static bool IsWhereTheyAre(Scan scan, int first, int end)
    {
        if (PlacesTold.IsRentedNow(scan, first, end) || PlacesOfOthers.IsIt(scan, first, end) || HomesLeft.IsIt(scan, first))
            return true;
        if (scan.Answers(FactFields.Areas) || scan.Answers(FactFields.City))
            return false;
        if (PlacesTold.IsWhereWeAre(scan, first) || PlacesTold.IsOurHouse(scan, first))
            return true;
        // "Wife ka office Hebbal mein hai"
        if ((scan.IsWord(first - 1, "office") || scan.IsWord(first - 1, "naukri") || scan.IsWord(first - 1, "job")) && (scan.IsWord(end, "mein") || scan.IsWord(end, "me") || scan.IsWord(end, "main")))
            return true;
        if (scan.IsWord(first - 1, "from"))
            return true;
        if ((!scan.IsWord(first - 1, "in") && !scan.IsWord(first - 1, "at")) || first < 2 || (scan.IsWord(first - 3, "to") && !scan.IsWord(first - 4, "used")))
            return false;
        var before = first - 2;
        while (before > 0 && (scan.IsWord(before, "is") || scan.IsWord(before, "are") || scan.IsWord(before, "am") || scan.IsWord(before, "based") || scan.IsWord(before, "located")))
            before--;
        return StayingWords.Contains(scan.WordAt(before)) || StayingWords.Contains(scan.WordAt(first - 2)) || RentsNow(scan, first);
    }

    /// <summary>Whether a home there is sold: "Marathahalli flat bechna hai", "selling our place in HSR". Another clause may say what is bought.</summary>
    public static bool IsSold(Scan scan, int first, int end)
    {
        for (var at = end; at < scan.Tokens.Length && scan.Tokens[at].Kind != TokenKind.Symbol; at++)
        {
            if (Selling.Contains(scan.WordAt(at)))
                return true;
        }
        for (var at = first - 1; at >= 0 && scan.Tokens[at].Kind != TokenKind.Symbol; at--)
        {
            if (Selling.Contains(scan.WordAt(at)))
                return true;
            if (scan.IsWord(at, "buy") || scan.IsWord(at, "lena") || scan.Is(at, KeyKind.And))
                return false;
        }
        return false;
    }

    /// <summary>"Not Marina", "Thanisandra nahi", "Arjan no, there is noise", "JVC is better, Marina too much traffic".</summary>
    public static bool IsRejected(Scan scan, PlaceHit hit) =>
        scan.IsNegated(hit.First) || scan.IsWord(hit.End, "nahi") || scan.IsWord(hit.End, "nahin") || IsRefusedBehind(scan, hit.End) || IsTooMuch(scan, hit.End) || IsLetBe(scan, hit) || IsLacking(scan, hit.End) || IsOutOfFavour(scan, hit.End)
        || TakenBack.IsPlaceLike(scan, hit.First, hit.End) || Refusals.Before(scan, hit.First);

    private static readonly PhraseTable<bool> LetBe = new((true,
        "rehne|rahne do|dijiye|de|dena|dein; ko|to rehne|rahne do|dijiye|de|dena|dein; chhodo|chodo|chhodiye|chodiye; chhod|chod do|dijiye|de|dete; ko chhodo|chodo|chhod|chod; jaane|jane do|dijiye; cancel; khalas; hata|hatao do|dijiye|de; hatao"));

    // "Electronic City rehne do", "leave Marina, show me JLT"; not "we want to leave Marina"
    private static bool IsLetBe(Scan scan, PlaceHit hit) => LetBe.At(scan, hit.End) is not null
        || ((scan.IsWord(hit.First - 1, "leave") || scan.IsWord(hit.First - 1, "drop") || scan.IsWord(hit.First - 1, "scrap") || scan.IsWord(hit.First - 1, "scratch") || scan.IsWord(hit.First - 1, "forget")) && (hit.First == 1 || scan.Tokens[hit.First - 2].Kind == TokenKind.Symbol || scan.IsWord(hit.First - 2, "ok") || scan.IsWord(hit.First - 2, "so")));

    private const string Wished = " metro|station|stations|school|schools|hospital|hospitals|water|bus|buses|train|trains|connectivity|park|parks|parking|shops|supermarket|mall|beach|greenery|footpaths|roads|lift; ";

    private static readonly PhraseTable<bool> Lacks = new((true,
        "has|have no|zero|hardly" + Wished + "has|have no good|proper|single|nearby" + Wished + "doesn't|doesnt|doesn’t have|got" + Wished + "doesn't|doesnt|doesn’t have|got a|any|the|good" + Wished + "does not have" + Wished + "does not have a|any|the|good" + Wished
        + "lacks; is always jammed|crowded|flooded|choked|full|noisy; floods; mein|me metro|school|paani|water|parking nahi|nahin"));

    // "JVC has no station"; "does JVC have no metro?" asks
    private static bool IsLacking(Scan scan, int end) => !scan.Cues.HasFlag(Cues.Question) && Lacks.At(scan, end) is not null;

    private static readonly PhraseTable<bool> OutOfFavour = new((true,
        "we|i do not want|like|need|fancy; we|i don't|dont|don’t want|like|need|fancy; we|i no longer want|like|need; is no longer what|where we|i want|like|need; is no option|longer; is not for us|me; is not an option; isn't|isnt|isn’t for us|me; isn't|isnt|isn’t an option"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Emphasis = WordSet.Of("itself side area");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoMore = WordSet.Of("any anymore now at because as since either for");

    // "Jayanagar itself we do not want any more"; "Jayanagar we don't want to miss" is liked.
    private static bool IsOutOfFavour(Scan scan, int end) =>
        OutOfFavour.At(scan, end < scan.Tokens.Length && Emphasis.Contains(scan.WordAt(end)) ? end + 1 : end) is var (_, behind)
        && (behind >= scan.Tokens.Length || scan.Tokens[behind].Kind == TokenKind.Symbol || NoMore.Contains(scan.WordAt(behind))) && !scan.Cues.HasFlag(Cues.Question);

    private static bool IsRefusedBehind(Scan scan, int end) =>
        scan.IsWord(end, "no") && (end + 1 == scan.Tokens.Length || scan.IsSign(end + 1, ',') || scan.IsSign(end + 1, '.') || scan.IsSign(end + 1, '!'));

    private static bool IsTooMuch(Scan scan, int end) => scan.IsWord(scan.IsWord(end, "is") ? end + 1 : end, "too") && end + 1 < scan.Tokens.Length;

    private static bool RentsNow(Scan scan, int first)
    {
        for (var at = first - 2; at > 0 && at >= first - 5; at--)
        {
            if (scan.IsWord(at, "rent"))
                return scan.IsWord(at - 1, "i") || scan.IsWord(at - 1, "we") || scan.IsWord(at - 1, "currently") || scan.IsWord(at - 1, "now");
        }
        return false;
    }
}
