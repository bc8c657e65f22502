using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Times that were told before, changed, or are over, beside those that look like them. Said on Saturday, 21 November 2026.</summary>
public sealed class TimesToldTests
{
    [Theory]
    [InlineData("call me tomorrow at 5pm 9845012345")]
    [InlineData("tomorrow 11am")]
    [InlineData("visit this weekend")]
    [InlineData("any offer this month?")]
    [InlineData("any discount till december?")]
    [InlineData("what did prices do this year?")]
    public void The_day_of_a_call_a_visit_or_an_offer_is_no_date_to_move(string text) => Assert.Null(Said.RealEstate(text, FactFields.Timeline).Find(FactFields.Timeline));

    [Theory]
    [InlineData("in december")]
    [InlineData("this month")]
    [InlineData("we want to move tomorrow, call me at 11am")]
    [InlineData("any offers if we sign by december?")]
    public void A_date_to_move_is_one_beside_them(string text) => Assert.NotNull(Said.RealEstate(text, FactFields.Timeline).Find(FactFields.Timeline));

    [Theory]
    [InlineData("baby comes in May, till then we should be in the new house", null, 6.0)]
    [InlineData("wedding in February, uss se pehle ghar chahiye", null, 3.0)]
    [InlineData("My mother comes in April, by this time we have to be settled", null, 5.0)]
    [InlineData("the shop opens on 15 January and until then everything has to be in place", null, 1.8)]
    [InlineData("want to move in by the time school starts in june", null, 7.0)]
    [InlineData("We buy in March, until then we rent", 4.0, 4.0)]
    [InlineData("we must be in before the school reopens on 15 January", null, 1.8)]
    [InlineData("want to close within 2 weeks as I travel to Doha after that", null, 0.5)]
    public void What_has_to_be_there_until_then_has_that_deadline(string text, double? min, double? max) => Expect(text, min, max);

    [Theory]
    [InlineData("I told you September!! Why do you show me projects that are ready in 2029", 10.0)]
    [InlineData("I said March! why are you sending me stuff for 2028?", 4.0)]
    [InlineData("maine bola tha march, aap 2028 wala dikha rahe ho", 4.0)]
    [InlineData("Did I not say May?? this one is ready only in 2030", 6.0)]
    [InlineData("we told your colleague April", 5.0)]
    [InlineData("it was March, then April, now it's June", 7.0)]
    [InlineData("we thought of June, then July, but let's keep it at September now", 10.0)]
    [InlineData("joining date got pushed from February to April", 5.0)]
    [InlineData("go live was supposed to be in January, it slipped to March", 4.0)]
    [InlineData("we postponed the opening to February", 3.0)]
    [InlineData("June rather than March", 7.0)]
    [InlineData("launch got delayed, now april", 5.0)]
    [InlineData("shifting 1st week jan", 2.0)]
    [InlineData("not February anymore, the wedding has moved to April", 5.0)]
    public void What_was_told_and_what_it_was_moved_to_is_the_time(string text, double months) => Expect(text, months, months);

    [Theory]
    [InlineData("earlier I told 3 months, now it's 6 months", 6.0)]
    [InlineData("I said 3 months but make it 6", 6.0)]
    [InlineData("we said 6 weeks, it will rather be 10", 2.3)]
    [InlineData("I said 6 months!! stop rushing me", 6.0)]
    public void A_length_that_was_told_is_read(string text, double months) => Expect(text, null, months);

    [Theory]
    [InlineData("We moved to Bangalore in March 2021 and have been renting ever since")]
    [InlineData("moved here in January and love it")]
    [InlineData("we relocated from Pune in June")]
    [InlineData("I retired in April")]
    [InlineData("humne june me shift kiya tha")]
    [InlineData("hum march me aaye the yahan")]
    [InlineData("we launched in February, since then 40 customers")]
    [InlineData("our machine broke down in March and again in June")]
    [InlineData("I told you in September that I don't want calls")]
    [InlineData("you told me March, now it's delayed to July?")]
    [InlineData("we told you 3 months ago that we don't want calls")]
    [InlineData("the last bag I bought said 12 May")]
    [InlineData("why are these all ready in 2029?")]
    [InlineData("12k was last year's invoice, this year we want to stay at 10k")]
    public void What_is_over_or_ours_is_no_time(string text) => Assert.Null(Said.RealEstate(text).Find(FactFields.Timeline)?.Value.Max);

    [Theory]
    [InlineData("we want to have moved by March", null, 4.0)]
    [InlineData("moving in March", 4.0, 4.0)]
    [InlineData("this year we want to buy for 80 lakhs", 0.0, 1.0)]
    [InlineData("opened one in January, second one opens in May", 6.0, 6.0)]
    [InlineData("we moved to Bangalore in March 2021 and want our own place by June", null, 7.0)]
    public void What_is_over_hides_no_wish(string text, double? min, double? max) => Expect(text, min, max);

    [Theory]
    [InlineData("dussehra pe opening hai humari", 10.6)]
    [InlineData("holi ke din opening hai", 4.0)]
    [InlineData("griha pravesh akshaya tritiya ko karna hai", 5.6)]
    [InlineData("diwali offer hai kya", null)]
    [InlineData("do you deliver on diwali?", null)]
    public void On_a_feast_is_a_time_where_something_is_planned(string text, double? months) => Expect(text, months, months);

    private static void Expect(string text, double? min, double? max)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline)?.Value;
        Assert.Equal(((decimal?)min, (decimal?)max), (found?.Min, found?.Max));
    }
}
