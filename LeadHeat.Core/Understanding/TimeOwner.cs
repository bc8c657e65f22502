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

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elsewhere = WordSet.Of("attend attending hiring hire recruit recruiting travelling traveling graduate graduates retire retires retiring vacation holiday exam exams holidays graduating");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deadlines = WordSet.Of("deadline rent lease contract tenancy agreement notice visa renewal subscription licence license term stay");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = WordSet.Of("khatam ends end expires expire expiring up runs out due over ending finishes finish lapses renews");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Aside = WordSet.Of("trial pilot test sample samples poc decision decide decides deciding approval approve board transfer relocation budgeting shortlist evaluation sign-off");

    /// <summary>The time as the visitor's own; null when it is none.</summary>
    public static When? Of(Scan scan, When when)
    {
        if (TimeBehind.IsOff(scan, when.End))
            return null;
        if (when is { IsSoon: false, Min: not null, Max: null } && TimeBehind.IsNotLater(scan, when.End))
            when = TimeEdges.Until(when);
        if (TimeBehind.IsWhenWished(scan, when.End) && !TimeBehind.IsNotEarlier(scan, when.End))
            return when;
        if (TimeNotNeeded.IsIt(scan, when))
        {
            scan.Cues |= scan.Answers(Facts.FactFields.Timeline) ? Cues.DoesNotKnow : Cues.None;
            return null;
        }
        // "The baby is due 4 June, we want to be settled before the little one comes"
        if (when is { Unit: 0, IsSoon: false, Min: not null, Max: not null } && SentenceStart(scan, when.Start) is var sentence)
        {
            if (TimeOfEvents.IsBefore(scan, sentence, when.End))
                return TimeEdges.Deadline(when);
            if (TimeOfEvents.IsAfter(scan, sentence, when.End))
                return TimeEdges.Later(when);
        }
        // "I land on 1 March and would love the keys that very day"
        if (TimeBehind.IsOnThatDay(scan, when.End))
            return when;
        var start = ClauseStart(scan, when.Start);
        if (TimeOff.IsIt(scan, start, when) || TimeStill.IsIt(scan, when))
            return null;
        if (TimeOfThings.IsIt(scan, start, when))
            return ThatTime(scan, when);
        var isEvent = IsEvent(scan, start, when.Start) || TimeBehind.IsThatTime(scan, when.End);
        var wishes = WordSet.AnyIn(Wishes, scan, start, when.Start);
        if ((IsOver(scan, start, when) && !WordSet.AnyIn(Hopes, scan, start, when.Start) && !MonthSaid.IsTold(scan, when.Start)) || (!wishes && WordSet.AnyIn(Others, scan, start, when.Start)) || Parties.AsksFor(scan, start, when.Start) || MoneyTold.IsSaidByOurs(scan, start, when.Start) || (!isEvent && WordSet.AnyIn(Elsewhere, scan, start, when.Start)) || TimePast.IsIt(scan, start, when) || (!wishes && scan.Is(when.Start, KeyKind.In) && scan.IsWord(when.Start - 1, "again")) || TimeAsked.IsIt(scan, start, when, wishes))
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
        return (ends || TimeBehind.IsBeforeThat(scan, when.End) ? TimeEdges.Deadline(when) : when) with { IsEnd = isEnd, IsAside = isEnd || scan.IsWord(when.End, "banega") || scan.IsWord(when.End, "banegi") || WordSet.AnyIn(Aside, scan, start, when.Start) };
    }

    private static bool IsOver(Scan scan, int start, When when)
    {
        for (var at = start; at < when.Start; at++)
        {
            // "We'd like to have signed within 90 days" lies ahead.
            if (Over.Contains(scan.WordAt(at)) && !(scan.IsWord(at - 1, "have") && scan.IsWord(at - 2, "to")))
                return !TimePast.IsDemanded(scan, start, at, when);
        }
        return false;
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

    private static int SentenceStart(Scan scan, int at)
    {
        while (at > 0 && !Clauses.EndsSentence(scan, at - 1))
            at--;
        return at;
    }

    private static int ClauseStart(Scan scan, int end)
    {
        var start = end;
        while (start > 0 && end - start < Reach && (scan.Tokens[start - 1].Kind != TokenKind.Symbol || scan.IsSign(start - 1, '%') || (scan.IsSign(start - 1, '-') && !scan.Tokens[start - 1].Apart)) && !scan.Is(start - 1, KeyKind.And) && !scan.IsWord(start - 1, "but") && !scan.IsWord(start - 1, "so") && !scan.IsWord(start - 1, "because"))
            start--;
        return start;
    }
}
