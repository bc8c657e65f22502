namespace LeadHeat.Web.Shell;

/// <summary>The clock on the reader's wall: their browser says its zone in a cookie, and unknown zones read as UTC.</summary>
public sealed class ReaderClock(TimeProvider clock)
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    public DateTimeOffset Now => ToReader(clock.GetUtcNow());

    public void SetZone(string? name) =>
        _zone = name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    public DateTimeOffset ToReader(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(ToReader(at).DateTime);

    /// <summary>A wall-clock time that the reader typed, as a moment.</summary>
    public DateTimeOffset FromReader(DateTime wall) => new DateTimeOffset(wall, _zone.GetUtcOffset(wall)).ToUniversalTime();

    /// <summary>Today, Yesterday, Friday, 3 March, 3 March 2025.</summary>
    public string NameOf(DateOnly day)
    {
        var today = DayOf(clock.GetUtcNow());
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => "Today",
            1 => "Yesterday",
            -1 => "Tomorrow",
            > 1 and < 7 => day.DayOfWeek.ToString(),
            _ => day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
