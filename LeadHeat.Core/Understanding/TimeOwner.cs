namespace LeadHeat.Core.Understanding;

/// <summary>Tells whose time it is and what happens then: what is over, what others do and what is asked of us is no wish of the visitor's.</summary>
internal static class TimeOwner
{
    private const int Reach = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Over = WordSet.Of(
        "was were grew shifted bought broke sold came signed went purchased died stopped visited viewed saw met booked ordered switched joined worked lived paid quit promised happened arrived married called ended");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "sister brother friend friends cousin uncle aunt neighbour neighbours neighbor neighbors colleague tenant tenants competitor competitors he she they");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishes = WordSet.Of(
        "i we want wants need needs looking hoping planning plan like must should us hope chahiye for");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elsewhere = WordSet.Of("hiring hire recruit recruiting travelling traveling graduate retire retiring vacation holiday exam exams holidays graduating");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deadlines = WordSet.Of("deadline lease contract tenancy agreement notice visa renewal subscription licence license term stay");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = WordSet.Of("khatam ends end expires expire expiring up runs out due over ending finishes finish lapses renews");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Aside = WordSet.Of("trial pilot test sample samples poc decision decide decides deciding approval approve board transfer relocation budgeting shortlist evaluation sign-off");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ready = WordSet.Of("ready possession handover available complete completed finished delivered done");

    /// <summary>The time as the visitor's own; null when it is none.</summary>
    public static When? Of(Scan scan, When when)
    {
        var start = ClauseStart(scan, when.Start);
        var isEvent = IsEvent(scan, start, when.Start) || IsThatTime(scan, when.End);
        var wishes = Any(scan, start, when.Start, Wishes);
        if ((Any(scan, start, when.Start, Over) && !Any(scan, start, when.Start, Hopes)) || (!wishes && Any(scan, start, when.Start, Others)) || (!isEvent && Any(scan, start, when.Start, Elsewhere)) || IsAskedOfUs(scan, start, when))
            return IsBeforeThat(scan, when.End) ? Deadline(when) : null;
        if (IsTalk(scan, start, when.Start) || IsMemory(scan, when.Start) || (!scan.Answers(Facts.FactFields.Timeline) && IsStay(scan, start, when)))
            return null;
        // "five months, can't switch earlier", "in 2029, not earlier"
        if (when.Max is { } least && IsNotEarlier(scan, when.End))
            return when with { Min = when.Min ?? least, Max = null, Display = After(when.Display) };
        if (IsAfterThat(scan, when.End) && when.Max is { } then)
            when = when with { Min = when.Min ?? then, Max = null, Display = After(when.Display) };
        var ends = Any(scan, start, when.Start, Deadlines) && (Any(scan, start, when.Start, Ends) || scan.IsWord(when.Start - 1, "is") || scan.IsWord(when.Start - 1, "khatam") || KhatamBefore(scan, when.Start));
        return (ends || IsBeforeThat(scan, when.End) ? Deadline(when) : when) with { IsAside = Any(scan, start, when.Start, Aside) };
    }

    private static string After(string display) => display.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? "after" + display[space..] : display;

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

    // "I'm retiring in 2029 and that's when I'd move"
    private static bool IsThatTime(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 5); i++)
        {
            if (scan.IsWord(i, "when") && (scan.IsWord(i - 1, "that's") || scan.IsWord(i - 1, "thats") || scan.IsWord(i - 1, "that’s") || (scan.IsWord(i - 1, "is") && scan.IsWord(i - 2, "that"))))
                return true;
        }
        return false;
    }

    // "back in January we saw it"; but "we move back in January"
    private static bool IsMemory(Scan scan, int start) =>
        scan.IsWord(start - 1, "back") && scan.Is(start, KeyKind.In) && !Returning.Contains(scan.WordAt(Math.Max(0, start - 2)));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Returning = WordSet.Of("move moving come coming shift shifting go going relocate relocating are be");

    private static bool IsNotEarlier(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 9) && !scan.IsSign(i, '.'); i++)
        {
            if ((scan.IsWord(i, "earlier") || scan.IsWord(i, "sooner") || (scan.IsWord(i, "before") && (scan.IsWord(i + 1, "that") || scan.IsWord(i + 1, "then"))))
                && i > end && (scan.Is(i - 1, KeyKind.Not) || scan.Is(i - 2, KeyKind.Not) || scan.Is(i - 3, KeyKind.Not)))
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

    // "I land on 5th December", "I'll be there in December for a week", "can we meet next week": when somebody comes, not when he moves.
    private static bool IsStay(Scan scan, int start, When when)
    {
        for (var i = start; i < when.Start; i++)
        {
            if (Meeting.Contains(scan.WordAt(i)) || (scan.IsWord(i, "there") && scan.IsWord(i - 1, "be")) || (scan.IsWord(i, "valid") && scan.Cues.HasFlag(Cues.Question)))
                return true;
        }
        return (scan.Cues & Cues.Visit) != 0 && when.Unit == 0 && when.Max is <= 1 && !Any(scan, start, when.Start, Moves);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Meeting = WordSet.Of("land landing meet meeting visit visiting flight viewing");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = WordSet.Of("move moving shift shifting open opening live need want buy possession launch");

    // "Let's talk next month", "ping me in January", "I'll be back next week": when we hear of each other again.
    private static bool IsTalk(Scan scan, int start, int end)
    {
        if (scan.Answers(Facts.FactFields.Timeline))
            return false;
        for (var i = start; i < end; i++)
        {
            if (Talking.Contains(scan.WordAt(i)) || ((scan.IsWord(i, "me") || scan.IsWord(i, "us")) && Reaching.Contains(scan.WordAt(Math.Max(0, i - 1)))) || (scan.IsWord(i, "up") && scan.IsWord(i - 1, "follow"))
                || (scan.IsWord(i, "back") && (scan.IsWord(i - 1, "get") || scan.IsWord(i - 1, "be") || scan.IsWord(i - 1, "come") || scan.IsWord(i - 1, "i'm") || scan.IsWord(i - 1, "am"))))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Talking = WordSet.Of("talk speak discuss chat revert reconnect remind confirm quote quotation offer proposal brochure answer reply response documents report invoice");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reaching = WordSet.Of("ping call contact ring phone text message whatsapp tell mail email write remind");

    // "My visa comes in February and I move right after that"
    private static bool IsAfterThat(Scan scan, int end)
    {
        for (var i = end; i < Math.Min(scan.Tokens.Length, end + 9) && !scan.IsSign(i, '.'); i++)
        {
            if (scan.IsWord(i, "after") && (scan.IsWord(i + 1, "that") || scan.IsWord(i + 1, "then") || (scan.IsWord(i - 1, "right") || scan.IsWord(i - 1, "soon") || scan.IsWord(i - 1, "immediately") || scan.IsWord(i - 1, "only")) && i + 1 >= scan.Tokens.Length)
                || (scan.IsWord(i, "uske") && scan.IsWord(i + 1, "baad")) || (scan.IsWord(i, "only") && scan.IsWord(i + 1, "then")))
                return true;
        }
        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hopes = WordSet.Of("hoping planning planned thinking looking want need");

    // "Is it ready by December?"; but "can we move in by December?"
    private static bool IsAskedOfUs(Scan scan, int start, When when) => scan.Cues.HasFlag(Cues.Question) && EndsInQuestion(scan, when.End) && !Any(scan, start, when.Start, Wishes)
        && (Any(scan, start, when.Start, Ready) || IsAnotherTold(scan) || AsksOfThat(scan, start));

    // "Is the metro extension reaching this year?"
    private static bool AsksOfThat(Scan scan, int start) => start == 0 && (scan.IsWord(0, "is") || scan.IsWord(0, "are") || scan.IsWord(0, "will") || scan.IsWord(0, "does") || scan.IsWord(0, "has") || scan.IsWord(0, "was")) && scan.Tokens.Length > 4;

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

    // "The wedding is on 14 February and we want to be settled by then."
    private static bool IsBeforeThat(Scan scan, int end)
    {
        for (var i = end; i + 1 < scan.Tokens.Length; i++)
        {
            if ((scan.IsWord(i, "by") || scan.IsWord(i, "before") || scan.IsWord(i, "till") || scan.IsWord(i, "until")) && (scan.IsWord(i + 1, "then") || scan.IsWord(i + 1, "that"))
                || (scan.IsWord(i + 1, "pehle") && (scan.IsWord(i, "uske") || scan.IsWord(i, "usse") || scan.IsWord(i, "isse") || scan.IsWord(i, "iske"))))
                return true;
        }
        return false;
    }

    private static When Deadline(When when) => when.Max is null ? when : when with
    {
        Min = null,
        Display = when.Display.StartsWith("in ", StringComparison.Ordinal) ? "by " + when.Display[3..]
            : when.Display.LastIndexOf(" and ", StringComparison.Ordinal) is > 0 and var at ? "by " + when.Display[(at + 5)..] : when.Display,
    };

    private static int ClauseStart(Scan scan, int end)
    {
        var start = end;
        while (start > 0 && end - start < Reach && scan.Tokens[start - 1].Kind != TokenKind.Symbol && !scan.Is(start - 1, KeyKind.And) && !scan.IsWord(start - 1, "but") && !scan.IsWord(start - 1, "so") && !scan.IsWord(start - 1, "because"))
            start--;
        return start;
    }

    private static bool Any(Scan scan, int start, int end, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        for (var i = start; i < end; i++)
        {
            if (words.Contains(scan.WordAt(i)))
                return true;
        }
        return false;
    }
}
