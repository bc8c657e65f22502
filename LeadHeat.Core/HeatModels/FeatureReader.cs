using System.Globalization;

namespace LeadHeat.Core.HeatModels;

/// <summary>Reads a feature's value as people and files write it. What is wrong is said in a sentence that names the feature.</summary>
public static class FeatureReader
{
    /// <summary>The most characters of a category's word.</summary>
    public const int LongestWord = 100;

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The weekday's word.</summary>
    public static string Of(DayOfWeek day) => Weekdays[(int)day];

    internal static string? TryRead(HeatFeature feature, string? text, out string? word, out double number)
    {
        (word, number) = (null, double.NaN);
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (feature.Kind != FeatureKind.Category)
            return TryNumber(feature, text, out number);
        if (text.Length > LongestWord)
            return $"'{feature.Name}' has at most {LongestWord} characters.";
        word = Normal(text);
        return feature == HeatFeatures.CreatedWeekday ? TryWeekday(text, out word) : null;
    }

    internal static string? TryRead(HeatFeature feature, double value, out string? word, out double number)
    {
        (word, number) = (null, value);
        if (feature.Kind == FeatureKind.Category)
        {
            number = double.NaN;
            return feature == HeatFeatures.CreatedWeekday
                ? TryWeekday(value.ToString(CultureInfo.InvariantCulture), out word)
                : $"'{feature.Name}' has to be a word.";
        }

        if (!double.IsFinite(value))
            return $"'{feature.Name}' has to be a finite number.";
        if (feature.Kind == FeatureKind.Flag)
            return value is 0 or 1 ? null : $"'{feature.Name}' has to be true or false.";
        return value >= feature.Least && value <= feature.Most
            ? null : FormattableString.Invariant($"'{feature.Name}' has to be from {feature.Least} to {feature.Most:0}.");
    }

    /// <summary>A category's word as it is compared: <c>Lead  Ads</c> is <c>lead ads</c>.</summary>
    private static string Normal(string text) =>
        string.Join(' ', text.ToLowerInvariant().Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? TryNumber(HeatFeature feature, string text, out double number)
    {
        if (feature.Kind == FeatureKind.Flag && TryFlag(text) is { } flag)
        {
            number = flag ? 1 : 0;
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? TryRead(feature, number, out _, out number)
            : feature.Kind == FeatureKind.Flag ? $"'{feature.Name}' has to be true or false." : $"'{feature.Name}' has to be a number.";
    }

    private static bool? TryFlag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" => true,
        "false" or "no" or "n" => false,
        _ => null,
    };

    // Monday, mon, or 1 for Monday to 7 for Sunday, which is 0 too.
    private static string? TryWeekday(string text, out string? word)
    {
        var low = text.ToLowerInvariant();
        var day = int.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number is >= 0 and <= 7 ? number % 7 : -1
            : low.Length < 3 ? -1 : Array.FindIndex(Weekdays, name => name == low || (low.Length <= 4 && name.StartsWith(low, StringComparison.Ordinal)));
        word = day < 0 ? null : Weekdays[day];
        return word is null ? "'createdWeekday' has to be a weekday: monday, or 1 for Monday to 7 for Sunday." : null;
    }
}
