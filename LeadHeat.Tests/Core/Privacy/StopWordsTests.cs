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

    [Theory]
    [InlineData("stop messaging me")]
    [InlineData("please stop sending me messages, I have bought already")]
    [InlineData("don't contact me")]
    [InlineData("do not contact me again")]
    [InlineData("Don’t text me anymore")]
    [InlineData("please unsubscribe me from everything")]
    public void Who_asks_in_a_sentence_to_be_left_alone_is_understood(string text) => Assert.True(StopWords.AskedIn(text), text);

    [Theory]
    [InlineData("don't contact me before six")]
    [InlineData("don't contact me on this number")]
    [InlineData("don't message me, call me")]
    [InlineData("why don't you contact me?")]
    [InlineData("your agents never message me back")]
    [InlineData("stop sending me messages about studios")]
    [InlineData("don't contact my wife")]
    [InlineData("I'll stop by on Saturday")]
    [InlineData("can our customers unsubscribe?")]
    public void Another_way_or_time_is_no_end(string text) => Assert.False(StopWords.AskedIn(text), text);
}
