using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Finds when: <c>within 3 months</c>, <c>ASAP</c>, <c>by end of March</c>, <c>next quarter</c>, <c>no rush</c>. Months count from now.</summary>
internal static class TimelineScanner
{
    /// <summary>Within a month: what such a value says.</summary>
    public const string Immediate = "immediate";

    public static void Run(Scan scan)
    {
        if (scan.Playbook.Field(FactFields.Timeline) is null)
            return;
        List<When> found = [];
        var last = -1;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Taken)
                continue;
            var when = SoonTime.At(scan, i) ?? RelativeTime.At(scan, i, found) ?? CalendarTime.At(scan, i, found) ?? Feasts.At(scan, i, found);
            if (when is not { } here)
                continue;
            if (TimeOwner.Of(scan, here) is { } own && (IsMeant(scan, here, own, last) || !LearnedDoubts.IsOthers(scan, here)))
                Add(scan, found, TimeGloss.Of(scan, own));
            i = Math.Max(i, here.End - 1);
            last = here.End;
        }
        // "No hurry whatsoever, our contract runs until late 2028": an end alone presses nobody who says so.
        if (Best(scan, found) is { } best && !(best.IsEnd && SoonTime.NoRush(scan) is not null))
            scan.Found(FactFields.Timeline, Value(best.Min, best.Max), best.Display, best.Confidence, best.Start, best.End);
        else if (SoonTime.NoRush(scan) is { } span)
            scan.Values.Add(new(FactFields.Timeline, new(Text: "none", Unit: "months"), "no rush", 0.9, [span]));
        else if (scan.IsLeftForLater && scan.Answers(FactFields.Timeline) && !scan.Cues.HasFlag(Cues.Callback))
            scan.Cues |= Cues.DoesNotKnow;
    }

    // What is said of a time, as "before that" is, tells that it is meant, and so does a change: "December is too early, so February now".
    private static bool IsMeant(Scan scan, When said, When own, int last) =>
        own.Min != said.Min || own.Max != said.Max || scan.IsWord(said.End, "now") || scan.IsWord(said.Start - 1, "now") || last >= 0 && TimeChange.IsBetween(scan, last, said.Start);

    // "Not before 1 July and not later than 31 August" is one time.
    private static void Add(Scan scan, List<When> found, When when)
    {
        if (found is [.., { IsSoon: false, Min: { } from, Max: null, Unit: 0 } before] && when is { IsSoon: false, Min: null, Max: { } until, Unit: 0 } && until > from && IsJoined(scan, before.End, when.Start))
            found[^1] = when with { Min = from, Start = before.Start, Display = TimeEdges.Between(before.Display, when.Display) };
        else if (found is [.., { IsSoon: false, Min: { } first, Max: not null, Unit: 0 } open] && when is { IsSoon: false, Max: { } last, Unit: 0 } && last > first && IsBetween(scan, open, when))
            found[^1] = when with { Min = first, Start = open.Start, Display = TimeEdges.Between(open.Display, when.Display) };
        else
            found.Add(when);
    }

    /// <summary>Whether the other end of a "between" begins at a token: "between Easter and June".</summary>
    internal static bool IsOtherEnd(Scan scan, List<When> found, int start) =>
        found is [.., { Unit: 0, Min: not null } from] && from.End == start - 1 && scan.Is(from.End, KeyKind.And) && (scan.IsWord(from.Start, "between") || scan.IsWord(from.Start - 1, "between"));

    // "Between Christmas and mid-February": two days or months with nothing but "and" between them.
    private static bool IsBetween(Scan scan, When from, When to) =>
        (scan.IsWord(from.Start, "between") || scan.IsWord(from.Start - 1, "between")) && (to.Start == from.End + 1 && (scan.Is(from.End, KeyKind.And) || scan.Is(from.End, KeyKind.To)) || to.Start == from.End && scan.Is(to.Start, KeyKind.And));

    private static bool IsJoined(Scan scan, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!scan.IsSign(at, ',') && !scan.IsSign(at, '-') && !Joining.Contains(scan.WordAt(at)))
                return false;
        }
        return to - from <= MostJoining;
    }

    private const int MostJoining = 6;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Joining = WordSet.Of("and but on yet then not no later than at the latest it must be");

    // A month of 31 days, or a weekend more, is a month.
    private const decimal AMonth = 1.1m;

    // What ends within it ends on a day, and not some time this month.
    private const decimal AFortnight = 0.45m;

    /// <summary>A timeline's value: <c>immediate</c> within a month, <c>soon</c> within half a year, else <c>later</c>.</summary>
    internal static FactValue Value(decimal? min, decimal? max) => new(
        Text: max is null or > 6 ? "later" : max > AMonth ? "soon" : Immediate, Min: min, Max: max, Unit: "months");

    /// <summary>At most so many months from now, as a salesperson says it.</summary>
    internal static string Within(decimal months) => months switch
    {
        <= 0 => "right away",
        <= 1 => "within a month",
        _ => string.Create(CultureInfo.InvariantCulture, $"within {months:0.##} months"),
    };

    // "Early next year, jan or feb"; "he joins next June, so it must be ready by June".
    private static bool Refines(When before, When when) => IsSameStart(before, when) || before is { IsSoon: false, Min: { } from, Max: null } && when is { IsSoon: false, Min: { } at, Max: not null } && at >= from || !when.IsSoon && before is { IsSoon: false, Min: { } low, Max: { } high } && when.Max is { } last
        && ((when.Min is { } first && first >= low - 0.1m && last <= high + 0.1m && last - first < high - low) || (when.Min is null && Math.Abs(high - last) < 0.6m));

    // "post ramzan, from april say"
    private static bool IsSameStart(When before, When when) => before is { IsSoon: false, Min: { } from, Max: null } && when is { IsSoon: false, Min: { } at, Max: null } && at >= from && when.Start - before.End <= 3;

    // What is said last counts after a change of mind; a date says more than "urgent", where it is not this month that is meant; the start more than the decision.
    private static When? Best(Scan scan, List<When> found)
    {
        When? best = null;
        foreach (var when in found)
        {
            if (best is not { } before || (before.IsAside && !when.IsAside)
                || (before.IsAside == when.IsAside && (TimeChange.IsBetween(scan, before.End, when.Start) || Refines(before, when) || (before.IsSoon && !when.IsSoon && when.Max is null or > 1 or <= AFortnight)))
                    || (before.IsSoon && when is { IsSoon: false, IsAside: true, Max: <= AFortnight }))
                best = when;
        }
        return best;
    }
}

/// <summary>A time that was found.</summary>
/// <param name="Min">Months from now, at least; null when open.</param>
/// <param name="Max">Months from now, at most; null when open.</param>
/// <param name="IsSoon">Whether it says "soon" without a date.</param>
/// <param name="IsAside">Whether it is the time of something beside the wish: a decision, a transfer.</param>
/// <param name="Unit">Months of the unit that it was counted in; 0 for a date.</param>
internal readonly record struct When(
    decimal? Min, decimal? Max, string Display, double Confidence, int Start, int End, bool IsSoon = false, bool IsAside = false, decimal Unit = 0)
{
    /// <summary>Whether it is when something ends that is there now: a lease, a contract.</summary>
    public bool IsEnd { get; init; }
}
