using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("2BHK in Whitefield", "Whitefield", "Bangalore")]
    [InlineData("JVC or jlt", "Jumeirah Village Circle or Jumeirah Lake Towers", "Dubai")]
    [InlineData("dubai marina, jbr", "Dubai Marina or Jumeirah Beach Residence", "Dubai")]
    [InlineData("palm jumeirah", "Palm Jumeirah", "Dubai")]
    [InlineData("Sarjapur Rd", "Sarjapur Road", "Bangalore")]
    [InlineData("whitefeild", "Whitefield", "Bangalore")]
    [InlineData("Koramangla or Indranagar", "Koramangala or Indiranagar", "Bangalore")]
    [InlineData("malleshwarm", "Malleshwaram", "Bangalore")]
    [InlineData("Electronc City", "Electronic City", "Bangalore")]
    [InlineData("bussiness bay", "Business Bay", "Dubai")]
    [InlineData("not Whitefield", null, null)]
    [InlineData("anything but Hebbal", null, null)]
    [InlineData("Bengaluru", null, "Bangalore")]
    [InlineData("dubai or bangalore", null, null)]
    [InlineData("I work in Whitefield", null, null)]
    [InlineData("I'm from Dubai, want something in Bangalore", null, "Bangalore")]
    [InlineData("we'd like to live in Hebbal", "Hebbal", "Bangalore")]
    [InlineData("a calm place with spring water and a herbal garden", null, null)]
    [InlineData("a green meadow for the hood", null, null)]
    [InlineData("I rent a room in Domlur and even that hurts", null, null)]
    [InlineData("want to rent in Domlur", "Domlur", "Bangalore")]
    [InlineData("purana flat bechna hai Marathahalli me", null, null)]
    [InlineData("selling our place in HSR, then we buy in Hebbal", "Hebbal", "Bangalore")]
    [InlineData("62 lakh me nikal jayega", null, null)]
    [InlineData("Hebbal no, there is noise", null, null)]
    public void Places(string text, string? areas, string? city) =>
        Assert.Equal((areas, city), (Said.Display(FactFields.Areas, text), Said.Display(FactFields.City, text)));

    [Theory]
    [InlineData("Hebbal no, there is everywhere noise", "Whitefield")]
    [InlineData("wife bol rahi hai Hebbal nahi", "Whitefield")]
    [InlineData("sirf Hebbal dikhao", "Hebbal")]
    [InlineData("Domlur too far", "Whitefield or Hebbal")]
    public void What_is_rejected_is_wished_for_no_longer(string text, string areas)
    {
        var room = new Dialogue.Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield or Hebbal");

        room.Say(text);

        Assert.Equal(areas, room.Facts.Single(fact => fact.Field == FactFields.Areas).Display);
    }

    [Fact]
    public void Geo_match_gives_right_names_neighbours_and_what_is_unknown()
    {
        var match = GeoMatcher.Match(Shipped.RealEstate, null, ["white field", "Mumbai"]);

        Assert.Equal("Bangalore", match.City);
        Assert.Equal(["Whitefield"], match.Areas);
        Assert.Equal(["Mumbai"], match.Unknown);
        Assert.Equal(["Varthur", "Kadugodi"], match.Nearby.Take(2));
    }

    [Fact]
    public void Every_area_is_found_by_its_own_name_and_aliases()
    {
        foreach (var city in Shipped.RealEstate.Cities)
        {
            foreach (var area in city.Areas)
            {
                foreach (var name in area.Aliases.Prepend(area.Name))
                    Assert.Equal((name, area.Name), (name, Said.Display(FactFields.Areas, $"something in {name} please")));
            }
        }
    }
}
