namespace LeadHeat.Core.Understanding;

/// <summary>Tells whose time it is and what happens then: what is over, what others do and what is asked of us is no wish of the visitor's.</summary>
internal static class TimeOwner
{
    private const int Reach = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Over = WordSet.Of(
        "bought broke sold came signed went purchased died stopped visited viewed saw met booked ordered switched joined worked lived paid quit promised happened arrived married called ended");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordSet.Of(
        "sister brother friend friends cousin uncle aunt neighbour neighbours neighbor neighbors colleague tenant tenants competitor competitors he she they");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wishes = WordSet.Of(
        "i we want wants need needs looking hoping planning plan like must should us hope chahiye for");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elsewhere = WordSet.Of("hiring hire recruit recruiting travelling traveling graduate retire retiring vacation holiday exam exams holidays graduating");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Deadlines = WordSet.Of("lease contract tenancy agreement notice visa renewal subscription licence license term stay");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = WordSet.Of("ends end expires expire expiring up runs out due over ending finishes finish lapses renews");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Aside = WordSet.Of("decision decide decides deciding approval approve board transfer relocation budgeting shortlist evaluation sign-off");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ready = WordSet.Of("ready possession handover available complete completed finished delivered done");

    /// <summary>The time as the visitor's own; null when it is none.</summary>
    public static When? Of(Scan scan, When when)
    {
        var start = ClauseStart(scan, when.Start);
        var wishes = Any(scan, start, when.Start, Wishes);
        if ((Any(scan, start, when.Start, Over) && !Any(scan, start, when.Start, Hopes)) || (!wishes && Any(scan, start, when.Start, Others)) || Any(scan, start, when.Start, Elsewhere) || IsAskedOfUs(scan, start, when))
            return IsBeforeThat(scan, when.End) ? Deadline(when) : null;
        var ends = Any(scan, start, when.Start, Deadlines) && Any(scan, start, when.Start, Ends);
        return (ends || IsBeforeThat(scan, when.End) ? Deadline(when) : when) with { IsAside = Any(scan, start, when.Start, Aside) };
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hopes = WordSet.Of("hoping planning thinking looking want need");

    // "Is it ready by December?"; but "can we move in by December?"
    private static bool IsAskedOfUs(Scan scan, int start, When when) => scan.Cues.HasFlag(Cues.Question) && EndsInQuestion(scan, when.End) && !Any(scan, start, when.Start, Wishes)
        && (Any(scan, start, when.Start, Ready) || IsAnotherTold(scan));

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
            if ((scan.IsWord(i, "by") || scan.IsWord(i, "before") || scan.IsWord(i, "till") || scan.IsWord(i, "until")) && (scan.IsWord(i + 1, "then") || scan.IsWord(i + 1, "that")))
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
