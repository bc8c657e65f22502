using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What was learned only faintly of a short message is passed over where no word of it says so.</summary>
public sealed class FaintIntentTests
{
    [Theory]
    [InlineData("I am interested", Intent.Goodbye)]
    [InlineData("I saw another one for 95L", Intent.Goodbye)]
    [InlineData("you already have it", Intent.Goodbye)]
    [InlineData("2 kids and 1 dog", Intent.Spam)]
    [InlineData("loan pre-approved by HDFC", Intent.Spam)]
    [InlineData("budget no issue", Intent.ObjectionPrice)]
    [InlineData("Tell Priya I said hi", Intent.Complaint)]
    [InlineData("traffic?", Intent.ObjectionLocation)]
    public void It_is_not_what_it_faintly_sounds_like(string text, Intent intent) => Assert.NotEqual(intent, Said.In(Shipped.RealEstate, text).Intent);

    [Theory]
    [InlineData("ok bye", Intent.Goodbye)]
    [InlineData("not interested", Intent.Goodbye)]
    [InlineData("too expensive", Intent.ObjectionPrice)]
    [InlineData("nobody calls me back!", Intent.Complaint)]
    [InlineData("we offer SEO services, 10k followers for $99", Intent.Spam)]
    [InlineData("too much traffic there", Intent.ObjectionLocation)]
    public void What_is_said_stands(string text, Intent intent) => Assert.Equal(intent, Said.In(Shipped.RealEstate, text).Intent);

    [Theory]
    [InlineData("Tell Priya I said hi")]
    [InlineData("you already have it")]
    [InlineData("it's flexible")]
    [InlineData("budget no issue")]
    public void Calm_words_are_calm(string text)
    {
        var said = Said.In(Shipped.RealEstate, text);

        Assert.Equal((Sentiment.Neutral, 0), (said.Sentiment, said.FrustrationLevel));
    }
}
