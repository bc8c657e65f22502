using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Numbers that are no money, prices of others, amounts taken back, and budgets told in parts.</summary>
public sealed class MoneyMeantTests
{
    [Theory]
    [InlineData("i got an sms from 9900012345 saying its your company")]
    [InlineData("from 9845012345 someone calls me daily about a 2 bhk budget")]
    [InlineData("my budget is 0501234567")]
    [InlineData("budget 98450123")]
    [InlineData("budget is 90000 crore")]
    [InlineData("my max is 5 billion dirhams, haha")]
    public void What_no_money_has_the_shape_of_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("budget 15000000", "up to ₹1.5 Cr")]
    [InlineData("budget is 12,345,000 rupees", "up to ₹1.23 Cr")]
    [InlineData("budget 45 crore", "up to ₹45 Cr")]
    [InlineData("max aed 120 million", "up to AED 120M")]
    public void A_large_budget_is_one(string text, string budget) => Assert.Equal(budget, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("Is that 1.8 cr one on the fourth floor still there?")]
    [InlineData("what about that 95 lakh flat you posted")]
    [InlineData("that 80 lakh 2bhk, which floor is it on?")]
    [InlineData("did you sell those 2.4m villas?")]
    [InlineData("is your 1.2 crore unit vastu compliant")]
    [InlineData("1.8 cr wala abhi bhi hai kya?")]
    [InlineData("woh 90 lakh wali available hai?")]
    public void The_price_of_what_was_shown_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("I had told 80 lakh as budget but honestly scrap that")]
    [InlineData("forget the 2 crore, I'll tell you after talking to my wife")]
    [InlineData("earlier I said 1.2 cr, forget about that please")]
    [InlineData("the 90 lakhs, leave that aside for now")]
    [InlineData("I told you 80 lakhs, that's off")]
    [InlineData("1.5 crore bola tha, bhool jao")]
    [InlineData("we said 20k rupees a month but that doesn't hold any more")]
    public void What_is_taken_back_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("I said 80 lakh, scrap that, 95 lakh max", "up to ₹95 L")]
    [InlineData("1.2 cr, no scratch that, 1.4", "up to ₹1.4 Cr")]
    [InlineData("80 lakhs max, forget about Whitefield", "up to ₹80 L")]
    [InlineData("my budget is 80 lakhs, don't forget that", "up to ₹80 L")]
    [InlineData("the 2 crore range, 3bhk", "around ₹2 Cr")]
    [InlineData("show me flats, 1.8 cr wala dikhao", "up to ₹1.8 Cr")]
    [InlineData("I bought a flat in March, now I want a plot, 80 lakhs", "up to ₹80 L")]
    public void What_is_said_instead_is(string text, string budget) => Assert.Equal(budget, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("customers pay 180 rupees for a cappuccino at ours")]
    [InlineData("we take 220 rupees for a latte, is it low?")]
    [InlineData("our cappuccino is at 250 rupees")]
    [InlineData("Rs 150 per coffee, can we make money with that?")]
    [InlineData("our guests pay 300 rupees a cup")]
    [InlineData("filter coffee is 40 rupees here")]
    public void What_a_cup_is_sold_for_is_no_budget(string text) => Assert.Null(Said.In(Shipped.Cafe, text).Find(FactFields.Budget));

    [Theory]
    [InlineData("they cost us $31k a year, I won't go over 20k a year with anybody else", "up to $20k a year")]
    [InlineData("Salesforce costs us 31k dollars a year", null)]
    [InlineData("the tool bills us £900 a month", null)]
    [InlineData("it shouldn't cost us more than 20k dollars a year", "up to $20k a year")]
    [InlineData("it may cost us 20k dollars a year", "up to $20k a year")]
    [InlineData("price for all together, one year, 40 thousand dirham maximum", "up to AED 40k a year")]
    [InlineData("for the whole year: 12k dollars", "up to $12k a year")]
    [InlineData("one month, 900 dollars max", "up to $900 a month")]
    [InlineData("we decide in one year, 40k dollars in total max", "up to $40k")]
    public void What_the_tool_costs_now_is_none_and_a_year_before_it_is_its_time(string text, string? budget) =>
        Assert.Equal(budget, Said.In(Shipped.B2b, text).Find(FactFields.Budget)?.Display);

    [Theory]
    [InlineData("I bought in Business Bay through your office in March, 1.9 million, and nobody gave me the card")]
    [InlineData("we sold our flat last year, 95 lakhs.")]
    [InlineData("I already bought one in Hebbal, 1.2 cr, and I am not happy")]
    public void What_was_paid_then_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("my brother says take for 5 million but he is not the one paying, for me 4.5 million aed is last price", "up to AED 4.5M")]
    [InlineData("80 lakhs is my limit", "up to ₹80 L")]
    [InlineData("1.1 cr is all we have", "up to ₹1.1 Cr")]
    [InlineData("maybe 1.7? cr i mean", "up to ₹1.7 Cr")]
    [InlineData("1.7? cr", "up to ₹1.7 Cr")]
    [InlineData("let's say two, two and a half million dirhams", "AED 2M to AED 2.5M")]
    [InlineData("maybe 80, 90 lakhs", "₹80 L to ₹90 L")]
    [InlineData("2 bhk, phase 2, 3 cr max", "up to ₹3 Cr")]
    [InlineData("we sold our place in Pune for 1.9 cr, took us ages, and all of it goes into the next one. That's our budget basically, 1.9.", "up to ₹1.9 Cr")]
    [InlineData("sold the old flat for 95 lakhs, that is our whole budget", "up to ₹95 L")]
    [InlineData("we sold our place for 1.9 cr and moved in with my parents", null)]
    [InlineData("max malyon w nos dirham", "up to AED 1.5M")]
    [InlineData("2 melyon w nos aed", "up to AED 2.5M")]
    public void A_budget_may_be_told_in_parts(string text, string? budget) => Assert.Equal(budget, Said.Display(FactFields.Budget, text, FactFields.Budget));
}
