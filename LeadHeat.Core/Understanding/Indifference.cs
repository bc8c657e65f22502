namespace LeadHeat.Core.Understanding;

/// <summary>Knows what nobody cares for by the words before it: <c>I don't care about integrations</c>, <c>we can live without a pool</c>.</summary>
internal static class Indifference
{
    private const int Reach = 7;

    private static readonly PhraseTable<bool> Uncaring = new((true,
        "not|isn't|isn’t|aren't|aren’t|never bothered|fussed|keen|interested|concerned about|with|in|on|by; not|isn't|isn’t|aren't|aren’t|never really|so|too|very|that|particularly bothered|fussed|keen|interested|concerned about|with|in|on|by; "
        + "don't|dont|don’t|doesn't|doesnt|doesn’t|not|won't|wont|won’t care|bother|worry|mind about|for|of|with; don't|dont|don’t|doesn't|doesnt|doesn’t|not really|much|even care|bother|worry about|for|with; couldn't|couldn’t|couldnt|could|can't|can’t|cant care less about|for; "
        + "could|can not care less about; no|little|zero need|use|interest of|for|in; can|could live|do|manage|survive without; indifferent to|about"));

    private static bool IsNext(Scan scan, int at) => scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And) || scan.IsSign(at, ',');

    /// <summary>Whether the words before a token say that nobody cares for what begins there.</summary>
    public static bool Before(Scan scan, int first)
    {
        for (var at = Math.Max(0, first - Reach); at < first; at++)
        {
            if (Uncaring.At(scan, at) is var (_, end) && Reaches(scan, end, first))
                return true;
        }
        return false;
    }

    // "About a gym", "about sso, pool or clubhouse": nothing but what is named with it stands between.
    private static bool Reaches(Scan scan, int from, int first)
    {
        for (var at = from; at < first; at++)
        {
            if (!(IsNext(scan, at + 1) || scan.Is(at, KeyKind.Article) || scan.Is(at, KeyKind.Or) || scan.Is(at, KeyKind.And) || scan.IsSign(at, ',') || scan.IsWord(at, "any") || scan.IsWord(at, "the") || scan.Tokens[at].Taken))
                return false;
        }
        return true;
    }
}
