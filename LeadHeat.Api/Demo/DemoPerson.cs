using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadHeat.Api.Demo;

/// <summary>Somebody who does not exist, and what they want: fills the slots of a talk.</summary>
internal sealed partial class DemoPerson
{
    private readonly Dictionary<string, string> _slots = [];

    public DemoPerson(string city, int number, Dice dice)
    {
        var people = DemoFiles.People;
        var place = people.Places[city];
        var (first, last) = (dice.Of(place.First), dice.Of(place.Last));
        First = first;
        _slots["first"] = first;
        _slots["name"] = $"{first} {last}";
        _slots["email"] = $"{first}.{last}{number}@{dice.Of(people.Mail)}".ToLowerInvariant();
        _slots["phone"] = $"{place.Dial}{number:0000}";
        _slots["cafe"] = dice.Of(people.Cafes);
        _slots["company"] = dice.Of(people.Companies);
        _slots["n"] = dice.Of([1, 2, 2, 3, 3, 4, 5, 6, 8]).ToString(CultureInfo.InvariantCulture);
        FillHome(DemoFiles.Cities.First(known => known.City == city), dice);
        FillBusiness(dice);
    }

    public string First { get; }

    public string Fill(string text) => Slot().Replace(text, match => _slots[match.Groups[1].Value]);

    private void FillHome(DemoCity city, Dice dice)
    {
        var flats = city.Areas.Where(area => area.Flat > 0 && area.Types.Count(type => type == "apartment") > 1).ToList();
        // Half ask for the places that most people ask for.
        var area = dice.Percent(50) ? dice.Of(flats.Where(area => Sought.Contains(area.Name)).ToList()) : dice.Of(flats);
        var second = dice.Of(flats.Where(other => other != area).ToList());
        var villas = dice.Of(city.Areas.Where(candidate => candidate.House > 0 && candidate.Types.Contains("villa")).ToList());
        var beds = dice.Of(area.Beds.Where(count => count is > 0 and < 4).ToList());
        var flat = area.Flat * (beds switch { 1 => 72, 2 => 114, _ => 160 }) * dice.Between(88, 140) / 100;
        _slots["area"] = area.Name;
        _slots["area2"] = second.Name;
        _slots["villaarea"] = villas.Name;
        _slots["beds"] = $"{beds}";
        _slots["bhk"] = dice.Of([$"{beds} BHK", $"{beds}BHK", $"{beds} bhk", $"{beds}bhk"]);
        _slots["bed"] = dice.Of([$"{beds} bedroom", $"{beds}-bedroom", $"{beds} bed"]);
        _slots["budget"] = Money(flat, city.Currency, dice);
        _slots["budgetlow"] = Money(flat * 0.55m, city.Currency, dice);
        _slots["budgetvilla"] = Money(villas.House * 330 * dice.Between(95, 130) / 100, city.Currency, dice);
    }

    private void FillBusiness(Dice dice)
    {
        _slots["equipment"] = Money(dice.Between(8, 30) * 100_000m, "INR", dice);
        _slots["equipmentlow"] = Money(dice.Between(2, 5) * 100_000m, "INR", dice);
        _slots["equipmentaed"] = Money(dice.Between(9, 30) * 10_000m, "AED", dice);
        _slots["software"] = Money(dice.Between(12, 60) * 100_000m, "INR", dice);
        _slots["softwarelow"] = Money(dice.Between(1, 4) * 100_000m, "INR", dice);
        _slots["softwareaed"] = Money(dice.Between(12, 60) * 10_000m, "AED", dice);
    }

    private static readonly string[] Sought =
        ["Whitefield", "Indiranagar", "HSR Layout", "Koramangala", "Sarjapur Road", "Hebbal", "Bellandur",
         "Dubai Marina", "Downtown Dubai", "Business Bay", "Dubai Hills Estate", "Jumeirah Village Circle", "Palm Jumeirah"];

    /// <summary>An amount as people write it.</summary>
    private static string Money(decimal amount, string currency, Dice dice)
    {
        var (unit, forms) = (currency, amount) switch
        {
            ("INR", >= 10_000_000) => (10_000_000m, ["{0} Cr", "{0} cr", "{0} crore", "₹{0} Cr", "Rs {0} crores"]),
            ("INR", _) => (100_000m, ["{0} lakhs", "{0} lakh", "{0}L", "₹{0} lakh"]),
            (_, >= 1_000_000) => (1_000_000m, ["AED {0} million", "{0}M AED", "{0} million dirhams", "AED {0}m", "{0} million"]),
            _ => (1_000m, (string[])["AED {0}k", "{0}k AED", "AED {0},000"]),
        };
        var number = decimal.Round(amount / unit, unit is 10_000_000m or 1_000_000m ? 1 : 0);
        return string.Format(CultureInfo.InvariantCulture, dice.Of(forms), number.ToString("0.#", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
