using System.Globalization;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads times of the calendar: <c>next month</c>, <c>by end of March</c>, <c>Q1 2027</c>, <c>mid next year</c>, <c>before the end of the year</c>.</summary>
internal static class CalendarTime
{
    public static When? At(Scan scan, int i, List<When> found)
    {
        if (MonthTime.At(scan, i, found) is { } month)
            return month;
        if (CalendarPeriod.At(scan, i) is not { } period)
            return null;
        var lead = TimeLead.Before(scan, period.Start);
        // "not next month but the one after"
        if (lead.IsDenied || (lead.Kind == KeyKind.None && scan.Is(period.Start - 1, KeyKind.Not) && !scan.Cues.HasFlag(Cues.Question)) || (period.NeedsBy && lead.Kind != KeyKind.By))
            return null;
        if (lead.Part == TimePart.Whole && !period.IsPart && TimeLead.PartBehind(scan, period.End) is (not TimePart.Whole and var part, var partEnd))
            (lead, period) = (lead with { Part = part }, period with { End = partEnd });
        if (scan.IsWord(period.Start - 1, "last") || (period.NeedsLead && lead.Kind == KeyKind.None && lead.Part == TimePart.Whole && !scan.Answers(FactFields.Timeline) && TimeBounds.At(scan, period.End).Kind == KeyKind.None && !YearSaid.IsTime(scan, period.Start, period.End) && scan.Tokens.Length > period.End - period.Start + 1))
            return null;
        // "later this year" is this year
        if (scan.IsWord(lead.Start, "later") && scan.Is(lead.Start + 1, KeyKind.This))
            lead = lead with { Kind = KeyKind.None };
        if (scan.IsWord(lead.Start - 1, "if") || scan.IsWord(lead.Start - 3, "if"))
            return null;
        if (period.High - period.Low < 0.6m && period.Low < 1 && !scan.Answers(FactFields.Timeline) && (scan.Cues & (Cues.Visit | Cues.Callback)) != 0)
            return null;
        var (low, high) = PartOf(period.Low, period.High, lead.Part, period.IsPart);
        if (lead is { Kind: KeyKind.By, Part: TimePart.Mid } && period.High - period.Low >= 11)
            high = period.Low + 5;
        // "at the end of the year" is then, "by the end of the year" any time before.
        var isThen = period.IsClose && high >= 2 && (scan.IsWord(period.Start - 1, "at") || (scan.IsWord(period.Start - 1, "the") && scan.IsWord(period.Start - 2, "at")));
        var told = Told(scan, period.IsClose ? high : low, high, period.IsClose && !isThen && lead.Kind == KeyKind.None ? lead with { Kind = KeyKind.By } : lead, period.End);
        return period.Day is var (inYear, inMonth, day) ? CalendarDate.OnDay(scan, told, inYear, inMonth, day) : told;
    }

    /// <summary>The time as the words before and behind it bound it: "by", "after", "at the earliest".</summary>
    public static When? Told(Scan scan, decimal low, decimal high, TimeLead lead, int end)
    {
        if (high < 0)
            return null;
        low = Math.Max(low, 0);
        high = Math.Max(high, 0.25m);
        var (behind, after) = TimeBounds.At(scan, end);
        var kind = behind is KeyKind.By or KeyKind.After ? behind : lead.Kind;
        return kind switch
        {
            KeyKind.After => lead.Excludes && behind != KeyKind.After ? new(high < 1 ? 0 : Math.Ceiling(high), null, $"after {Name(scan, high)}", 0.92, lead.Start, after)
                : new(low, null, $"from {Name(scan, low)}", 0.92, lead.Start, after),
            KeyKind.By => new(null, scan.IsWord(lead.Start, "before") && lead.Part == TimePart.Whole && high - low >= 11 ? Math.Max(low - 1, 0.5m) : scan.IsWord(lead.Start, "before") && lead.Part == TimePart.Whole && high - low >= 2 ? Math.Max(low, 0.5m) : high, $"by {Name(scan, high)}", 0.94, lead.Start, after),
            _ => new(low, high, Between(scan, low, high), 0.93, lead.Start, after),
        };
    }

    private static (decimal, decimal) PartOf(decimal low, decimal high, TimePart part, bool isPart)
    {
        var length = high - low;
        if (isPart || length < 2)
            return part == TimePart.Late && length >= 0 ? (high, high) : (low, high);
        return part switch
        {
            TimePart.Early => (low, low + Math.Floor(length / 3)),
            TimePart.Mid => (low + Math.Floor((length + 1) / 3), low + Math.Ceiling((length + 1) * 2 / 3) - 1),
            TimePart.Late => (high, high),
            TimePart.FirstHalf => (low, low + Math.Floor(length / 2)),
            TimePart.SecondHalf => (low + Math.Ceiling(length / 2), high),
            _ => (low, high),
        };
    }

    private static string Between(Scan scan, decimal low, decimal high)
    {
        var (first, last) = (scan.Now.AddMonths((int)low), scan.Now.AddMonths((int)high));
        return (first.Year, first.Month) == (last.Year, last.Month) ? $"in {Name(scan, high)}"
            : first.Month == 1 && last.Month == 12 && first.Year == last.Year ? $"in {first.Year}"
            : low == 0 ? $"by {Name(scan, high)}"
            : first.Year == last.Year ? $"between {first.ToString("MMMM", CultureInfo.InvariantCulture)} and {Name(scan, high)}" : $"between {Name(scan, low)} and {Name(scan, high)}";
    }

    private static string Name(Scan scan, decimal months) => scan.Now.AddMonths((int)months).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
