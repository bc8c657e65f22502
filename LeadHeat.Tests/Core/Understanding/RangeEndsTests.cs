using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Both ends of a time or an amount, and days that are told in words or beside a feast. Said on Saturday, 21 November 2026.</summary>
public sealed class RangeEndsTests
{
    [Theory]
    [InlineData("Anything between Christmas and mid-February works for us to shift.", "1.1..3")]
    [InlineData("we can move between Easter and June", "4.2..7")]
    [InlineData("any time between January and Easter", "2..4.2")]
    [InlineData("moving between New Year and end of March", "1.3..4")]
    [InlineData("between 10 January and Ramadan is ideal for the opening", "1.6..2.6")]
    [InlineData("between Christmas and New Year we move", "1.1..1.3")]
    [InlineData("we'd open between mid-January and Valentine's Day", "2..2.8")]
    [InlineData("BETWEEN EASTER AND AUGUST PLEASE", "4.2..9")]
    public void A_time_between_two_days_or_months_has_both_ends(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("not between Christmas and New Year, in February", "3..3")]
    [InlineData("Torn between Marina and JBR, moving in March", "4..4")]
    [InlineData("between 2 and 3 crore, move by March", "..4")]
    [InlineData("the office is closed between Christmas and New Year, we want to move in March", "4..4")]
    [InlineData("between you and me, Easter is when we move", "4.2..4.2")]
    [InlineData("we want to move before Christmas, and my parents follow in March", "..1.1")]
    [InlineData("3 bhk between Hebbal and Yelahanka, by June", "..7")]
    [InlineData("move in January or March", "2..4")]
    public void What_is_between_other_things_ends_no_time(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("three weeks, four at a stretch", "0.7..0.9")]
    [InlineData("two months, three at the most", "2..3")]
    [InlineData("6 weeks, 8 max", "1.4..1.9")]
    [InlineData("four months, five at a push", "4..5")]
    [InlineData("a month, two at most", "1..2")]
    [InlineData("ten days, fifteen worst case", "0.3..0.5")]
    [InlineData("3 mahine, 4 max", "3..4")]
    [InlineData("two months and three at the outside", "2..3")]
    public void A_length_may_be_stretched(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text, FactFields.Timeline));

    [Theory]
    [InlineData("three months, four bedrooms", "..3")]
    [InlineData("in 3 months, 4 crore max", "..3")]
    [InlineData("in 3 months, 4 bhk max", "..3")]
    [InlineData("two months, and there are three of us", "..2")]
    [InlineData("within two months, 5 viewings at most", "..2")]
    [InlineData("6 weeks, 2 children", "..1.4")]
    [InlineData("within 3 months, one at a time", "..3")]
    [InlineData("in 2 months, floor 8 at most", "..2")]
    public void Another_number_stretches_nothing(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text, FactFields.Timeline));

    [Theory]
    [InlineData("a year from now", "..12")]
    [InlineData("ninety days from now", "..3")]
    [InlineData("about two years", "..24")]
    [InlineData("in around six weeks", "..1.4")]
    [InlineData("eighteen months from now because only then does the freeze lift", "..18")]
    [InlineData("our contract ends in six months, only then can we switch", "6..")]
    [InlineData("a year from now at the earliest", "12..")]
    [InlineData("eight to ten months from now", "8..10")]
    public void A_single_length_has_no_lower_end(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text, FactFields.Timeline));

    [Theory]
    [InlineData("one and a half crore to like two crore", 15_000_000, 20_000_000)]
    [InlineData("80 lakhs to maybe 95 lakhs", 8_000_000, 9_500_000)]
    [InlineData("1.2 cr to around 1.4 cr", 12_000_000, 14_000_000)]
    [InlineData("from 90 lakhs to say 1 crore", 9_000_000, 10_000_000)]
    [InlineData("budget is 2 crore to roughly 2.5 crore", 20_000_000, 25_000_000)]
    [InlineData("between 50 and like 60 lakhs", 5_000_000, 6_000_000)]
    [InlineData("70 to um 80 lakhs", 7_000_000, 8_000_000)]
    [InlineData("90 lakhs to at most 1 crore", 9_000_000, 10_000_000)]
    [InlineData("60 lakhs or perhaps 70 lakhs", 6_000_000, 7_000_000)]
    public void Something_may_stand_between_the_ends_of_an_amount(string text, int least, int most)
    {
        var budget = Said.RealEstate(text).Find(FactFields.Budget)!.Value;

        Assert.Equal((least, most), ((int)budget.Min!, (int)budget.Max!));
    }

    [Theory]
    [InlineData("keys before ugadi, 7 april", "..4.5")]
    [InlineData("opening before christmas, 25 december, need two machines by then", "..1.1")]
    [InlineData("we want it by easter, 28 march", "..4.2")]
    [InlineData("everything ready by the wedding, 14 february", "..2.8")]
    [InlineData("after her exams, 28 march", "4.2..")]
    [InlineData("not before pongal, 14 january", "1.8..")]
    [InlineData("after holi, 22 march", "4..")]
    [InlineData("moving before the baby, 4 june please", "..6.4")]
    [InlineData("OPNING BEFOR UGADI, 7 APRIL, NED 2 MACHIN", "..4.5")]
    public void A_date_beside_what_bounds_a_time_is_its_date(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("moving on 7 april", "4.5..4.5")]
    [InlineData("opening 7 april", "4.5..4.5")]
    [InlineData("ugadi, 7 april, is when we move", "4.5..4.5")]
    [InlineData("after 15 january, 3 bhk", "1.8..")]
    [InlineData("by march, 2 beds", "..4")]
    [InlineData("3 bhk in Hebbal, 7 april, 1.5 cr", "4.5..4.5")]
    [InlineData("2 bhk, move in 7 april", "4.5..4.5")]
    [InlineData("from 7 april, near a school", "4.5..")]
    public void A_date_of_its_own_stays(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("we must be out by the thirtieth of august", "..9.3")]
    [InlineData("we move on the first of march", "3.3..3.3")]
    [InlineData("moving on the twenty first of january", "2..2")]
    [InlineData("moving on the fifteenth of january", "1.8..1.8")]
    [InlineData("by the tenth of february", "..2.7")]
    [InlineData("before january the thirty first", "..2.3")]
    [InlineData("from the second of april", "4.3..")]
    [InlineData("by march twentieth", "..3.9")]
    [InlineData("the new school starts on the thirtieth of august and we want to have moved before that", "..9.3")]
    public void A_day_may_be_told_in_words(string text, string time) => Assert.Equal(time, Said.Time(Shipped.RealEstate, text));

    [Theory]
    [InlineData("third of our machines broke, need a new one in march", "4..4")]
    [InlineData("our fifth café opens in april", "5..5")]
    [InlineData("in the last week of march", "4..4")]
    [InlineData("in the first week of march", "4..4")]
    [InlineData("the third outlet opens in april", "5..5")]
    [InlineData("for the tenth time, we open in april", "5..5")]
    [InlineData("we are on the fifth floor, opening in march", "4..4")]
    [InlineData("our second café opens in april", "5..5")]
    public void What_is_counted_otherwise_is_no_day(string text, string time) => Assert.Equal(time, Said.Time(Shipped.Cafe, text));
}
