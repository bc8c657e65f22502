using System.Globalization;
using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Overview;

/// <summary>The time in which the leads came that are shown. A quarter is the one that runs.</summary>
[JsonConverter(typeof(WireEnumConverter<OverviewPeriod>))]
public enum OverviewPeriod { Week, Month, Season, Quarter, All, Custom }

/// <summary>What leads are told apart by.</summary>
[JsonConverter(typeof(WireEnumConverter<OverviewGroup>))]
public enum OverviewGroup { Source, Playbook, Owner }

/// <summary>What an overview is of. What is not set does not filter.</summary>
/// <param name="Period">The last 7, 30 or 90 days (week, month, season), with today; or another.</param>
/// <param name="From">The first day of a custom period; null for no beginning.</param>
/// <param name="To">Its last day; null for today.</param>
/// <param name="Source">A source's word.</param>
/// <param name="Owner">A member's id, <c>me</c>, or <c>none</c>.</param>
public sealed record OverviewQuery(
    OverviewPeriod Period = OverviewPeriod.Month, DateOnly? From = null, DateOnly? To = null, string? Playbook = null, Leads.LeadSource? Source = null, string? Owner = null)
{
    /// <summary>As the Api and the page's own address read it: <c>?period=week&amp;source=web</c>.</summary>
    public string ToQueryString()
    {
        List<string> parts = [$"period={Words.Of(Period)}"];
        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        Add("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("playbook", Playbook);
        Add("source", Source is { } source ? Words.Of(source) : null);
        Add("owner", Owner);
        return "?" + string.Join('&', parts);
    }
}

/// <summary>What the figures of an answer are of.</summary>
/// <param name="From">The first day; null for no beginning.</param>
/// <param name="To">The last day.</param>
/// <param name="CreatedFrom">When the first day begins; leads of the period came then or later. Null for no beginning.</param>
/// <param name="CreatedTo">When the last day is over.</param>
/// <param name="Zone">Whose days and hours: the team's time zone by its name.</param>
/// <param name="UpdatedAt">When the figures were last up to date; null while leads are counted for the first time, or anew.</param>
/// <param name="Counted">How many leads are counted in all.</param>
public sealed record OverviewFrame(
    DateOnly? From, DateOnly To, DateTimeOffset? CreatedFrom, DateTimeOffset CreatedTo, string Zone, DateTimeOffset? UpdatedAt, long Counted);
