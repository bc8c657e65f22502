using System.Globalization;

namespace LeadHeat.Api.Demo;

/// <summary>Writes a unit's title and description out of hand-written sentences; says only what its features say.</summary>
internal static class UnitWriter
{
    private static readonly DemoPhrases Phrases = DemoFiles.Phrases;
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];
    private static readonly string[] Ordinals =
        ["ground", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly string[] ForFamilies =
        ["bedrooms keep", "every bedroom", "second bedroom", "bedrooms are", "two children", "table for six", "guest bath", "half bath"];

    public static string Title(DemoHome home, Dice dice)
    {
        var named = home.Features.Where(Phrases.TitleFeatures.ContainsKey).ToList();
        var titles = Phrases.Titles[home.Kind].Where(title =>
            (named.Count > 0 || !title.Contains("{feature}", StringComparison.Ordinal))
            && (home.View is not ("street view" or "community view") || !title.Contains("{view}", StringComparison.Ordinal)));
        var title = dice.Of([.. titles]);
        if (named.Count > 0)
            title = title.Replace("{feature}", Phrases.TitleFeatures[dice.Of(named)], StringComparison.Ordinal);
        return Raised(Fill(title.Replace("{adjective}", AdjectiveOf(home, dice), StringComparison.Ordinal), home));
    }

    public static string Description(DemoHome home, Dice dice)
    {
        var brandNew = home.Status == DemoHome.UnderConstruction;
        List<string> sentences = [.. Middle(home, brandNew, dice)];
        var opening = dice.Of(Fitting(home, brandNew ? Phrases.BrandNew["openings"] : Phrases.Openings[home is { IsFlat: true, Beds: 0 } ? "studio" : home.Type]));
        var closing = dice.Of(ClosingsOf(home));
        return Fill(string.Join(' ', [opening, .. sentences, closing]).TrimEnd(), home);
    }

    private static IEnumerable<string> Middle(DemoHome home, bool brandNew, Dice dice)
    {
        string[] view = home.IsPlot ? [] : [dice.Of(Phrases.Views[home.View])];
        var interiors = brandNew ? Phrases.BrandNew["interiors"] : Phrases.Interiors[home.Kind];
        var inside = dice.Several(Fitting(home, interiors), home.IsPlot ? 2 : dice.Between(3, 4)).DistinctBy(Subject).Take(3);
        var described = home.Features.Where(feature => Phrases.Features.ContainsKey(feature) && !FeaturePicker.IsImplied(feature, home.Features)).ToList();
        var features = dice.Several(described, dice.Between(2, 3)).Select(feature => dice.Of(Phrases.Features[feature])).ToList();
        var about = dice.Of(home.Area.About);
        var practical = dice.Of(brandNew ? Phrases.BrandNew["practical"]
            : Phrases.Practical[home.IsPlot ? "plot" : $"{home.Place.City} {home.Kind}"]);
        return dice.Below(3) switch
        {
            0 => [.. view, .. inside, .. features, about, practical],
            1 => [about, .. inside, .. view, .. features, practical],
            _ => [.. inside, .. features, .. view, practical, about],
        };
    }

    /// <summary>Sentences that a home of this size can be described with.</summary>
    private static string[] Fitting(DemoHome home, string[] sentences) =>
        home.Beds >= 2 || home.IsPlot ? sentences : [.. sentences.Where(sentence => !ForFamilies.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Two sentences about a kitchen would contradict each other.</summary>
    private static string Subject(string sentence) => sentence.Contains("kitchen", StringComparison.OrdinalIgnoreCase) ? "kitchen" : sentence;

    private static string[] ClosingsOf(DemoHome home) =>
        home.IsPlot ? Phrases.Closings["plot"]
        : home.Status is { } status && Phrases.Closings.TryGetValue(status, out var own) ? [.. own, .. Phrases.Closings["any"].Take(3)]
        : Phrases.Closings["any"];

    private static string AdjectiveOf(DemoHome home, Dice dice)
    {
        var fitting = Phrases.Adjectives[home.Kind].Where(word =>
            (word != "Corner" || home.IsPlot || home.Features.Contains("corner unit"))
            && (home.Status != DemoHome.UnderConstruction || word is "Bright" or "Airy" or "Generous" or "Smart" or "Thoughtfully planned"));
        return dice.Of([.. fitting]);
    }

    private static string Fill(string text, DemoHome home) => text
        .Replace("{bedsShort}", Short(home), StringComparison.Ordinal)
        .Replace("{bedsWords}", home.Beds == 0 ? "studio" : $"{Numbers[home.Beds]}-bedroom", StringComparison.Ordinal)
        .Replace("{bedsNoun}", home.Beds == 1 ? "one bedroom" : $"{Numbers[home.Beds]} bedrooms", StringComparison.Ordinal)
        .Replace("{floor}", Ordinal(home.Floor), StringComparison.Ordinal)
        .Replace("{building}", home.Building, StringComparison.Ordinal)
        .Replace("{area}", home.Area.Name, StringComparison.Ordinal)
        .Replace("{view}", home.View, StringComparison.Ordinal)
        .Replace("{size}", home.SquareFeet.ToString("#,0", CultureInfo.InvariantCulture) + " sq ft", StringComparison.Ordinal);

    private static string Short(DemoHome home) =>
        home is { Beds: 0, IsPlot: false } ? "studio" : home.Place.Code == "DXB" ? $"{home.Beds}-bed {home.Type}" : $"{home.Beds} BHK {home.Type}";

    private static string Ordinal(int floor)
    {
        if (floor < Ordinals.Length)
            return Ordinals[floor];
        var ending = (floor % 10, floor / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };
        return floor.ToString(CultureInfo.InvariantCulture) + ending;
    }

    private static string Raised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
