using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class TimelineTests
{
    [Theory]
    [InlineData("moving within 3 months", "within 3 months", null, 3.0, "soon")]
    [InlineData("in the next 6 months", "within 6 months", null, 6.0, "soon")]
    [InlineData("within the next six months", "within 6 months", null, 6.0, "soon")]
    [InlineData("in about 2 weeks", "within 2 weeks", null, 0.5, "immediate")]
    [InlineData("in 2-3 months", "in 2 to 3 months", 2.0, 3.0, "soon")]
    [InlineData("after 6 months", "after 6 months", 6.0, null, "later")]
    [InlineData("a couple of months", "within 2 months", null, 2.0, "soon")]
    [InlineData("in 3 months time", "within 3 months", null, 3.0, "soon")]
    [InlineData("within a year", "within 1 year", null, 12.0, "later")]
    [InlineData("asap", "as soon as possible", 0.0, 1.0, "immediate")]
    [InlineData("as soon as possible", "as soon as possible", 0.0, 1.0, "immediate")]
    [InlineData("by March", "by March 2027", null, 4.0, "soon")]
    [InlineData("by end of March 2027", "by March 2027", null, 4.0, "soon")]
    [InlineData("in January", "in January 2027", 2.0, 2.0, "soon")]
    [InlineData("before the end of the year", "by December 2026", null, 1.0, "immediate")]
    [InlineData("next month", "in December 2026", 1.0, 1.0, "immediate")]
    [InlineData("next quarter", "between January and March 2027", 2.0, 4.0, "soon")]
    [InlineData("next year", "in 2027", 2.0, 13.0, "later")]
    [InlineData("no rush", "no rush", null, null, "none")]
    [InlineData("we can wait as long as it takes", "no rush", null, null, "none")]
    [InlineData("the sooner the better", "as soon as possible", 0.0, 1.0, "immediate")]
    [InlineData("two three months", "in 2 to 3 months", 2.0, 3.0, "soon")]
    [InlineData("do teen mahine mein", "in 2 to 3 months", 2.0, 3.0, "soon")]
    [InlineData("not for another year", "after 1 year", 12.0, null, "later")]
    [InlineData("our lease is up on 31 January", "by January 2027", null, 2.3, "soon")]
    [InlineData("the wedding is in February and we want to be in by then", "by February 2027", null, 3.0, "soon")]
    [InlineData("by January, no wait, February", "by February 2027", null, 3.0, "soon")]
    [InlineData("decision in January, go-live in April", "in April 2027", 5.0, 5.0, "soon")]
    [InlineData("planned for mid-January", "in January 2027", 2.0, 2.0, "soon")]
    [InlineData("jan first week", "in January 2027", 2.0, 2.0, "soon")]
    [InlineData("by 15-03-2027", "by March 2027", null, 3.8, "soon")]
    [InlineData("holi tak", "by holi", null, 4.0, "soon")]
    [InlineData("by the middle of next year", "by June 2027", null, 7.0, "later")]
    [InlineData("not urgent, maybe 6-8 months", "in 6 to 8 months", 6.0, 8.0, "later")]
    [InlineData("we're not in a hurry", "no rush", null, null, "none")]
    public void A_timeline_counts_months_from_now(string text, string display, double? min, double? max, string urgency)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline);

        Assert.Equal((display, (decimal?)min, (decimal?)max, urgency), (found?.Display, found?.Value.Min, found?.Value.Max, found?.Value.Text));
    }

    [Theory]
    [InlineData("a 10 year old building")]
    [InlineData("I may buy")]
    [InlineData("we have lived here for 5 years")]
    [InlineData("call me in 2 days")]
    [InlineData("call me asap")]
    [InlineData("my brother bought his in June")]
    [InlineData("my sister moves in March, not me")]
    [InlineData("is it ready by December?")]
    [InlineData("the grinder broke after a week")]
    [InlineData("we are hiring ten people next year")]
    [InlineData("I'd rent it out straight away")]
    [InlineData("2 BHK")]
    [InlineData("just looking for a 2 BHK")]
    public void A_false_friend_is_no_timeline(string text) => Assert.Null(Said.Display(FactFields.Timeline, text));

    [Theory]
    [InlineData("3 months", "within 3 months")]
    [InlineData("march", "in March 2027")]
    [InlineData("now", "as soon as possible")]
    [InlineData("soon", "soon")]
    [InlineData("maybe 6 months or so", "within 6 months")]
    public void After_the_question_less_is_enough(string text, string display) =>
        Assert.Equal(display, Said.Display(FactFields.Timeline, text, FactFields.Timeline));
}
