using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells a length of time that says when from one that says how long: <c>possession 6 months</c>, but <c>we have lived here for 5 years</c>.</summary>
internal static class TimeLengths
{
    // What follows a length of time that says no "when".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoTimeAfter = WordSet.Of(
        "ago lock lockin commitment old back experience notice warranty guarantee lease contract free trial emi rent rental deposit advance tenure loan plan subscription validity maintenance since se");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NoTimeBefore = WordSet.Of("for last past since previous every each per");

    // "We have lived here for 5 years", "a 10 year old building", "3 months' rent" tell no "when".
    public static bool IsTold(Scan scan, int start, int end, bool lead, decimal unit)
    {
        var asked = scan.Answers(FactFields.Timeline);
        if (!lead && IsSoAlready(scan, start, end))
            return false;
        // "Rang me fourteen times in one week"
        if (scan.IsWord(start - 2, "times") || scan.IsWord(start - 3, "times"))
            return false;
        // "200 bucks a month", "9 lakhs a month": a rate.
        if (start > 0 && scan.Is(start, KeyKind.Article) && (scan.Tokens[start - 1].Kind == TokenKind.Number || scan.Tokens[start - 1].Key.Kind is KeyKind.Currency or KeyKind.Scale or KeyKind.Number or KeyKind.Tens))
            return false;
        // "a 60/40 plan over 36 months"
        if (scan.IsWord(start - 1, "over") && start > 1 && TimeTerms.IsNamed(scan, start - 2))
            return false;
        if ((!asked && TimeTerms.IsTerm(scan, start)) || TimeTerms.IsAskedHowLong(scan, start))
            return false;
        if ((end < scan.Tokens.Length && NoTimeAfter.Contains(scan.WordAt(end))) || (start > 0 && NoTimeBefore.Contains(scan.WordAt(start - 1)) && !asked && !TimeLead.IsNotFor(scan, start - 1)))
            return false;
        if (asked || IsGiven(scan, start, unit) || (unit is >= 1 and < 12 && IsOurs(scan, start, end)) || CorrectsDenied(scan, start) || scan.IsWord(start - 1, "say") || scan.IsWord(start - 1, "says") || scan.IsWord(start - 1, "guess"))
            return true;
        if (unit is >= 1 and < 12 && Lasting.At(scan, end) is not null && !scan.Cues.HasFlag(Cues.Question) && !OfOthers.IsIn(scan, start - 6, start))
            return true;
        var about = (scan.Cues & (Cues.Callback | Cues.Visit)) != 0;
        if (unit < 1 && about && !Moves(scan))
            return false;
        if (unit >= 12 && scan.Cues.HasFlag(Cues.Question) && !Moves(scan) || (unit < 1 && scan.Cues.HasFlag(Cues.Complaint)))
            return false;
        // "Two months... or let's say four"
        if (start == 0 && unit < 12 && scan.Tokens.Length <= 12 && end < scan.Tokens.Length && scan.Tokens[end].Kind == TokenKind.Symbol && !scan.Cues.HasFlag(Cues.Question))
            return true;
        if (unit is >= 1 and < 12 && (IsGuess(scan, start, end) || (start == 0 && end < scan.Tokens.Length && Wishing.Contains(scan.WordAt(end)))))
            return true;
        return lead || scan.Tokens.Length <= end - start + 1 || IsNamed(scan, start) || (unit < 12 && IsListed(scan, start, end));
    }

    // "Already open. 2 yrs", "running 18 months now"
    private static bool IsSoAlready(Scan scan, int start, int end) => So.IsIn(scan, start - 4, start) || SoBehind.At(scan, end) is not null;

    private static readonly PhraseTable<bool> So = new((true, "already; running; operating; established; been; is|are|we're|we’re|its|it's open|up|live|there; yes|yeah|haan open; open since; chal raha|rahi|rahe; in business|operation"));
    private static readonly PhraseTable<bool> SoBehind = new((true, "running; already; in business|operation; ho gaye|gaya|gayi; into it|this"));

    // "give me 6 to 9 months", "it will take us four months": not the days that somebody takes to answer.
    private static bool IsGiven(Scan scan, int start, decimal unit) => unit is >= 1 and < 12 && Given.IsIn(scan, start - 3, start) && (scan.IsWord(start - 1, "me") || scan.IsWord(start - 1, "us") || scan.IsWord(start - 1, "another") || scan.Is(start - 1, KeyKind.About));

    private static readonly PhraseTable<bool> Given = new((true, "give|allow|takes|take me|us; need|needs another|about; give|takes about"));

    // "it'll take 9 to 12 months on our side"; "on our end we need six months"
    private static bool IsOurs(Scan scan, int start, int end) => (OurSide.At(scan, end) is not null || OurSide.IsIn(scan, start - 8, start)) && Taking.IsIn(scan, start - 4, start);

    private static readonly PhraseTable<bool> OurSide = new((true, "on|at|from our|my side|end; internally"));
    private static readonly PhraseTable<bool> Taking = new((true, "take|takes|need|needs|be"));

    // "Not two months! Two weeks."
    private static bool CorrectsDenied(Scan scan, int start)
    {
        var at = start - 1;
        while (at >= 0 && (scan.Tokens[at].Kind == TokenKind.Symbol || scan.IsWord(at, "but")))
            at--;
        return at < start - 1 && scan.Is(at, KeyKind.TimeUnit) && (scan.Is(at - 1, KeyKind.Not) || scan.Is(at - 2, KeyKind.Not) || scan.Is(at - 3, KeyKind.Not));
    }

    // "not urgent, maybe 6-8 months", "could be three months": a clause of its own
    private static bool IsGuess(Scan scan, int start, int end) => start > 0 && (Guesses.Contains(scan.WordAt(start - 1)) || scan.IsWord(start - 1, "be") || (scan.Tokens[start - 1].Kind == TokenKind.Symbol && scan.Tokens.Length <= 16 && !scan.Cues.HasFlag(Cues.Question)))
        && (start == 1 || scan.Tokens[start - 1].Kind == TokenKind.Symbol || scan.Tokens[start - 2].Kind == TokenKind.Symbol || scan.IsWord(start - 2, "could") || scan.IsWord(start - 2, "might") || scan.IsWord(start - 2, "may")) && (end == scan.Tokens.Length || scan.Tokens[end].Kind == TokenKind.Symbol || scan.IsWord(end, "could") || scan.IsWord(end, "maybe"));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Guesses = WordSet.Of("maybe perhaps probably around about roughly approx approximately say like possibly mostly");

    // "4 to 5 months would be ideal", "3 mahine lagenge"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishing = WordSet.Of("baad i would should works hopefully ideally preferably probably maybe please pls i'd we'd chalega lagega lagenge lag");

    // "jagah final nahi hui, 6-8 mahine lagenge"; "loan mein 2 mahine lagenge" is the bank's.
    private static readonly PhraseTable<bool> Lasting = new((true, "lagenge; lagega; lagegi; lag jayenge|jaenge|jayega|jaayenge|sakte; aur lagenge|lagega; to|toh lagenge|lagega|lag"));
    private static readonly PhraseTable<bool> OfOthers = new((true, "loan; bank; registration; delivery; builder; approval; visa; aapko; aap; tumko; unko; usko"));

    // "timeline: 3 months", "possession 6 months"
    private static bool IsNamed(Scan scan, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - 3); i--)
        {
            if (scan.IsWord(i, "timeline") || scan.IsWord(i, "timeframe") || scan.IsWord(i, "possession") || scan.IsWord(i, "frame") || scan.IsWord(i, "timing") || scan.IsWord(i, "eta"))
                return true;
        }
        return false;
    }

    // "3bhk hebbal 1.5cr 6 months 98450 11122": one of several facts in a row.
    private static bool IsListed(Scan scan, int start, int end) =>
        (start == 0 || scan.Tokens[start - 1].Taken || scan.Is(start - 1, KeyKind.Scale) || scan.IsSign(start - 1, ',') || scan.IsSign(start - 1, '/') || scan.IsSign(start - 1, '|'))
        && (end == scan.Tokens.Length || scan.Tokens[end].Taken || scan.Tokens[end].Kind == TokenKind.Symbol) && scan.Values.Count > 0;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moving = WordSet.Of(
        "move moving shift shifting buy buying open opening launch launching need possession relocate relocating start close closing purchase live");

    public static bool Moves(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (Moving.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }
}
