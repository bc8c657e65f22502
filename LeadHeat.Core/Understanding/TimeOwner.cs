namespace LeadHeat.Core.Understanding;

/// <summary>Tells whose time it is and what happens then: what is over, what others do and what is asked of us is no wish of the visitor's.</summary>
internal static class TimeOwner
{
    private const int Reach = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Over = WordSet.Of(
        "turned rose increased raised hiked jumped dropped fell wrote emailed messaged told heard spoke was were grew shifted bought broke sold came signed went purchased died stopped visited viewed saw met booked ordered switched joined rang increases hikes worked lived paid quit promised happened arrived married called ended");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "sister brother friend friends cousin uncle aunt neighbour neighbours neighbor neighbors colleague tenant tenants competitor competitors he she they");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishes = WordSet.Of(
        "i we want wants need needs looking hoping planning plan like must should us hope chahiye for");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elsewhere = WordSet.Of("attend attending hiring hire recruit recruiting travelling traveling graduate retire retiring vacation holiday exam exams holidays graduating");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deadlines = WordSet.Of("deadline rent lease contract tenancy agreement notice visa renewal subscription licence license term stay");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = WordSet.Of("khatam ends end expires expire expiring up runs out due over ending finishes finish lapses renews");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Aside = WordSet.Of("trial pilot test sample samples poc decision decide decides deciding approval approve board transfer relocation budgeting shortlist evaluation sign-off");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing = WordSet.Of("buying moving shifting opening starting launching doing deciding switching signing purchasing");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ready = WordSet.Of("hands hand ready possession handover available complete completed finished delivered done");

    /// <summary>The time as the visitor's own; null when it is none.</summary>
    public static When? Of(Scan scan, When when)
    {
        // "We are not buying this month, maybe in March"
        if ((scan.Is(when.Start, KeyKind.This) || scan.Is(when.Start, KeyKind.Next)) && scan.Is(when.Start - 2, KeyKind.Not) && Doing.Contains(scan.WordAt(when.Start - 1)))
            return null;
        if (TimeBehind.IsOff(scan, when.End))
            return null;
        if (TimeNotNeeded.IsIt(scan, when))
        {
            scan.Cues |= scan.Answers(Facts.FactFields.Timeline) ? Cues.DoesNotKnow : Cues.None;
            return null;
        }
        // "I land on 1 March and would love the keys that very day"
        if (TimeBehind.IsOnThatDay(scan, when.End))
            return when;
        var start = ClauseStart(scan, when.Start);
        if (TimeOff.IsIt(scan, start, when))
            return null;
        if (TimeOfThings.IsIt(scan, start, when))
            return ThatTime(scan, when);
        var isEvent = IsEvent(scan, start, when.Start) || TimeBehind.IsThatTime(scan, when.End);
        var wishes = WordSet.AnyIn(Wishes, scan, start, when.Start);
        if ((WordSet.AnyIn(Over, scan, start, when.Start) && !WordSet.AnyIn(Hopes, scan, start, when.Start) && !MonthSaid.IsTold(scan, when.Start)) || (!wishes && WordSet.AnyIn(Others, scan, start, when.Start)) || (!isEvent && WordSet.AnyIn(Elsewhere, scan, start, when.Start)) || TimePast.IsIt(scan, start, when) || (!wishes && scan.Is(when.Start, KeyKind.In) && scan.IsWord(when.Start - 1, "again")) || IsAskedOfUs(scan, start, when))
            return ThatTime(scan, when);
        if (IsSpent(scan, when))
            return null;
        if (TimeOfTalk.IsIt(scan, start, when))
            return TimeBehind.IsBeforeThat(scan, when.End) ? TimeEdges.Deadline(when) : null;
        // "five months, can't switch earlier", "in 2029, not earlier"
        if (when.Max is { } least && TimeBehind.IsNotEarlier(scan, when.End))
            return when with { Min = when.Min ?? least, Max = null, Display = TimeEdges.After(when.Display) };
        if (TimeBehind.IsAfterThat(scan, when.End) && !TimeBehind.IsLast(scan, when) && !IsFixed(scan, start, when))
            when = TimeEdges.Later(when);
        var ends = WordSet.AnyIn(Deadlines, scan, start, when.Start) && (WordSet.AnyIn(Ends, scan, start, when.Start) || scan.IsWord(when.Start - 1, "is") || scan.IsWord(when.Start - 1, "khatam") || KhatamBefore(scan, when.Start));
        // "Kids finish term in July so we'd shift then"
        ends &= !TimeBehind.IsThen(scan, when.End);
        ends |= TimeEnds.IsSupplier(scan, start, when.Start);
        // "Their contract is up end of January, we'd switch on 1 February": when it ends is not when something is wanted, where both are told.
        var isEnd = ends;
        ends |= when.Unit == 0 && TimeEnds.IsBound(scan, start, when.Start);
        return (ends || TimeBehind.IsBeforeThat(scan, when.End) ? TimeEdges.Deadline(when) : when) with { IsAside = isEnd || scan.IsWord(when.End, "banega") || scan.IsWord(when.End, "banegi") || WordSet.AnyIn(Aside, scan, start, when.Start) };
    }

    // "This year we want to stay at 10k": what a time may cost.
    private static bool IsSpent(Scan scan, When when)
    {
        if (!scan.Is(when.Start, KeyKind.This) || TimeLengths.Moves(scan))
            return false;
        for (var i = when.End; i < Math.Min(scan.Tokens.Length, when.End + 7) && scan.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (scan.Is(i, KeyKind.Money) || (scan.IsWord(i, "at") && scan.IsWord(i - 1, "stay")))
                return true;
        }
        return false;
    }

    // What happens at a time that is somebody else's, and what the visitor does by then or after it.
    private static When? ThatTime(Scan scan, When when) => TimeBehind.IsBeforeThat(scan, when.End) ? TimeEdges.Deadline(when) : TimeBehind.IsAfterThat(scan, when.End) || TimeBehind.IsNotEarlier(scan, when.End) ? TimeEdges.Later(when) : null;

    // "Have to finalise within 10 days, as I fly back after that"
    private static bool IsFixed(Scan scan, int start, When when) => (scan.IsWord(when.Start, "within") || scan.IsWord(when.Start, "by")) && WordSet.AnyIn(Settling, scan, start, when.Start);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Settling = WordSet.Of("finalise finalize close buy book decide sign order finish purchase settle conclude");

    // "after the exams in March", "before the holidays in May"
    private static bool IsEvent(Scan scan, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (scan.IsWord(i, "after") || scan.IsWord(i, "before") || scan.IsWord(i, "once"))
                return true;
        }
        return false;
    }

    // "the lease is running out": khatam ho raha hai
    private static bool KhatamBefore(Scan scan, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 4; i--)
        {
            if (scan.IsWord(i, "khatam"))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hopes = WordSet.Of("hoping planning planned thinking looking want need vacate khaali");

    // "Is it ready by December?"; but "can we move in by December?"
    private static bool IsAskedOfUs(Scan scan, int start, When when) => AsksWhy(scan, start) || scan.Cues.HasFlag(Cues.Question) && EndsInQuestion(scan, when.End)
        && ((start == 0 && IsAskedOfYou(scan) && !WordSet.AnyIn(Selves, scan, start, when.Start)) || !WordSet.AnyIn(Wishes, scan, start, when.Start) && (WordSet.AnyIn(Ready, scan, start, when.Start) || IsAnotherTold(scan) || AsksOfThat(scan, start)));

    // "Why do you show me projects that are ready in 2029"
    private static bool AsksWhy(Scan scan, int start) => scan.IsWord(start, "why") && (scan.IsWord(start + 2, "you") || scan.IsWord(start + 2, "u") || scan.IsWord(start + 1, "you") || scan.IsWord(start + 1, "u"));

    // "Is the metro extension reaching this year?"
    private static bool AsksOfThat(Scan scan, int start) => start == 0 && (scan.IsWord(0, "is") || scan.IsWord(0, "are") || scan.IsWord(0, "will") || scan.IsWord(0, "does") || scan.IsWord(0, "has") || scan.IsWord(0, "was")) && scan.Tokens.Length > 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Selves = WordSet.Of("i we us me my our want need");

    // "Do you bill the annual plan in January?"; but "do you have one by January?"
    private static bool IsAskedOfYou(Scan scan) => (scan.IsWord(0, "do") || scan.IsWord(0, "did") || scan.IsWord(0, "when")) && (scan.IsWord(1, "you") || scan.IsWord(1, "u") || scan.IsWord(2, "you")) && !scan.IsWord(2, "have") && !scan.IsWord(2, "think") && !scan.IsWord(2, "got");

    // "Possession by end of Feb. Commission as usual?" asks about the commission.
    private static bool EndsInQuestion(Scan scan, int end)
    {
        for (var i = end; i < scan.Tokens.Length && scan.Text.Contains('?', StringComparison.Ordinal); i++)
        {
            if (scan.IsSign(i, '?'))
                return true;
            if (scan.IsSign(i, '!') || (scan.IsSign(i, '.') && i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Apart))
                return false;
        }
        return true;
    }

    // "…, right?" asks whether a fact is so.
    private static bool IsAnotherTold(Scan scan) => scan.Tokens.Length > 3 && scan.IsSign(scan.Tokens.Length - 1, '?') && scan.IsWord(scan.Tokens.Length - 2, "right");

    private static int ClauseStart(Scan scan, int end)
    {
        var start = end;
        while (start > 0 && end - start < Reach && (scan.Tokens[start - 1].Kind != TokenKind.Symbol || scan.IsSign(start - 1, '%') || (scan.IsSign(start - 1, '-') && !scan.Tokens[start - 1].Apart)) && !scan.Is(start - 1, KeyKind.And) && !scan.IsWord(start - 1, "but") && !scan.IsWord(start - 1, "so") && !scan.IsWord(start - 1, "because"))
            start--;
        return start;
    }
}
