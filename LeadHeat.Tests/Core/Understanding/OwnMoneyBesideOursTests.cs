using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Amounts that we named, or that somebody else is paid, beside what this person spends; and bounds that are said twice.</summary>
public sealed class OwnMoneyBesideOursTests
{
    [Theory]
    [InlineData("We're at 75 lakhs, you're showing me 1.3 crore", 7_500_000)]
    [InlineData("we can do 80 lakhs and you keep sending 1.5 cr ones", 8_000_000)]
    [InlineData("budget is 1.1 cr, your agent showed us 1.6 cr flats", 11_000_000)]
    [InlineData("my limit is 90 lakhs, why are you sending me 2 cr villas", 9_000_000)]
    public void What_we_show_is_not_what_is_spent(string text, double most) => Assert.Equal((decimal)most, Said.In(Shipped.RealEstate, text).Find(FactFields.Budget)!.Value.Max);

    [Theory]
    [InlineData("could you show me 1.5 cr flats")]
    [InlineData("please send me 1.5 cr flats in Whitefield")]
    [InlineData("can you send some options of 1.5 cr?")]
    public void What_we_shall_show_is(string text) => Assert.Equal(15_000_000, Said.In(Shipped.RealEstate, text).Find(FactFields.Budget)!.Value.Max);

    [Theory]
    [InlineData("min 5 crore, we don't look at anything under that")]
    [InlineData("at least 5 crore, nothing under that please")]
    [InlineData("5 crore minimum, don't show me anything below that")]
    public void Nothing_under_that_is_the_least(string text)
    {
        var budget = Said.In(Shipped.RealEstate, text).Find(FactFields.Budget)!.Value;

        Assert.Equal((50_000_000, null), (budget.Min, budget.Max));
    }

    [Theory]
    [InlineData("part of me says take your starter plan, part of me says just hire a VA for 600 a month and be done")]
    [InlineData("or should I just hire somebody for $900 a month instead")]
    public void What_somebody_else_would_be_paid_is_no_budget(string text) => Assert.Null(Said.In(Shipped.B2b, text).Find(FactFields.Budget));

    [Theory]
    [InlineData("must be live no later than 1 July, after that the auditors are in the building")]
    [InlineData("We need the keys to something in JVC before the school gates open on 1 July")]
    public void A_last_day_with_what_comes_behind_it_stays_the_last(string text)
    {
        var time = Said.In(Shipped.RealEstate, text).Find(FactFields.Timeline)!.Value;

        Assert.Null(time.Min);
        Assert.NotNull(time.Max);
    }

    [Theory]
    [InlineData("Our average deal is about 42k. Does the forecast split by country?")]
    [InlineData("typical contract is $30k for us, can quotes be approved by a boss?")]
    public void What_a_house_earns_is_no_budget(string text) => Assert.Null(Said.In(Shipped.B2b, text).Find(FactFields.Budget));

    [Theory]
    [InlineData("My flat should fetch 95 lakhs, what do you take for selling it?")]
    [InlineData("I want to sell my own flat, expected price 1.4 cr. Do you do that?")]
    [InlineData("I give my landlord 95k each year and I'm tired of it. What is for sale in Whitefield?")]
    [InlineData("the society holds a corpus fund of 3 Cr, who looks after it?")]
    public void What_a_home_brings_or_a_landlord_gets_is_none_either(string text) => Assert.Null(Said.In(Shipped.RealEstate, text).Find(FactFields.Budget));

    [Theory]
    [InlineData("looking for a good deal under 1.5 cr", 15_000_000)]
    [InlineData("I'm selling my old flat and want to buy a bigger one, budget 1.5 cr", 15_000_000)]
    public void A_good_deal_and_a_new_home_are_paid_for(string text, double most) => Assert.Equal((decimal)most, Said.In(Shipped.RealEstate, text).Find(FactFields.Budget)!.Value.Max);
}
