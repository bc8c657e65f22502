using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playground;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Playground;

/// <summary>What was understood, a line a value, in words.</summary>
public static class UnderstoodRows
{
    public static IReadOnlyList<(string Field, string Value)> Of(UnderstoodText understood)
    {
        List<(string, string)> rows = [];
        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                rows.Add((field, value));
        }

        Add(FactFields.Budget, understood.Budget is { } budget ? Range(budget.Min, budget.Max, amount => Money.Brief(amount, budget.Currency)) + PeriodOf(budget.Period) : null);
        Add(FactFields.Timeline, understood.Timeline is { } time ? $"{TimeOf(time)}{time.Urgency}" : null);
        Add(FactFields.City, understood.Places.City);
        Add(FactFields.Areas, string.Join(", ", understood.Places.Areas));
        foreach (var (field, need) in understood.Needs)
            Add(field, Need(need.Value));
        Add(FactFields.Name, understood.Contact.Name);
        Add(FactFields.Email, understood.Contact.Email is { } email && understood.Contact.EmailSuggestion is { } meant ? $"{email}, perhaps {meant}" : understood.Contact.Email);
        Add(FactFields.Phone, understood.Contact.Phone);
        return rows;
    }

    private static string Need(FactValue value) =>
        value.Items is { } items ? string.Join(", ", items)
        : value.Text ?? Range(value.Min, value.Max, Figure) + (value.Unit is { } unit ? " " + unit : "");

    private static string TimeOf(UnderstoodTimeline time) => time is { MonthsMin: null, MonthsMax: null } ? "" : Range(time.MonthsMin, time.MonthsMax, Figure) + " months, ";

    private static string PeriodOf(string period) => period == "total" ? "" : $" a {period}";

    private static string Range(decimal? min, decimal? max, Func<decimal, string> say) => (min, max) switch
    {
        ({ } low, { } high) when low == high => say(low),
        ({ } low, { } high) => $"{say(low)} to {say(high)}",
        ({ } low, null) => $"from {say(low)}",
        (null, { } high) => $"up to {say(high)}",
        _ => "open",
    };

    private static string Figure(decimal figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
