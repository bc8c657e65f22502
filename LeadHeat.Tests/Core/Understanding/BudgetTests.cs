using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("under 2 Cr", "up to ₹2 Cr", "under 2 Cr")]
    [InlineData("my budget is 2 crore", "up to ₹2 Cr", "budget is 2 crore")]
    [InlineData("upto 85 lakhs", "up to ₹85 L", "upto 85 lakhs")]
    [InlineData("up to 85 lac", "up to ₹85 L", "up to 85 lac")]
    [InlineData("not more than 2 crores", "up to ₹2 Cr", "not more than 2 crores")]
    [InlineData("no more than 2 cr", "up to ₹2 Cr", "no more than 2 cr")]
    [InlineData("can't go above 2cr", "up to ₹2 Cr", "can't go above 2cr")]
    [InlineData("less than 1.5 cr", "up to ₹1.5 Cr", "less than 1.5 cr")]
    [InlineData("₹1.8 Cr max", "up to ₹1.8 Cr", "₹1.8 Cr max")]
    [InlineData("1.8 cr or less", "up to ₹1.8 Cr", "1.8 cr or less")]
    [InlineData("Rs. 1,80,00,000/-", "up to ₹1.8 Cr", "Rs. 1,80,00,000/-")]
    [InlineData("INR 50,00,000", "up to ₹50 L", "INR 50,00,000")]
    [InlineData("budget 15000000", "up to ₹1.5 Cr", "budget 15000000")]
    [InlineData("2L", "up to ₹2 L", "2L")]
    [InlineData("a crore", "up to ₹1 Cr", "a crore")]
    [InlineData("one and a half crore", "up to ₹1.5 Cr", "one and a half crore")]
    [InlineData("half a million dollars", "up to $500k", "half a million dollars")]
    [InlineData("$450k", "up to $450k", "$450k")]
    [InlineData("AED 900k", "up to AED 900k", "AED 900k")]
    [InlineData("1.2 million dirhams", "up to AED 1.2M", "1.2 million dirhams")]
    [InlineData("1.2mn Dhs", "up to AED 1.2M", "1.2mn Dhs")]
    [InlineData("£300k", "up to £300k", "£300k")]
    [InlineData("2cr+", "from ₹2 Cr", "2cr+")]
    [InlineData("more than 2 cr", "from ₹2 Cr", "more than 2 cr")]
    [InlineData("at least 1 cr", "from ₹1 Cr", "at least 1 cr")]
    [InlineData("around 90 lakhs", "around ₹90 L", "around 90 lakhs")]
    [InlineData("2 cr or so", "around ₹2 Cr", "2 cr or so")]
    [InlineData("80L-1.2Cr", "₹80 L to ₹1.2 Cr", "80L-1.2Cr")]
    [InlineData("between 80 lakh and 1.2 crore", "₹80 L to ₹1.2 Cr", "between 80 lakh and 1.2 crore")]
    [InlineData("between 1 and 1.5 cr", "₹1 Cr to ₹1.5 Cr", "between 1 and 1.5 cr")]
    [InlineData("80-90L", "₹80 L to ₹90 L", "80-90L")]
    [InlineData("₹ 85,00,000 - ₹ 95,00,000", "₹85 L to ₹95 L", "₹ 85,00,000 - ₹ 95,00,000")]
    [InlineData("AED 1.2m to 1.5m", "AED 1.2M to AED 1.5M", "AED 1.2m to 1.5m")]
    [InlineData("AED 90k per year", "up to AED 90k a year", "AED 90k per year")]
    [InlineData("rent of Rs 50k per month", "up to ₹50,000 a month", "Rs 50k per month")]
    [InlineData("My budget was 2 cr but I can stretch to 2.3 cr", "up to ₹2.3 Cr", "stretch to 2.3 cr")]
    [InlineData("80L, no sorry 90L", "up to ₹90 L", "90L")]
    [InlineData("forget the 2 crore, make that one and a half", "up to ₹1.5 Cr", "one and a half")]
    [InlineData("one is listed at AED 2.4M, I wouldn't spend more than 1.9", "up to AED 1.9M", "wouldn't spend more than 1.9")]
    [InlineData("in the region of 90 lakhs", "around ₹90 L", "region of 90 lakhs")]
    [InlineData("2 cr ±", "around ₹2 Cr", "2 cr ±")]
    [InlineData("one and a quarter crore", "up to ₹1.25 Cr", "one and a quarter crore")]
    [InlineData("three quarters of a million dirhams", "up to AED 750k", "three quarters of a million dirhams")]
    [InlineData("400 000 dirham", "up to AED 400k", "400 000 dirham")]
    [InlineData("is 80 lakhs enough?", "up to ₹80 L", "80 lakhs")]
    [InlineData("a villa in Dubai, budget 5m", "up to AED 5M", "budget 5m")]
    public void A_budget_is_read_as_it_is_meant(string text, string display, string words)
    {
        var understood = Said.RealEstate(text);

        Assert.Equal(display, understood.Find(FactFields.Budget)?.Display);
        Assert.Equal(words, Said.Words(FactFields.Budget, text));
    }

    [Theory]
    [InlineData("2 BHK")]
    [InlineData("2nd floor please")]
    [InlineData("I was born in 1985")]
    [InlineData("in 2 months")]
    [InlineData("within 2 km of the metro")]
    [InlineData("10 minutes from the office")]
    [InlineData("call me on 9845012345")]
    [InlineData("+971 50 123 4567")]
    [InlineData("1200 sqft")]
    [InlineData("under 2")]
    [InlineData("2 l of water")]
    [InlineData("2 m wide")]
    [InlineData("my salary is 2 lakh")]
    [InlineData("down payment of 50 L")]
    [InlineData("1.8 Cr is too much")]
    [InlineData("can you do 10% discount?")]
    [InlineData("by March 2027")]
    [InlineData("12.11.2026")]
    [InlineData("I have 20k followers")]
    [InlineData("option 2")]
    [InlineData("the plot next door went for 2 crores")]
    [InlineData("I paid 15 lakhs as booking amount elsewhere")]
    [InlineData("is 1.2 crore the total or without registration?")]
    [InlineData("price dropped by 5 lakh?")]
    [InlineData("price mein 5 lakh kam hua kya?")]
    [InlineData("we spend 2000 dirhams a month on coffee today")]
    [InlineData("currently we pay 3000 dollars a month")]
    [InlineData("10 thousand real followers for only 50 dollars, offer ends this week, click the link")]
    public void A_false_friend_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("15000000", "up to ₹1.5 Cr")]
    [InlineData("2 cr", "up to ₹2 Cr")]
    [InlineData("1,50,00,000", "up to ₹1.5 Cr")]
    [InlineData("50k", "up to ₹50,000")]
    [InlineData("2", null)]
    [InlineData("3 BHK", null)]
    public void After_the_question_a_bare_amount_is_the_answer(string text, string? display) =>
        Assert.Equal(display, Said.Display(FactFields.Budget, text, FactFields.Budget));

    [Theory]
    [InlineData("Dubai", "AED")]
    [InlineData("Bangalore", "INR")]
    public void A_bare_amount_is_in_the_known_citys_currency(string city, string currency)
    {
        var understood = Language.Understand("up to 3 million", Shipped.RealEstate, DialogueState.Start, [Said.Known(FactFields.City, new(Text: city), city)], Said.Now);

        Assert.Equal(currency, understood.Find(FactFields.Budget)?.Value.Unit);
    }
}
