using LeadHeat.Core.Overview;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Overview;

/// <summary>Turns periods into days of the team's time zone.</summary>
internal sealed class OverviewFrames(IOptions<OverviewOptions> options, TimeProvider clock)
{
    private static readonly DateOnly Beginning = new(1900, 1, 1);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The frame of a query, without what the counts say of themselves.</summary>
    public OverviewFrame Of(OverviewQuery query)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone).DateTime);
        var to = query.Period == OverviewPeriod.Custom ? query.To ?? today : today;
        DateOnly? from = query.Period switch
        {
            OverviewPeriod.Week => today.AddDays(-6),
            OverviewPeriod.Month => today.AddDays(-29),
            OverviewPeriod.Season => today.AddDays(-89),
            OverviewPeriod.Quarter => new(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1),
            OverviewPeriod.Custom => query.From,
            _ => null,
        };
        return Frame(from, to);
    }

    /// <summary>As many days, before those; null before a beginning that is not there.</summary>
    public OverviewFrame? Before(OverviewFrame frame) => frame.From is not { } from || from.DayNumber - Length(frame) < Beginning.DayNumber
        ? null
        : Frame(from.AddDays(-Length(frame)), from.AddDays(-1));

    /// <summary>When a day begins.</summary>
    public DateTimeOffset Start(DateOnly day)
    {
        // A clock that is put forward at midnight has no such time.
        var wall = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        return new DateTimeOffset(wall, _zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private static int Length(OverviewFrame frame) => frame.To.DayNumber - frame.From!.Value.DayNumber + 1;

    private OverviewFrame Frame(DateOnly? from, DateOnly to) =>
        new(from, to, from is { } first ? Start(first) : null, Start(to.AddDays(1)), options.Value.TimeZone, null, 0);
}
