using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>People tell where they come from before they ask: what they ask is what they want.</summary>
public sealed class AskedAfterTellingTests
{
    [Theory]
    [InlineData("My brother closed on a villa through someone else last spring and he is happy. For me: does the community have a nursery?")]
    [InlineData("Is the visitor parking free? My wife's parents come every Sunday with two cars and the guard at our place makes a scene.")]
    public void A_question_of_fact_behind_a_story_is_no_search(string text) => Assert.Equal(Intent.ProductQuestion, Said.RealEstate(text).Intent);

    [Theory]
    [InlineData("We do about 420 flat whites on a Saturday with a team of four. Can the two-group keep its pressure through that?")]
    [InlineData("A friend opens his roastery in March and swears by his own. Do you roast on order or from stock?")]
    public void Neither_is_one_about_coffee(string text) => Assert.Equal(Intent.ProductQuestion, Said.In(Shipped.Cafe, text).Intent);

    [Fact]
    public void A_price_asked_behind_a_story_is_a_question_of_price() =>
        Assert.Equal(Intent.PriceQuestion, Said.In(Shipped.B2b, "Eleven of us, all on spreadsheets, and last year's tool was a flop. What would your middle plan be per month?").Intent);

    [Theory]
    [InlineData("I have asked three times now which floor it is and you send me the same brochure", Sentiment.Frustrated)]
    [InlineData("the lobby was dark and smelt of paint, I had hoped for more", Sentiment.Negative)]
    [InlineData("We signed this morning, I still can't believe it is ours!!!", Sentiment.Excited)]
    [InlineData("The key is with the watchman and the meter stands at 4120", Sentiment.Neutral)]
    public void A_mood_is_heard_from_what_is_told(string text, Sentiment mood) => Assert.Equal(mood, Said.RealEstate(text).Sentiment);
}
