namespace LeadHeat.Core.Understanding;

/// <summary>Knows money that goes elsewhere or came in: <c>we throw away 62,000 on rent</c>, <c>we burn 40k on ads</c>, <c>we closed our Series A, 6 million</c>.</summary>
internal static class MoneyGone
{
    private const int Reach = 5;
    private const int Far = 9;

    private static readonly PhraseTable<bool> Wasting = new((true,
        "throw|throwing|threw away; throw|throwing|threw; burn|burns|burning|burned|burnt; waste|wastes|wasting|wasted; lose|loses|losing; blow|blowing|blew; sink|sinking|sank; pour|pouring|poured into; shell|shelling|shelled out; fork|forking|forked out; cough|coughing|coughed up; hand|handing|handed over"));

    // "I can blow 2 crore", "won't waste more than 50k": that is what can be spent.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> May = WordSet.Of("to can could will would may might won't won’t wont not cannot can't can’t cant i'd i’d we'd we’d i'll i’ll we'll we’ll willing ready afford");

    private static readonly PhraseTable<bool> Raised = new((true,
        "closed|raised|completed|announced|secured|landed|finished|got our|a|the|their series|seed|round|funding|pre-seed|preseed|bridge|angel; series a|b|c|d; seed round|funding|money; angel round; funding round; our|the|a grant; raised|raising; got|received funding|investment"));

    private static readonly PhraseTable<bool> Coming = new((true, "in funding|grants|seed; of|in funding|investment|capital|donations; seed|angel|bridge|funding round; series a|b|c|d; from|by investors|vcs|angels|donors; grant"));

    // Between the round and the amount nothing else is done with it: "we closed our Series A and can spend 20k a year".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Otherwise = WordSet.Of("can could so and but budget spend pay now up to for");

    private static readonly PhraseTable<bool> Behind = new((true,
        "gone|lost|wasted|spoilt|spoiled|ruined|barbad; down the drain|toilet; in the bin|dustbin; out of pocket; ka|ke nuksan|nuksaan|loss; doob gaya|gaye|gayi; "
        + "has|have|had come|came in|through; came in|through; is|are|was|were|got|been credited; credited|matured; has|have matured; "
        + "laga|lag|kharch diya|diye|di|gaya|gaye|gayi|chuka|chuke|chuki; kharch ho|kar gaya|gaye|chuka|chuke|diya|diye; already went|gone|spent|sunk; is|are already in|into|gone|spent; went into"));

    public static bool IsIt(Scan scan, in Price price) =>
        !price.Before.Money && (IsWasted(scan, price.Before.Edge) || IsRaised(scan, price) || IsPut(scan, price) || Behind.At(scan, price.End) is not null && !MoneySold.IsAll(scan, price.End));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Putting = WordSet.Of("put sunk invested pumped ploughed plowed poured");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Perfect = WordSet.Of("have had has already i've we've i’ve we’ve ive weve they've they’ve");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Saving = WordSet.Of("aside away by together apart up");
    private static readonly PhraseTable<bool> Before = new((true, "already; so far; till|until|up now|date; to date; last year|month|week; years|months ago"));

    // "We've put 22 lakhs into interiors already"; "I've put 80 lakhs aside" is there to be spent.
    private static bool IsPut(Scan scan, in Price price)
    {
        var edge = price.Before.Edge;
        for (var verb = edge - 1; verb > 0 && verb >= edge - 3; verb--)
        {
            if (Putting.Contains(scan.WordAt(verb)))
                return !Saving.Contains(scan.WordAt(verb + 1)) && !(price.End < scan.Tokens.Length && Saving.Contains(scan.WordAt(price.End))) && (Perfect.Contains(scan.WordAt(verb - 1)) || Before.IsIn(scan, price.End, price.End + Far));
        }
        return false;
    }

    private static bool IsWasted(Scan scan, int edge)
    {
        for (var verb = edge - 1; verb > 0 && verb >= edge - Reach && scan.Tokens[verb].Kind == TokenKind.Word; verb--)
        {
            if (Wasting.At(scan, verb) is var (_, end) && end <= edge)
                return !May.Contains(scan.WordAt(verb - 1));
        }
        return false;
    }

    private static bool IsRaised(Scan scan, in Price price)
    {
        for (var at = Math.Max(0, price.Before.Edge - Far); at < price.Before.Edge; at++)
        {
            if (Raised.At(scan, at) is not var (_, end) || end > price.Before.Edge)
                continue;
            while (end < price.Before.Edge && !Otherwise.Contains(scan.WordAt(end)) && !scan.IsSign(end, '.'))
                end++;
            if (end >= price.Before.Edge)
                return true;
        }
        return Coming.At(scan, price.End) is not null;
    }
}
