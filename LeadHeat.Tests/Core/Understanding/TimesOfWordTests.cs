using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>When somebody writes, calls, decides or is reminded is no time to move. Said on Saturday, 21 November 2026.</summary>
public sealed class TimesOfWordTests
{
    [Theory]
    [InlineData("remind me tomorrow")]
    [InlineData("will tell you tomorrow")]
    [InlineData("let me sleep over it, I'll text on Monday")]
    [InlineData("I'll get back to you next week")]
    [InlineData("tomorrow I'll tell you")]
    [InlineData("kal batata hoon")]
    [InlineData("give me till Friday to think")]
    [InlineData("need to ask my husband, he is back tomorrow")]
    [InlineData("my partner and I will talk about it this weekend")]
    [InlineData("we will revert in two days")]
    [InlineData("circle back next month please")]
    [InlineData("I have to check with finance first, answer comes next week")]
    [InlineData("husband will call you tomorrow")]
    [InlineData("nudge me in two weeks")]
    [InlineData("talk tomorrow")]
    public void When_somebody_is_heard_of_again_is_no_time_to_move(string text)
    {
        Assert.Null(Said.Display(FactFields.Timeline, text));
        Assert.Null(Said.Display(FactFields.Timeline, text, "timeline"));
    }

    [Theory]
    [InlineData("tomorrow", "as soon as possible")]
    [InlineData("we move next month, I'll text you the exact day", "in December 2026")]
    [InlineData("I'll tell you: by March", "by March 2027")]
    [InlineData("as I told you, in two months", "within 2 months")]
    [InlineData("let me say within 3 months", "within 3 months")]
    [InlineData("we decided to move in March", "in March 2027")]
    [InlineData("I want to decide now and move in by April", "by April 2027")]
    [InlineData("my lease ends in 2 months, will tell you more tomorrow", "within 2 months")]
    [InlineData("We will come to Bangalore from 1 March", "from March 2027")]
    [InlineData("within a week of hearing from you", "within 1 week")]
    public void A_time_that_is_told_stays_one(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Timeline, text, "timeline"));

    [Fact]
    public void What_will_be_told_later_is_left_open() => Assert.Equal([FactFields.Timeline], Said.RealEstate("we will revert in two days", "timeline").LeftOpen);

    [Theory]
    [InlineData("don't contact me in the evening")]
    [InlineData("only after 6")]
    [InlineData("not before 10 please")]
    [InlineData("no calls after 8 pm please")]
    [InlineData("don't call me before 10")]
    [InlineData("please don't contact me during office hours")]
    [InlineData("mornings only")]
    [InlineData("weekdays after 7 work best")]
    [InlineData("best time to reach me is after 4")]
    [InlineData("don't ring on Fridays")]
    public void When_to_be_reached_is_neither_a_refusal_nor_a_value(string text)
    {
        var understood = Said.RealEstate(text, "beds");

        Assert.NotNull(understood.CallHours);
        Assert.Empty(understood.Values);
        Assert.False(understood.Has(Cues.Refusal | Cues.Callback));
    }

    [Theory]
    [InlineData("don't call me")]
    [InlineData("don't contact me")]
    [InlineData("not before March please")]
    [InlineData("only after 6 months")]
    [InlineData("only on a high floor, after 6th")]
    [InlineData("can you call me tomorrow at 5?")]
    [InlineData("we use 80 cups on weekdays")]
    [InlineData("can I visit only after 6?")]
    [InlineData("no wait, only 3")]
    public void Other_talk_of_times_is_not_when_to_be_reached(string text) => Assert.Null(Said.RealEstate(text).CallHours);
}
