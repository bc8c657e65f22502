using System.Globalization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Overview;

/// <summary>What the page shows, exactly as its address says it: /overview?period=week&amp;source=web&amp;by=owner.</summary>
public sealed record OverviewView(OverviewQuery Query, OverviewGroup By)
{
    /// <summary>Words that mean nothing do not filter: an old link still opens.</summary>
    public static OverviewView Parse(Func<string, string?> word)
    {
        var (from, to) = (DayOf(word("from")), DayOf(word("to")));
        var period = Words.TryParse<OverviewPeriod>(word("period"), out var known) ? known : OverviewPeriod.Month;
        if (period != OverviewPeriod.Custom || from > to)
            (from, to) = (null, null);
        return new(
            new(
                period, from, to, string.IsNullOrWhiteSpace(word("playbook")) ? null : word("playbook"), Words.TryParse<LeadSource>(word("source"), out var source) ? source : null,
                word("owner") is { } owner && (owner is "me" or "none" || Guid.TryParse(owner, out _)) ? owner : null),
            Words.TryParse<OverviewGroup>(word("by"), out var by) ? by : OverviewGroup.Source);
    }

    /// <summary>What follows the path.</summary>
    public string ToQueryString() => $"{Query.ToQueryString()}&by={Words.Of(By)}";

    public string ToAddress() => "/overview" + ToQueryString();

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
