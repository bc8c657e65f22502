using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Times that are told beside the one that is meant. Said on Saturday, 21 November 2026.</summary>
public sealed class ToldTimesTests
{
    [Theory]
    [InlineData("already open. 2 yrs", null)]
    [InlineData("running since two years", null)]
    [InlineData("we've been open 3 years", null)]
    [InlineData("yes open, 18 months now", null)]
    [InlineData("open in 2 months", "within 2 months")]
    [InlineData("two years", "within 2 years")]
    public void How_long_it_is_open_is_no_date(string text, string? display) => Assert.Equal(display, Cafe(text, FactFields.Timeline));

    [Theory]
    [InlineData("their contract is up end of January, we'd switch on 1 February", "in February 2027")]
    [InlineData("our supplier contract ends in March, we start with you in April", "in April 2027")]
    [InlineData("our contract is up in January", "by January 2027")]
    [InlineData("shop is ready 15 January, everything should come before", "by January 2027")]
    [InlineData("the fit-out is finished on 3 March, the machine should arrive before", "by March 2027")]
    [InlineData("we open on 3 March", "in March 2027")]
    [InlineData("I was going to say we open in March but the carpenter just laughed at me. May.", "in May 2027")]
    [InlineData("we open in March. May I visit?", "in March 2027")]
    [InlineData("opening holi ke din", "around holi")]
    [InlineData("Diwali wale din opening hai", "around Diwali")]
    [InlineData("it got too expensive, two increases in one year", null)]
    [InlineData("must be ready inside two months", "within 2 months")]
    [InlineData("we open in 6 weeks", "within 6 weeks")]
    public void What_is_meant_counts_before_what_ends(string text, string? display) => Assert.Equal(display, Cafe(text));

    [Theory]
    [InlineData("owner has told us to vacate before March", "by March 2027")]
    [InlineData("he is travelling to London now, coming back 20 January, so please don't send him anything before", null)]
    [InlineData("out of station till 5th January", null)]
    [InlineData("we move back to India in January", "in January 2027")]
    [InlineData("the last lot rang me fourteen times in one week", null)]
    [InlineData("abhi papa se baat hui, plot lo bol rahe hain", null)]
    [InlineData("2 bhk abhi chahiye", "as soon as possible")]
    [InlineData("we are not buying this month, maybe in March", "in March 2027")]
    [InlineData("not moving before March", "from March 2027")]
    public void When_nobody_is_there_is_no_date_to_move(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Timeline, text));

    private static string? Cafe(string text, string? asked = null) => Said.In(Shipped.Cafe, text, asked).Find(FactFields.Timeline)?.Display;
}
