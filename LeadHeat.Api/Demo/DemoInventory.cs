using LeadHeat.Core.Inventory;

namespace LeadHeat.Api.Demo;

/// <summary>Units to sell in Dubai and Bangalore: the same at every call, each with its own words.</summary>
internal static class DemoInventory
{
    private const int UnitsAnArea = 9;

    public static IReadOnlyList<Unit> Create(DateTimeOffset now)
    {
        HashSet<string> descriptions = [];
        return [.. DemoFiles.Cities.SelectMany(city => city.Areas.SelectMany(area => Fill(city, area, descriptions, now)))];
    }

    private static IEnumerable<Unit> Fill(DemoCity city, DemoArea area, HashSet<string> descriptions, DateTimeOffset now)
    {
        var place = city.Areas.ToList().IndexOf(area) + 1;
        var count = area.Count > 0 ? area.Count : UnitsAnArea;
        for (var number = 1; number <= count; number++)
        {
            var externalId = $"{city.Code}-{place:00}-{number:000}";
            var dice = Dice.For(externalId);
            var home = Plan(city, area, number, dice);
            var title = UnitWriter.Title(home, dice);
            var description = UnitWriter.Description(home, dice);
            while (!descriptions.Add(description))
                description = UnitWriter.Description(home, dice);
            var listed = now.AddDays(-dice.Between(1, 90)).AddMinutes(-dice.Below(1440));
            yield return new Unit(
                dice.Id(listed), externalId, title, description, city.City, area.Name, home.Type, home.Beds, Baths(home, dice),
                home.SizeM2, Price(home, dice), city.Currency, home.Features, Available: true, listed);
        }
    }

    private static DemoHome Plan(DemoCity city, DemoArea area, int number, Dice dice)
    {
        var type = area.Types[number % area.Types.Count];
        var beds = BedsOf(type, area.Beds[dice.Below(2) == 0 ? number % area.Beds.Count : dice.Below(area.Beds.Count)]);
        var flat = type is "apartment" or "penthouse";
        var top = area.Floors > 0 ? area.Floors : city.Code == "DXB" ? 38 : 14;
        var floor = !flat ? 0 : type == "penthouse" ? top : dice.Between(1, top);
        var names = DemoFiles.Phrases.Buildings[city.City];
        var building = $"{dice.Of(names.First)} {dice.Of(flat ? names.Flat : names.House)}";
        var view = dice.Of(area.Views);
        var status = StatusOf(type, dice);
        var home = new DemoHome(city, area, building, type, beds, SizeOf(city, area, type, beds, dice), floor, view, status, []);
        return home with { Features = FeaturePicker.Pick(home, dice) };
    }

    private static int BedsOf(string type, int wanted) => type switch
    {
        "plot" => 0,
        "penthouse" => Math.Max(3, wanted),
        "villa" or "independent house" => Math.Max(3, wanted),
        "townhouse" or "row house" => Math.Clamp(wanted, 2, 4),
        _ => Math.Min(wanted, 4),
    };

    private static string? StatusOf(string type, Dice dice)
    {
        if (type == "plot")
            return null;
        string?[] usual = ["ready to move", "ready to move", "vacant", "tenanted", null];
        return type == "apartment" && dice.Percent(16) ? DemoHome.UnderConstruction : dice.Of(usual);
    }

    private static decimal SizeOf(DemoCity city, DemoArea area, string type, int beds, Dice dice)
    {
        int[] dubai = [44, 74, 118, 166, 228, 290];
        int[] bangalore = [40, 63, 109, 154, 226, 300];
        var flat = (city.Code == "DXB" ? dubai : bangalore)[beds];
        var usual = type switch
        {
            "plot" => dice.Of([111m, 139m, 167m, 223m]),
            "penthouse" => flat * 1.5m,
            "villa" => (flat * 1.35m) + 25,
            "independent house" => (flat * 1.15m) + 20,
            "townhouse" or "row house" => flat + 30,
            _ => flat,
        };
        return type == "plot" ? usual : decimal.Round(usual * area.Scale * dice.Between(90, 112) / 100, 1);
    }

    private static decimal Baths(DemoHome home, Dice dice) => home.Beds switch
    {
        0 => home.IsPlot ? 0 : 1,
        1 => dice.Percent(40) ? 1.5m : 1,
        2 => dice.Percent(30) ? 2.5m : 2,
        _ => home.Beds + (home.IsFlat ? dice.Below(2) - 1 : dice.Below(2)),
    };

    private static decimal Price(DemoHome home, Dice dice)
    {
        var level = home.IsPlot ? home.Area.Flat * 0.52m : home.IsFlat ? home.Area.Flat : home.Area.House;
        var price = level * home.SizeM2 * dice.Between(93, 108) / 100 * (100 + Math.Min(home.Floor, 30) * 0.3m) / 100;
        price *= home.View switch { "sea view" or "beachfront" or "fountain view" => 1.12m, "street view" or "community view" => 0.97m, _ => 1.02m };
        price *= home.Type == "penthouse" ? 1.2m : home.Status == DemoHome.UnderConstruction ? 0.94m : 1m;
        var step = home.Place.Currency == "INR"
            ? price >= 20_000_000 ? 100_000m : 50_000m
            : price >= 2_000_000 ? 25_000m : 5_000m;
        return decimal.Round(price / step, 0) * step;
    }
}
