namespace LeadHeat.Api.Demo;

/// <summary>Which features a home has: what is usual for its city and kind, and never two that exclude each other.</summary>
internal static class FeaturePicker
{
    private static readonly Dictionary<string, string> Implied = new()
    {
        ["two parking bays"] = "parking",
        ["private pool"] = "pool",
        ["beachfront"] = "beach access",
    };

    public static IReadOnlyList<string> Pick(DemoHome home, Dice dice)
    {
        List<string> features = [home.View];
        if (home.Status is { } status)
            features.Add(status);
        if (home.Area.Metro && dice.Percent(70))
            features.Add("near metro");
        features.AddRange(dice.Several([.. Usual(home)], dice.Between(3, 5)));
        if (!home.IsPlot && home.Status != DemoHome.UnderConstruction && dice.Percent(35))
            features.Add(dice.Percent(55) ? "semi-furnished" : "furnished");
        features.AddRange(Implied.Where(pair => features.Contains(pair.Key)).Select(pair => pair.Value));
        return [.. features.Distinct()];
    }

    /// <summary>Whether a more exact feature of the home says it already.</summary>
    public static bool IsImplied(string feature, IReadOnlyList<string> features) =>
        Implied.Any(pair => pair.Value == feature && features.Contains(pair.Key));

    private static IEnumerable<string> Usual(DemoHome home)
    {
        if (home.IsPlot)
            return ["clear title", "gated community", "clubhouse", "children's play area"];
        var city = home.Place.Code == "DXB" ? OfDubai(home) : OfBangalore(home);
        return city.Concat(home.IsFlat ? OfFlat(home) : OfHouse(home));
    }

    private static IEnumerable<string> OfDubai(DemoHome home)
    {
        if (home.IsFlat && home.Area.Flat >= 20_000)
            yield return "concierge";
        yield return "pool";
        yield return "gym";
        if (home.Beds >= 3)
            yield return "maid's room";
        if (home.View is "beachfront" or "sea view" && home.Area.Name is "Palm Jumeirah" or "Bluewaters Island" or "Jumeirah Beach Residence")
            yield return "beach access";
    }

    private static IEnumerable<string> OfBangalore(DemoHome home)
    {
        yield return "power backup";
        yield return "east facing";
        yield return "vastu compliant";
        if (home.Type is "independent house" or "villa")
        {
            yield return "borewell";
            yield return "solar water heating";
        }
        if (home.Type == "independent house")
            yield break;
        yield return "clubhouse";
        yield return "gated community";
        yield return "pool";
        yield return "gym";
    }

    private static IEnumerable<string> OfFlat(DemoHome home)
    {
        yield return home.Type == "penthouse" ? "terrace" : "balcony";
        yield return home.Beds >= 3 ? "two parking bays" : "parking";
        yield return "corner unit";
        yield return "pet friendly";
        yield return "near schools";
        if (home.Beds >= 2)
            yield return "study";
        if (home.Floor >= 12)
            yield return "high floor";
        if (home.Type == "apartment")
            yield return "children's play area";
    }

    private static IEnumerable<string> OfHouse(DemoHome home)
    {
        yield return "garden";
        yield return "two parking bays";
        yield return "study";
        yield return "near schools";
        yield return home.Type is "row house" or "independent house" ? "terrace" : "pet friendly";
        if (home.Type == "villa" && home.Beds >= 4)
            yield return "private pool";
    }
}
