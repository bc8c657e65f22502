namespace LeadHeat.Core.Understanding;

/// <summary>Knows amounts that the visitor was told or gets: <c>your man on the phone said 1.35 crore</c>, <c>the boys pay me 44k</c>, <c>it was 700k and now it's 1.3 million, is that right?</c></summary>
internal static class MoneyTold
{
    private const int Reach = 9;
    private const int Near = 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = WordSet.Of("said says saying told tells telling quoted quotes mentioned mentions claimed claims writes wrote");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Linking = WordSet.Of("me us that it its it's it’s is was were the price rate cost as about around approx would be some");

    private static readonly PhraseTable<bool> Yours = new((true,
        "your|ur man|guy|guys|fellow|lady|girl|boy|agent|team|colleague|colleagues|person|people|executive|rm|manager|salesman|salesperson|rep|website|site|office|brochure|ad|bot|chat; your|ur|the|that sales|site|marketing|phone|booking guy|man|person|people|team|office|lady|girl|executive|fellow; "
        + "the|that brochure|website|hoarding|ad|listing|portal|salesman|watchman; site|sales|booking office; one of your|ur"));

    private static readonly PhraseTable<bool> Paid = new((true, "pay|pays|paying|paid me|us; tenant|tenants|they|he|she|boys|guys|girls|family give|gives|giving me|us; tenant|tenants|boys|family is|are giving; rented|let|leased out at|for; is|it's|its rented|let|leased at|for; fetches; fetching; rent i|we get|receive|collect is"));

    private static readonly PhraseTable<bool> Getting = new((true, "get|getting|receive|receiving|collect|collecting"));
    private static readonly PhraseTable<bool> AsRent = new((true, "rent; in|as|of rent; from the|my|our|it|them|tenants; rent from"));

    private static readonly PhraseTable<bool> Checked = new((true, "is that|it|this right|true|correct|accurate|real; is that|it|this still right|true|correct"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = WordSet.Of("budget have had spend afford pay my our limit max");

    public static bool IsIt(Scan scan, in Price price) => IsPaidToUs(scan, price) || IsPaidByOthers(scan, price.Start) || IsShown(scan, price.Before.Edge) || IsPayOfOthers(scan, price.Before.Edge) || !price.Before.Money && IsQuoted(scan, price.Before.Edge) || IsChecked(scan, price) || IsHearsay(scan, price);

    // "3 bhk rent is 60k there I heard"
    private static bool IsHearsay(Scan scan, in Price price) =>
        Heard.IsIn(scan, price.Start - Reach, price.End + Near) && !WordSet.AnyIn(Own, scan, price.Start - Reach, price.End + Near);

    private static readonly PhraseTable<bool> Heard = new((true, "i|we heard|hear; i've|i’ve|ive|we've|we’ve heard; they|people say; apparently; heard that|it; it seems; someone|somebody|friend|friends says|said|say|told"));

    private static bool IsQuoted(Scan scan, int edge)
    {
        var verb = edge - 1;
        while (verb > 0 && verb >= edge - Near && Linking.Contains(scan.WordAt(verb)))
            verb--;
        return verb > 0 && Telling.Contains(scan.WordAt(verb)) && Yours.IsIn(scan, verb - Reach, verb) && !Clauses.EndsSentence(scan, verb - 1);
    }

    /// <summary>Whether one of our people, or what we print, says what stands between two tokens: "your man said handover is …"; not "your man said we could move in …".</summary>
    public static bool IsSaidByOurs(Scan scan, int from, int to)
    {
        for (var verb = from; verb < to; verb++)
        {
            if (Telling.Contains(scan.WordAt(verb)) && Yours.IsIn(scan, Math.Max(from, verb - Near), verb))
                return !WordSet.AnyIn(Selves, scan, verb + 1, to) && !WordSet.AnyIn(Own, scan, verb + 1, to);
        }
        return false;
    }

    private static bool IsPaidToUs(Scan scan, in Price price)
    {
        var start = scan.Is(price.Start - 1, KeyKind.About) ? price.Start - 1 : price.Start;
        for (var at = Math.Max(0, start - Near); at < start; at++)
        {
            if (Paid.At(scan, at) is var (_, end) && end == start || Getting.At(scan, at) is var (_, got) && got == start && AsRent.At(scan, price.End) is not null)
                return true;
        }
        return false;
    }

    // "You're showing me 1.3 crore", "your agent keeps sending 1.5 cr ones"; not "could you show me 1.5 cr ones".
    private static bool IsShown(Scan scan, int edge)
    {
        for (var at = Math.Max(0, edge - Near); at < edge; at++)
        {
            if (Showing.At(scan, at) is not var (_, end) || end > edge)
                continue;
            for (var i = at - 1; i >= Math.Max(0, at - Near) && !Clauses.Pauses(scan, i); i--)
            {
                if (Shower.Contains(scan.WordAt(i)))
                    return !(i > 0 && Asking.Contains(scan.WordAt(i - 1))) && !scan.IsSign(scan.Tokens.Length - 1, '?') || scan.IsWord(i - 2, "why") || scan.IsWord(i - 1, "why");
            }
        }
        return false;
    }

    private static readonly PhraseTable<bool> Showing = new((true, "show|shows|showed|shown|showing|send|sends|sent|sending|push|pushing|pushed|offering|suggesting|proposing; show|shows|showed|shown|showing|send|sends|sent|sending|push|pushing|pushed|offering|suggesting|proposing me|us"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shower = WordSet.Of("you u you're you’re youre guys agent agents colleague bot they he she");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Asking = WordSet.Of("can could would will if when please pls may");

    // "… or just hire somebody for 600 a month": wages, and nobody's budget for what we sell.
    private static bool IsPayOfOthers(Scan scan, int edge)
    {
        for (var at = edge - 1; at >= Math.Max(0, edge - 6) && !Clauses.Pauses(scan, at); at--)
        {
            if (scan.IsWord(at, "hire") || scan.IsWord(at, "hiring") || scan.IsWord(at, "employ"))
                return !scan.Playbook.HasInventory;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Payers = WordSet.Of("teams firms companies businesses cafes cafés shops agencies startups restaurants people others buyers landlords renters tenants students everybody everyone they most neighbours neighbors friends families");

    // "A paper says teams of 50 pay about 2,000 euros a month"
    private static bool IsPaidByOthers(Scan scan, int start)
    {
        var verb = scan.Is(start - 1, KeyKind.About) || scan.IsWord(start - 1, "some") ? start - 2 : start - 1;
        if (!scan.IsWord(verb, "pay") && !scan.IsWord(verb, "pays") && !scan.IsWord(verb, "spend"))
            return false;
        for (var at = verb - 1; at >= 0 && at >= verb - Near && !Clauses.Pauses(scan, at) && !Selves.Contains(scan.WordAt(at)); at--)
        {
            if (Payers.Contains(scan.WordAt(at)))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we us me can will would could to");

    // "…, is that right?"; "we have 1.3 million, is that right for a villa?" is a budget.
    private static bool IsChecked(Scan scan, in Price price)
    {
        if (Checked.At(scan, scan.IsSign(price.End, ',') ? price.End + 1 : price.End) is not var (_, end) || !(scan.IsSign(end, '?') || end >= scan.Tokens.Length))
            return false;
        for (var i = price.Start - 1; i >= Math.Max(0, price.Start - Reach) && !Clauses.EndsSentence(scan, i); i--)
        {
            if (Own.Contains(scan.WordAt(i)))
                return false;
        }
        return true;
    }
}
