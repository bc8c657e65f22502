using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Times of things and people that nobody wants something by, and those that are meant beside others. Said on Saturday, 21 November 2026.</summary>
public sealed class TimesMeantTests
{
    [Theory]
    [InlineData("milk goes off within 2 days here in this heat")]
    [InlineData("the beans go stale within two weeks, what can we do")]
    [InlineData("our oat milk turns sour in 3 days")]
    [InlineData("doodh 2 din mein kharab ho jata hai")]
    [InlineData("we do around 3 lakhs of sales in a month")]
    [InlineData("we make 180 cup in one day")]
    [InlineData("we use 40 kg in a month")]
    [InlineData("this is the third time this month the beans come late")]
    [InlineData("twice this week your driver did not come")]
    public void How_long_things_keep_and_how_much_is_sold_is_no_time(string text) => Assert.Null(Cafe(text));

    [Theory]
    [InlineData("we want to sell 500 cups within a month of opening", true)]
    [InlineData("we open in a month", true)]
    [InlineData("we need 3 machines in a month", true)]
    [InlineData("this month we need a grinder, the third one broke", true)]
    public void What_is_wanted_then_is(string text, bool isTold) => Assert.Equal(isTold, Cafe(text) is not null);

    [Theory]
    [InlineData("my daughter turns 3 in august, any playschools near?", null)]
    [InlineData("my son is turning five in March", null)]
    [InlineData("my father turns 60 in March and we want the keys by then", "by March 2027")]
    [InlineData("End of the quarter would've been nice but realistically in May", "in May 2027")]
    [InlineData("January was the plan, now it's March", "in March 2027")]
    [InlineData("January would have been ideal", null)]
    [InlineData("January would be ideal", "in January 2027")]
    [InlineData("January would be too late", null)]
    [InlineData("I land in Dubai on 1 March and would love to have the keys that very day", "in March 2027")]
    [InlineData("I land on 1 March, please call me that very day", null)]
    [InlineData("before our fiscal year begins on 1 April please", "by April 2027")]
    [InlineData("possession before the new academic year starts in June", "by June 2027")]
    [InlineData("I told your bot January. We've been asked to bring it forward to December, so take that.", "in December 2026")]
    [InlineData("we can open latest 31 March", "by March 2027")]
    [InlineData("we had to push everything back to March", "in March 2027")]
    [InlineData("Pongal is when we would like to move in", "around Pongal")]
    public void The_time_that_is_meant_counts(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Timeline, text));

    [Theory]
    [InlineData("asap, agreement over on 29th November", null, 0.3)]
    [InlineData("bas abhi chahiye bhai, isi hafte shift hona hai", 0.0, 0.25)]
    [InlineData("urgent, by March at the latest", null, 4.0)]
    [InlineData("asap, this month if possible", 0.0, 1.0)]
    [InlineData("as soon as possible, our lease ends in March", 0.0, 1.0)]
    [InlineData("If I buy at all then at the end of next quarter", 4.0, 4.0)]
    [InlineData("by the end of the year", null, 1.0)]
    public void A_day_says_more_than_urgent(string text, double? min, double? max)
    {
        var value = Said.RealEstate(text).Find(FactFields.Timeline)!.Value;
        Assert.Equal((min ?? 0, max), ((double)(value.Min ?? 0), (double?)value.Max));
    }

    [Theory]
    [InlineData("we'd like to start post ramzan, from april say", "from April 2027")]
    [InlineData("the roastery we use now is closing down at the end of April, from May on we need somebody else", "from May 2027")]
    [InlineData("our supplier is shutting down in March", "by March 2027")]
    public void The_later_of_two_beginnings_counts(string text, string display) => Assert.Equal(display, Cafe(text));

    private static string? Cafe(string text) => Said.In(Shipped.Cafe, text).Find(FactFields.Timeline)?.Display;
}
