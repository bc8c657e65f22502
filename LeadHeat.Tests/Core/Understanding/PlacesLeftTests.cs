using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Places that somebody leaves, where friends have theirs and what is no longer wanted, beside wishes that look like them.</summary>
public sealed class PlacesLeftTests
{
    [Theory]
    [InlineData("my wife and I want to give up our flat in Banaswadi for something quieter", null)]
    [InlineData("we'd be leaving our house in Jayanagar, a 2bhk in JP Nagar would do", "JP Nagar")]
    [InlineData("we are moving out of our place in Hebbal, need a 3bhk in Yelahanka", "Yelahanka")]
    [InlineData("we'd like to downsize from our bungalow in Malleshwaram to a 2bhk in Rajajinagar", "Rajajinagar")]
    [InlineData("vacating Domlur next month, Indiranagar would be nice", "Indiranagar")]
    [InlineData("getting rid of the old house in Basavanagudi, want something in Jayanagar", "Jayanagar")]
    [InlineData("want to move out to Hebbal, 2bhk", "Hebbal")]
    [InlineData("we can't give up on a flat in Hebbal", "Hebbal")]
    [InlineData("our own place in Hebbal, that is what we want", "Hebbal")]
    [InlineData("we won't leave Jayanagar, find us a 3bhk there", "Jayanagar")]
    public void What_is_left_is_no_place_to_live(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("we want to give up our flat in Banaswadi for something quieter", null)]
    [InlineData("I'd like to downsize from our villa in Malleshwaram to a flat in Rajajinagar", "apartment")]
    [InlineData("moving out of our big house, need an apartment", "apartment")]
    [InlineData("we can't give up on a villa in Hebbal", "villa")]
    [InlineData("moving out with the kids, need a villa", "villa")]
    [InlineData("leaving a rented flat for a villa", "villa")]
    public void A_home_that_is_left_is_no_wish(string text, string? type) => Assert.Equal(type, Said.Display(FactFields.PropertyType, text));

    [Theory]
    [InlineData("mere bhai ne Hebbal me 1.2 cr ka flat liya, mujhe Yelahanka me chahiye", "Yelahanka")]
    [InlineData("mere cousin ne Sarjapur Road mein 80 lakh mein liya tha", null)]
    [InlineData("dost ne Bellandur me kharida hai pichle saal", null)]
    [InlineData("padosi ne Whitefield mein plot book kiya, hum soch rahe hain", null)]
    [InlineData("she has hers in Dubai Marina, I want JVC", "Jumeirah Village Circle")]
    [InlineData("a batchmate of mine bought in Hebbal last year", null)]
    [InlineData("mere dost ne Hebbal me liya, mujhe bhi wahin chahiye", "Hebbal")]
    [InlineData("papa ne Hebbal me dekhne ko bola hai", "Hebbal")]
    [InlineData("mere bhai ke liye Hebbal me flat chahiye", "Hebbal")]
    [InlineData("my friend took one in Bellandur and I want one there too", "Bellandur")]
    public void Where_friends_have_theirs_is_no_wish(string text, string? areas) => Assert.Equal(areas, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("Jayanagar itself we do not want any more")]
    [InlineData("Jayanagar is no longer what we want")]
    [InlineData("Jayanagar we don't like, too noisy")]
    [InlineData("Jayanagar is no option for us any more")]
    [InlineData("we no longer want to be in Jayanagar")]
    public void A_place_that_is_no_longer_wanted_is_taken_off(string text)
    {
        var understood = LeadHeat.Core.Understanding.Language.Understand(
            text, Shipped.RealEstate, LeadHeat.Core.Dialogue.DialogueState.Start,
            [Said.Known(FactFields.Areas, new(Items: ["Jayanagar", "JP Nagar"]), "Jayanagar or JP Nagar")], Said.Now);

        Assert.Equal("JP Nagar", understood.Find(FactFields.Areas)?.Display);
    }

    [Theory]
    [InlineData("Jayanagar we do not want to miss")]
    [InlineData("Jayanagar we like, the noise we don't want")]
    [InlineData("Jayanagar is not only nice, it is close")]
    public void A_place_that_is_praised_stays(string text) => Assert.Equal("Jayanagar", Said.Display(FactFields.Areas, text));
}
