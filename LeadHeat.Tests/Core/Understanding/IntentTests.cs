using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class IntentTests
{
    [Theory]
    [InlineData("business bay")]
    [InlineData("not before june")]
    [InlineData("$ 1.5 million")]
    [InlineData("not more than Rs. 1,25,00,000")]
    [InlineData("within 3 weeks")]
    [InlineData("marathahalli")]
    [InlineData("a couple of crores")]
    public void What_says_nothing_but_values_refuses_nothing_and_sounds_calm(string text)
    {
        var said = Said.RealEstate(text, FactFields.Areas);

        Assert.False(said.RefusesToShare);
        Assert.Equal((Sentiment.Neutral, 0), (said.Sentiment, said.Frustration));
        Assert.Equal(Intent.PropertySearch, said.Intent);
    }

    [Theory]
    [InlineData("forget the pool")]
    [InlineData("forget what I said about villa")]
    [InlineData("you tell me")]
    [InlineData("are you guys legit")]
    public void What_is_put_aside_or_left_to_us_has_no_mood(string text)
    {
        var said = Said.RealEstate(text);

        Assert.Equal((Sentiment.Neutral, 0), (said.Sentiment, said.Frustration));
    }

    [Theory]
    [InlineData("this is useless, forget it")]
    [InlineData("FORGET THE POOL, YOU IDIOT!!")]
    public void Anger_stays_anger(string text) => Assert.True(Said.RealEstate(text).Frustration > 0);

    [Theory]
    [InlineData("I'd rather not say what my budget is, 2 bhk in whitefield")]
    [InlineData("none of your business")]
    public void What_is_kept_back_beside_values_is_refused(string text) => Assert.True(Said.RealEstate(text, FactFields.Budget).RefusesToShare);

    [Theory]
    [InlineData("hello", Intent.Greeting)]
    [InlineData("Hi, 2 BHK in Whitefield", Intent.PropertySearch)]
    [InlineData("how much is the first one?", Intent.PriceQuestion)]
    [InlineData("is there a payment plan?", Intent.ProductQuestion)]
    [InlineData("which is better, the first or the second?", Intent.Comparison)]
    [InlineData("can I visit on Saturday?", Intent.SiteVisit)]
    [InlineData("please call me back", Intent.CallbackRequest)]
    [InlineData("that's too expensive", Intent.ObjectionPrice)]
    [InlineData("it's too far from my office", Intent.ObjectionLocation)]
    [InlineData("how do I know this is not a scam", Intent.ObjectionTrust)]
    [InlineData("can you do a discount", Intent.Negotiation)]
    [InlineData("my number is 9845012345", Intent.ContactSharing)]
    [InlineData("I'd rather not share my number", Intent.RefuseToShare)]
    [InlineData("let me talk to a human", Intent.HumanRequest)]
    [InlineData("this is useless, I already told you", Intent.Complaint)]
    [InlineData("how are you?", Intent.SmallTalk)]
    [InlineData("ok thanks, bye", Intent.Goodbye)]
    [InlineData("what's the weather like", Intent.OffTopic)]
    [InlineData("We offer SEO services, click here", Intent.Spam)]
    public void Intents(string text, Intent intent) => Assert.Equal(intent, Said.RealEstate(text).Intent);

    [Theory]
    [InlineData("why do you need my number?", null, "phone")]
    [InlineData("I won't share that", "email", "email")]
    [InlineData("I'd rather not", "budget", "budget")]
    [InlineData("I'd rather not", null, null)]
    public void What_is_refused(string text, string? asked, string? field) =>
        Assert.Equal(field is null ? [] : [field], Said.RealEstate(text, asked).RefusedFields);

    [Theory]
    [InlineData("the second one", 1)]
    [InlineData("I like the 2nd option", 1)]
    [InlineData("option 3", 2)]
    [InlineData("#1", 0)]
    [InlineData("the last one", 2)]
    [InlineData("the second floor", null)]
    [InlineData("my first home", null)]
    [InlineData("option 7", null)]
    public void The_second_one_is_the_second_shown(string text, int? index) => Assert.Equal(index, Said.RealEstate(text, shown: 3).Reference);

    [Fact]
    public void Nothing_shown_nothing_meant() => Assert.Null(Said.RealEstate("the second one").Reference);

    [Theory]
    [InlineData("thank you so much", -2)]
    [InlineData("2 BHK", 0)]
    [InlineData("THIS IS USELESS!!", 4)]
    public void Frustration(string text, int change) => Assert.Equal(change, Said.RealEstate(text).Frustration);
}
