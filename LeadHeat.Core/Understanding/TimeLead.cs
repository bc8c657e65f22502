namespace LeadHeat.Core.Understanding;

/// <summary>What stands before or after a time: <c>within the next</c>, <c>by end of</c>, <c>not before</c>, <c>… at the earliest</c>, <c>… tak</c>.</summary>
/// <param name="Kind">In, By, After or None.</param>
/// <param name="Excludes">Whether "after" means after its end.</param>
/// <param name="Part">The part of a month or year that is meant.</param>
/// <param name="Start">The first token.</param>
internal readonly record struct TimeLead(KeyKind Kind, bool Excludes, TimePart Part, int Start)
{
    /// <summary>Whether the time is what it will not be in: "not in the next 6 months".</summary>
    public bool IsDenied { get; init; }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of(
        "at exactly sometime somewhere just say maybe probably most possibly like about around roughly approximately approx so time latest sooner later than beginning start starting early mid middle late end ending first second third last half week of period target possession date");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Plans = WordSet.Of("planned planning scheduled set slated aiming fixed targeted target plan");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LateWords = WordSet.Of("late end ending");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EarlyWords = WordSet.Of("early beginning start");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MidWords = WordSet.Of("mid middle");

    /// <summary>Reads backwards from the token where a time begins.</summary>
    public static TimeLead Before(Scan scan, int start)
    {
        var lead = new TimeLead(KeyKind.None, false, TimePart.Whole, start);
        // "Opening in" is a choice of the playbook's and takes its "in" along.
        if (start > 0 && scan.Tokens[start - 1].Taken)
            return KindAt(scan, start - 1) is var taken && taken is KeyKind.In or KeyKind.By or KeyKind.After ? lead with { Kind = taken } : lead;
        for (var i = start - 1; i >= 0 && i >= start - 7 && !scan.Tokens[i].Taken; i--)
        {
            var kind = KindAt(scan, i);
            if (IsNotFor(scan, i))
                return lead with { Kind = KeyKind.After, Start = i - 1 };
            // "mid-January"
            if (i > 0 && scan.IsSign(i, '-') && PartAt(scan, i - 1) != TimePart.Whole)
                continue;
            if (kind == KeyKind.Not && lead.Kind == KeyKind.In)
                return lead with { Kind = KeyKind.After, IsDenied = true, Start = i };
            if (kind == KeyKind.Not)
                return lead.Kind is KeyKind.By ? lead with { Kind = KeyKind.After, Excludes = false, Start = i } : lead.Kind == KeyKind.After ? lead with { Kind = KeyKind.By, Start = i } : lead;
            if (kind is KeyKind.In or KeyKind.By or KeyKind.After)
            {
                // The outermost of "by the end of" and "within the next" decides, but "in about" stays "in".
                lead = lead with { Kind = lead.Kind is KeyKind.None or KeyKind.In ? kind : lead.Kind, Excludes = scan.IsWord(i, "after") || scan.IsWord(i, "post"), Start = i };
                continue;
            }
            if (PartAt(scan, i) is not TimePart.Whole and var part && !IsVerb(scan, i) && lead.Part == TimePart.Whole)
                lead = lead with { Part = part, Start = i };
            else if (scan.IsWord(i, "starting"))
                lead = lead with { Kind = KeyKind.After, Start = i };
            // "Not moving before March" is after it.
            else if (kind is not KeyKind.Filler && !Glue.Contains(scan.WordAt(i)) && !(scan.Is(i - 1, KeyKind.Not) && scan.WordAt(i).EndsWith("ing", StringComparison.OrdinalIgnoreCase)))
                break;
        }
        // "We will not switch tools before April"
        if (lead.Kind == KeyKind.By && scan.IsWord(lead.Start, "before") && Denials.OfDoing(scan, lead.Start))
            return lead with { Kind = KeyKind.After };
        // "Don't even talk of shifting till March"
        if (lead.Kind == KeyKind.By && (scan.IsWord(lead.Start, "till") || scan.IsWord(lead.Start, "until")) && TimeGloss.IsDenied(scan, lead.Start))
            return lead with { Kind = KeyKind.After };
        return lead.Kind == KeyKind.In && EventBefore(scan, lead.Start) is not KeyKind.None and var told ? lead with { Kind = told } : lead;
    }

    /// <summary>Whether "not for" stands here: "not for another year".</summary>
    public static bool IsNotFor(Scan scan, int at) =>
        scan.IsWord(at, "for") && (scan.Is(at - 1, KeyKind.Not) || (scan.Is(at - 2, KeyKind.Not) && scan.Tokens[at - 1].Kind == TokenKind.Word) || (scan.Is(at - 3, KeyKind.Not) && scan.Tokens[at - 1].Kind == TokenKind.Word && scan.Tokens[at - 2].Kind == TokenKind.Word));

    // "before my baby comes in May", "once the lease ends in May"; "can't move before the lease ends in May" is the other way round.
    private static KeyKind EventBefore(Scan scan, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 7 && scan.Tokens[i].Kind == TokenKind.Word; i--)
        {
            if (scan.IsWord(i, "before"))
                return scan.Is(i - 1, KeyKind.Not) || scan.Is(i - 2, KeyKind.Not) || scan.Is(i - 3, KeyKind.Not) ? KeyKind.After : KeyKind.By;
            if (scan.IsWord(i, "after") || scan.IsWord(i, "once"))
                return KeyKind.After;
            // "by the time school starts in June"
            if (scan.IsWord(i, "time") && scan.IsWord(i - 1, "the") && scan.IsWord(i - 2, "by"))
                return KeyKind.By;
        }
        return KeyKind.None;
    }

    /// <summary>The part of a time whose words stand behind it: "next year beginning", "march end", "january ke pehle hafte".</summary>
    public static (TimePart Part, int End) PartBehind(Scan scan, int end)
    {
        if (scan.IsWord(end, "ke") && (scan.IsWord(end + 1, "pehle") || scan.IsWord(end + 1, "first")) && scan.Is(end + 2, KeyKind.TimeUnit))
            return (TimePart.Early, end + 3);
        if (scan.IsWord(end, "ke") && IsPart(scan, end + 1) && !scan.IsWord(end + 2, "tak"))
            return (PartAt(scan, end + 1), end + 2);
        if (scan.Is(end, KeyKind.Ordinal) && (scan.IsWord(end + 1, "half") || scan.IsWord(end + 1, "week")))
            return (scan.IsWord(end + 1, "week") ? scan.Tokens[end].Key.Value < 0 ? TimePart.Late : TimePart.Early : scan.Tokens[end].Key.Value == 1 ? TimePart.FirstHalf : TimePart.SecondHalf, end + 2);
        var at = scan.IsSign(end, '-') ? end + 1 : end;
        var part = scan.IsWord(at, "starting") ? TimePart.Early : at < scan.Tokens.Length ? PartAt(scan, at) : TimePart.Whole;
        // "next year start a new life", "march end of story": the word belongs to what follows.
        return part != TimePart.Whole && (at + 1 >= scan.Tokens.Length || scan.Tokens[at + 1].Kind == TokenKind.Symbol || Ends.Contains(scan.WordAt(at + 1))) ? (part, at + 1) : (TimePart.Whole, end);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = WordSet.Of("only itself tak mein me ko or and please pls latest max inshallah is would will should for ideally hopefully maybe we i but if");

    /// <summary>Whether the words before a time name what it is the time of: "opening March", "possession - Jan", "go-live: April".</summary>
    public static bool Names(Scan scan, int start)
    {
        var at = start - 1;
        while (scan.IsSign(at, ':') || scan.IsSign(at, '-') || scan.IsSign(at, '–') || scan.IsWord(at, "is") || scan.IsWord(at, "date"))
            at--;
        return at >= 0 && Named.Contains(scan.WordAt(at)) || (scan.IsWord(at, "in") && scan.IsSign(at - 1, '-') && scan.IsWord(at - 2, "move"));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Named = WordSet.Of(
        "opening opens launch launching possession timeline timeframe timing eta live start starting starts handover rollout kickoff when deadline target occupancy moving shifting planning planned plan");

    /// <summary>Whether a word says which part of a time is meant.</summary>
    public static bool IsPart(Scan scan, int i) => (uint)i < (uint)scan.Tokens.Length && PartAt(scan, i) != TimePart.Whole;

    // "We'll start next quarter"
    private static bool IsVerb(Scan scan, int i) => i > 0 && scan.IsWord(i, "start") && Starting.Contains(scan.WordAt(i - 1));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starting = WordSet.Of("we i to will would can could must should we'll we’ll i'll i’ll we'd we’d i'd i’d let's lets");

    private static TimePart PartAt(Scan scan, int i) =>
        LateWords.Contains(scan.WordAt(i)) ? TimePart.Late
        : EarlyWords.Contains(scan.WordAt(i)) ? TimePart.Early
        : MidWords.Contains(scan.WordAt(i)) ? TimePart.Mid
        : scan.IsWord(i, "half") ? scan.IsWord(i - 1, "first") ? TimePart.FirstHalf : scan.IsWord(i - 1, "second") ? TimePart.SecondHalf : TimePart.Whole
        : TimePart.Whole;

    // "Moving over in March"
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Crossing = WordSet.Of(
        "move moves moved moving switch switches switched switching roll rolled rolling go goes going come comes coming change changed changing port ported porting migrate migrated migrating take taking taken carry carried");

    private static KeyKind KindAt(Scan scan, int i) => scan.Tokens[i].Key.Kind switch
    {
        KeyKind.In => KeyKind.In,
        // "wait till March" is after it.
        KeyKind.AtMost when (scan.IsWord(i, "till") || scan.IsWord(i, "until")) && (scan.IsWord(i - 1, "wait") || scan.IsWord(i - 1, "hold") || scan.IsWord(i - 1, "waiting")) => KeyKind.After,
        KeyKind.By or KeyKind.AtMost => KeyKind.By,
        // "not later than May", "not earlier than March"
        KeyKind.Than when scan.IsWord(i - 1, "later") => KeyKind.After,
        KeyKind.Than when scan.IsWord(i - 1, "earlier") || scan.IsWord(i - 1, "sooner") => KeyKind.By,
        _ when scan.IsWord(i, "earliest") => KeyKind.After,
        // "Starting in February" begins then; "starting February" may be later.
        KeyKind.AtLeast when scan.IsWord(i, "starting") && scan.IsWord(i + 1, "in") => KeyKind.In,
        KeyKind.AtLeast when scan.IsWord(i, "over") && scan.IsWord(i + 1, "the") => KeyKind.In,
        KeyKind.AtLeast when scan.IsWord(i, "over") && i > 0 && Crossing.Contains(scan.WordAt(i - 1)) => KeyKind.None,
        KeyKind.AtLeast when scan.IsWord(i, "over") && (scan.IsWord(i - 1, "hands") || scan.IsWord(i - 1, "hand") || scan.IsWord(i - 1, "handed")) => KeyKind.In,
        KeyKind.After or KeyKind.AtLeast => KeyKind.After,
        KeyKind.More => KeyKind.After,
        KeyKind.Less => KeyKind.By,
        KeyKind.Not => KeyKind.Not,
        KeyKind.About or KeyKind.Between => scan.IsWord(i, "between") || scan.IsWord(i, "around") ? KeyKind.In : KeyKind.Filler,
        KeyKind.Next => scan.IsWord(i, "coming") || scan.IsWord(i, "next") || scan.IsWord(i, "agle") ? KeyKind.In : KeyKind.Filler,
        KeyKind.This => KeyKind.In,
        KeyKind.Filler or KeyKind.Article or KeyKind.Than => KeyKind.Filler,
        KeyKind.And when scan.IsWord(i - 1, "now") => KeyKind.Filler,
        KeyKind.To when scan.IsWord(i - 1, "up") => KeyKind.By,
        _ when scan.IsWord(i, "for") && i > 0 && Plans.Contains(scan.WordAt(i - 1)) => KeyKind.In,
        _ when scan.IsWord(i, "targeting") || scan.IsWord(i, "target") => KeyKind.In,
        _ when scan.IsSign(i, '<') || scan.IsSign(i, '≤') => KeyKind.By,
        _ when scan.IsSign(i, '>') || scan.IsSign(i, '≥') => KeyKind.After,
        // "baad ramadan", as it is said in the Gulf; "between now and June" is by June.
        _ when scan.IsWord(i, "inside") => KeyKind.By,
        _ when scan.IsWord(i, "at") && (scan.IsWord(i - 1, "looking") || scan.IsWord(i - 1, "aiming")) => KeyKind.In,
        _ when scan.IsWord(i, "latest") => KeyKind.By,
        _ when scan.IsWord(i, "baad") => KeyKind.After,
        _ when scan.IsWord(i, "gabl") || scan.IsWord(i, "qabl") => KeyKind.By,
        // "once Ramadan is over"; "once a month" is how often.
        _ when scan.IsWord(i, "once") && !scan.Is(i + 1, KeyKind.Article) && !scan.Is(i + 1, KeyKind.In) && !scan.Is(i + 1, KeyKind.Per) && !scan.IsWord(i + 1, "every") => KeyKind.After,
        _ when scan.IsWord(i, "now") && (scan.IsWord(i - 1, "between") || scan.IsWord(i - 1, "from")) => KeyKind.By,
        _ => scan.IsWord(i, "during") || scan.IsWord(i, "over") || scan.IsWord(i, "throughout") ? KeyKind.In
            : scan.IsWord(i, "later") || (scan.IsWord(i, "earliest") && !scan.IsWord(i - 1, "the") && !scan.IsWord(i - 1, "at")) ? KeyKind.After
            : scan.IsWord(i, "earlier") || scan.IsWord(i, "sooner") ? KeyKind.By
            : scan.IsWord(i, "least") ? KeyKind.After
            : scan.IsWord(i, "most") && scan.IsWord(i - 1, "at") ? KeyKind.By
            : KeyKind.None,
    };
}

/// <summary>A part of a month or year.</summary>
internal enum TimePart : byte { Whole, Early, Mid, Late, FirstHalf, SecondHalf }
