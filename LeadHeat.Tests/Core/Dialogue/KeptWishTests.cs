using LeadHeat.Core.Facts;
using LeadHeat.Tests.Core;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Nothing that somebody looks for is lost because of what he tells beside it.</summary>
public sealed class KeptWishTests
{
    [Fact]
    public void Who_looks_for_something_to_rent_is_kept_with_all_that_he_told()
    {
        var room = new Salesroom(Shipped.RealEstate).After("salam, villa for rent in Al Barsha, 4 bedroom", "budget 25k per month maximum", "we have to move in 3 weeks");

        Assert.Equal(("Al Barsha", "4 bed", "up to AED 25k a month"), (room.Known(FactFields.Areas), room.Known(FactFields.Beds), room.Known(FactFields.Budget)));
        Assert.NotNull(room.Known(FactFields.Timeline));
    }

    [Theory]
    [InlineData("My father left me some money and I'd like to put it into a rental property in Dubai, something I would never live in myself")]
    [InlineData("I want to park my savings in a rental flat in Dubai")]
    public void Who_puts_money_into_what_he_lets_is_a_buyer(string text) =>
        Assert.DoesNotContain(new Salesroom(Shipped.RealEstate).Say(text).Dialogue.Fired, mark => mark.StartsWith("outsider:", StringComparison.Ordinal));

    [Theory]
    [InlineData("real-estate", "we want to buy a house in Jayanagar for my parents", "no flats please, my father was stuck in a lift once")]
    [InlineData("cafe", "we want to buy a grinder for 30 kg a month", "the door of our fridge is stuck too, but that is another story")]
    public void Trouble_beside_a_wish_is_no_service_case(string playbook, string wish, string trouble) =>
        Assert.Null(new Salesroom(Shipped.Playbooks[playbook]).After(wish).Say(trouble).Handoff);

    [Fact]
    public void Who_waits_for_a_colleague_and_says_what_he_looks_for_is_heard()
    {
        var room = new Salesroom(Shipped.RealEstate);
        Assert.NotNull(room.Say("you rented us a flat and nobody has repaired the geyser").Handoff);

        room.Say("I am looking for a 3 bhk in Whitefield to buy as well");
        room.Say("4 bedrooms in Hebbal would be better");

        Assert.Equal("4 bed", room.Known(FactFields.Beds));
    }
}
