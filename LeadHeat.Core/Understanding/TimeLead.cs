namespace LeadHeat.Core.Understanding;

/// <summary>What stands before or after a time: <c>within the next</c>, <c>by end of</c>, <c>not before</c>, <c>… at the earliest</c>, <c>… tak</c>.</summary>
/// <param name="Kind">In, By, After or None.</param>
/// <param name="Excludes">Whether "after" means after its end.</param>
/// <param name="Part">The part of a month or year that is meant.</param>
/// <param name="Start">The first token.</param>
internal readonly record struct TimeLead(KeyKind Kind, bool Excludes, TimePart Part, int Start)
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Glue = WordSet.Of(
        "at sometime somewhere just say maybe probably most possibly like about around roughly approximately approx so time latest sooner later than beginning start starting early mid middle late end ending first second third last half week of period target possession date");

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
            if (kind == KeyKind.Not)
                return lead.Kind is KeyKind.By ? lead with { Kind = KeyKind.After, Excludes = false, Start = i } : lead.Kind == KeyKind.After ? lead with { Kind = KeyKind.By, Start = i } : lead;
            if (kind is KeyKind.In or KeyKind.By or KeyKind.After)
            {
                // The outermost of "by the end of" and "within the next" decides, but "in about" stays "in".
                lead = lead with { Kind = lead.Kind is KeyKind.None or KeyKind.In ? kind : lead.Kind, Excludes = scan.IsWord(i, "after") || scan.IsWord(i, "post"), Start = i };
                continue;
            }
            if (PartAt(scan, i) is not TimePart.Whole and var part && lead.Part == TimePart.Whole)
                lead = lead with { Part = part, Start = i };
            else if (scan.IsWord(i, "starting"))
                lead = lead with { Kind = KeyKind.After, Start = i };
            else if (kind is not KeyKind.Filler && !Glue.Contains(scan.WordAt(i)))
                break;
        }
        return lead.Kind == KeyKind.In && IsBefore(scan, lead.Start) ? lead with { Kind = KeyKind.By } : lead;
    }

    /// <summary>Whether "not for" stands here: "not for another year".</summary>
    public static bool IsNotFor(Scan scan, int at) => scan.IsWord(at, "for") && scan.Is(at - 1, KeyKind.Not);

    // "before my baby comes in May"
    private static bool IsBefore(Scan scan, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 7 && scan.Tokens[i].Kind == TokenKind.Word; i--)
        {
            if (scan.IsWord(i, "before"))
                return true;
        }
        return false;
    }

    /// <summary>Reads what follows a time; the kind is None when nothing does.</summary>
    public static (KeyKind Kind, int End) Behind(Scan scan, int end)
    {
        if (scan.IsWord(end, "time") || scan.IsWord(end, "mein") || scan.IsWord(end, "me") || scan.IsWord(end, "hence") || scan.IsWord(end, "main"))
            return (KeyKind.In, end + 1);
        if (scan.IsWord(end, "from") && (scan.IsWord(end + 1, "now") || scan.IsWord(end + 1, "today")))
            return (KeyKind.In, end + 2);
        if (scan.IsWord(end, "ke") && (scan.IsWord(end + 1, "andar") || scan.IsWord(end + 1, "baad") || scan.IsWord(end + 1, "bad")))
            return (scan.IsWord(end + 1, "andar") ? KeyKind.By : KeyKind.After, end + 2);
        if (scan.IsWord(end, "se") && scan.IsWord(end + 1, "pehle"))
            return (KeyKind.By, end + 2);
        if (scan.IsWord(end, "tak") || scan.IsWord(end, "max") || scan.IsWord(end, "maximum") || scan.IsWord(end, "latest") || scan.IsWord(end, "kulla") || scan.IsWord(end, "kulle"))
            return (KeyKind.By, end + 1);
        if (scan.IsWord(end, "baad") || scan.IsWord(end, "onwards") || scan.IsWord(end, "onward") || scan.IsWord(end, "earliest") || scan.IsWord(end, "minimum"))
            return (KeyKind.After, end + 1);
        if (scan.IsWord(end, "at") && scan.IsWord(end + 1, "the") || scan.IsWord(end, "or") || scan.IsWord(end, "at"))
        {
            var at = scan.IsWord(end + 1, "the") ? end + 2 : end + 1;
            return scan.IsWord(at, "earliest") || scan.IsWord(at, "later") || scan.IsWord(at, "more") || scan.IsWord(at, "least") ? (KeyKind.After, at + 1)
                : scan.IsWord(at, "latest") || scan.IsWord(at, "sooner") || scan.IsWord(at, "earlier") || scan.IsWord(at, "less") || scan.IsWord(at, "most") ? (KeyKind.By, at + 1)
                : (KeyKind.None, end);
        }
        return (KeyKind.None, end);
    }

    private static TimePart PartAt(Scan scan, int i) =>
        LateWords.Contains(scan.WordAt(i)) ? TimePart.Late
        : EarlyWords.Contains(scan.WordAt(i)) ? TimePart.Early
        : MidWords.Contains(scan.WordAt(i)) ? TimePart.Mid
        : scan.IsWord(i, "half") ? scan.IsWord(i - 1, "first") ? TimePart.FirstHalf : scan.IsWord(i - 1, "second") ? TimePart.SecondHalf : TimePart.Whole
        : TimePart.Whole;

    private static KeyKind KindAt(Scan scan, int i) => scan.Tokens[i].Key.Kind switch
    {
        KeyKind.In => KeyKind.In,
        KeyKind.By or KeyKind.AtMost => KeyKind.By,
        KeyKind.AtLeast when scan.IsWord(i, "over") && scan.IsWord(i + 1, "the") => KeyKind.In,
        KeyKind.After or KeyKind.AtLeast => KeyKind.After,
        KeyKind.More => KeyKind.After,
        KeyKind.Less => KeyKind.By,
        KeyKind.Not => KeyKind.Not,
        KeyKind.About or KeyKind.Between => scan.IsWord(i, "between") || scan.IsWord(i, "around") ? KeyKind.In : KeyKind.Filler,
        KeyKind.Next => scan.IsWord(i, "coming") || scan.IsWord(i, "next") || scan.IsWord(i, "agle") ? KeyKind.In : KeyKind.Filler,
        KeyKind.This => KeyKind.In,
        KeyKind.Filler or KeyKind.Article or KeyKind.Than => KeyKind.Filler,
        KeyKind.To when scan.IsWord(i - 1, "up") => KeyKind.By,
        _ when scan.IsWord(i, "for") && i > 0 && Plans.Contains(scan.WordAt(i - 1)) => KeyKind.In,
        _ when scan.IsWord(i, "targeting") || scan.IsWord(i, "target") => KeyKind.In,
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
