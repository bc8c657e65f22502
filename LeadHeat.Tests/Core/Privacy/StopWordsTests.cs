using LeadHeat.Core.Privacy;

namespace LeadHeat.Tests.Core.Privacy;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop. ")]
    [InlineData("Please stop!")]
    [InlineData("Unsubscribe")]
    [InlineData("opt-out")]
    [InlineData("Don’t message me")]
    [InlineData("stop messaging me please")]
    [InlineData("बंद करो")]
    [InlineData("إلغاء الاشتراك")]
    [InlineData("BAJA")]
    public void Who_wants_out_is_understood(string text) => Assert.Equal(StopWish.Stop, StopWords.Read(text));

    [Theory]
    [InlineData("START")]
    [InlineData("start!")]
    [InlineData("Opt in")]
    [InlineData("ابدأ")]
    public void Who_comes_back_is_understood(string text) => Assert.Equal(StopWish.Start, StopWords.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("can I stop by tomorrow?")]
    [InlineData("bus stop")]
    [InlineData("when can we start")]
    [InlineData("end of the month")]
    [InlineData("cancel the visit")]
    [InlineData("...")]
    public void Talk_is_talk(string text) => Assert.Equal(StopWish.None, StopWords.Read(text));
}
