namespace LeadHeat.Core.Understanding;

/// <summary>
/// Whose place a clause tells of. Every word between the visitor and the place must be one by which people tell where they are: where another stands
/// ("my supplier in Dubai", "we saw a café in London"), the place is somebody else's.
/// </summary>
internal static class HomeClause
{
    private const int Longest = 16;
    private const int MostOfKind = 4;

    /// <summary>What of the visitor's is there, the more telling last.</summary>
    public enum Kind { None, Person, Business }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = WordSet.Of(
        "we i my our ours we're we’re we've we’ve we'd we’d we'll we’ll i'm i’m im iam i've i’ve ive i'd i’d i'll i’ll hum mera meri mere hamara hamari hamare humara humari apna apni");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Business = WordSet.Of(
        "cafe cafes café cafés shop shops outlet outlets branch branches store stores kiosk kiosks cafeteria restaurant restaurants bakery bakeries roastery bistro bar bars place location locations "
        + "office offices hq headquarters company firm business startup team agency brokerage clinic clinics school schools hotel hotels kitchen kitchens");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = WordSet.Of(
        "is are am be based located situated sitting here live living stay reside work working hain hai hoon ho "
        + "will going to want wants wanting plan planning hope hoping about open opens opening opened start starting started launch launching launched run running operate operating "
        + "own owning have having set setting up build building taking taken took rented renting leased leasing expand expanding expanded manage managing moved moving shifted shifting relocated relocating "
        + "a an the and who of in at near on now currently still also already just actually both all one two three four five six small little tiny new first second third specialty speciality busy existing "
        + "cosy cozy boutique flagship main head real estate another other more few several mall tower building street corner centre center park "
        + "hi hello hey so yes well person people member strong out sales khol rahe raha rahi khola chala chalata");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starting = WordSet.Of("opening starting launching running based located situated setting planning expanding have");

    // What is needed for a café in Dubai is needed for one's own, where nobody else is spoken of.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Needing = WordSet.Of("need needs want looking require searching");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "you your u ur they their them he his she her supplier suppliers vendor vendors partner partners friend friends friend's friend’s brother brother's brother’s sister cousin uncle client clients client's customer customers customer's competitor competitors roaster roasters distributor distributors");

    /// <summary>Whether a word says that what follows is the visitor's.</summary>
    public static bool IsOwn(Scan scan, int at) => (uint)at < (uint)scan.Tokens.Length && Own.Contains(scan.WrittenAt(at));

    /// <summary>Whether a word speaks of somebody else.</summary>
    public static bool IsOthers(Scan scan, int at) => (uint)at < (uint)scan.Tokens.Length && Others.Contains(scan.WrittenAt(at));

    /// <summary>Whether the visitor's business may be called this: "café", "coffee shop".</summary>
    public static bool IsBusiness(Scan scan, int at) =>
        (uint)at < (uint)scan.Tokens.Length && (Business.Contains(scan.WrittenAt(at)) || scan.IsWord(at, "coffee") && IsBusiness(scan, at + 1));

    /// <summary>Whether a sentence begins at a token.</summary>
    public static bool Begins(Scan scan, int at) => at <= 0 || IsBreak(scan, at - 1);

    /// <summary>Whether a clause is over before a token.</summary>
    public static bool Ends(Scan scan, int at) => at >= scan.Tokens.Length || scan.Tokens[at].Kind == TokenKind.Symbol || IsBreak(scan, at - 1);

    /// <summary>Whose place it is by what stands before it.</summary>
    /// <param name="isBased">Whether it is plain that somebody's business is there: "Dubai based".</param>
    public static Kind Before(Scan scan, int start, int end, bool isBased = false)
    {
        var business = isBased;
        var at = start - 1;
        for (; at >= 0 && at >= start - Longest && !IsBreak(scan, at); at--)
        {
            // "There are 20 of us in Dubai"
            if (IsOwn(scan, at) || scan.IsWord(at, "us") && scan.IsWord(at - 1, "of"))
                return business ? Kind.Business : Kind.Person;
            if (scan.IsWord(at, "for") && business)
                return IsNeeded(scan, at) ? Kind.Business : Kind.None;
            if (IsBusiness(scan, at))
                (business, at) = (true, KindStart(scan, at));
            else if (!Telling.Contains(scan.WrittenAt(at)) && !IsName(scan, at) && !HasStill(scan, at))
                return Kind.None;
        }
        return IsFragment(scan, at + 1, start, end, business) ? Kind.Business : Kind.None;
    }

    // Where the words begin that say what kind of business it is, behind an article: "a fit out firm"; not "a friend's café".
    private static int KindStart(Scan scan, int noun)
    {
        for (var at = noun - 1; at > 0 && at >= noun - MostOfKind && scan.Tokens[at].Kind == TokenKind.Word && !IsOthers(scan, at) && !NameWords.IsPossessive(scan, at); at--)
        {
            if (scan.Is(at, KeyKind.Article))
                return at + 1;
        }
        return noun;
    }

    // "We've had three coffee bars in Bangalore since 2019"; "we had a bar in Dubai" is over.
    private static bool HasStill(Scan scan, int at) => scan.IsWord(at, "had") && (scan.IsWord(at - 1, "have") || scan.IsWord(at - 1, "we've") || scan.IsWord(at - 1, "we’ve") || scan.IsWord(at - 1, "i've") || scan.IsWord(at - 1, "i’ve"));

    // "Bean & Bloom, 2 outlets"
    private static bool IsName(Scan scan, int at) => scan.Tokens[at].Capital && at > 0 || scan.Tokens[at].Kind == TokenKind.Number || scan.IsSign(at, ',') || scan.IsSign(at, '&') || scan.IsSign(at, '-');

    // "New café in Dubai, 120 cups a day", "Opening in Abu Dhabi", "based in Dubai": who writes in fragments writes of himself, who writes "the café in Dubai is …" may not.
    private static bool IsFragment(Scan scan, int first, int start, int end, bool business) =>
        Begins(scan, first) && (start > first && Starting.Contains(scan.WrittenAt(first)) || business && !scan.IsWord(first, "the") && Ends(scan, end)) && !scan.IsSign(end, '?');

    private static bool IsNeeded(Scan scan, int until)
    {
        // "Looking for a company in Dubai that roasts" looks for somebody else.
        if (scan.IsWord(until - 1, "looking") || scan.IsWord(until - 1, "searching"))
            return false;
        var needed = false;
        for (var at = until - 1; at >= 0 && !IsBreak(scan, at); at--)
        {
            if (IsOthers(scan, at))
                return false;
            needed |= Needing.Contains(scan.WrittenAt(at));
        }
        return needed;
    }

    private static bool IsBreak(Scan scan, int at) => scan.IsSign(at, '.') || scan.IsSign(at, '!') || scan.IsSign(at, '?') || scan.IsSign(at, ';')
        || at + 1 < scan.Tokens.Length && scan.Text.AsSpan(scan.Tokens[at].End..scan.Tokens[at + 1].Start).Contains('\n');
}
