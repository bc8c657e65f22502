using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>Tells in what a quantity is counted, where a playbook counts one thing in several ways: <c>kg a month</c> is no <c>cups a day</c>.</summary>
internal static class CountUnits
{
    private static readonly (string Unit, string[] Words)[] Units = [("kg", ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"]), ("cups", ["cup", "cups", "coffees", "covers", "drinks"])];
    private static readonly (string Period, string[] Words)[] Periods = [("day", ["day", "daily"]), ("week", ["week", "weekly"]), ("month", ["month", "monthly"]), ("year", ["year", "yearly"])];

    /// <summary>The unit with its period: <c>kg/month</c>; null where the field counts one kind of thing, or nothing is said.</summary>
    public static string? Of(PlaybookField field, string said)
    {
        if (!field.Words.Contains("kg") || !field.Words.Contains("cups"))
            return null;
        string[] words = said.Split([' ', '/', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        var unit = Units.FirstOrDefault(one => one.Words.Any(word => words.Any(part => part.EndsWith(word, StringComparison.OrdinalIgnoreCase)))).Unit;
        var period = Periods.FirstOrDefault(one => one.Words.Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase))).Period;
        return unit is null ? null : period is null ? unit : $"{unit}/{period}";
    }
}
