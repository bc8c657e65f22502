using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Amounts that were taken, paid long ago, asked by others or taken back, beside the budgets that look like them.</summary>
public sealed class MoneyOfOthersTests
{
    [Theory]
    [InlineData("I paid 50,000 token in March, where is my refund?")]
    [InlineData("you people took 2 lakhs advance and sold the flat to somebody else")]
    [InlineData("maine 1 lakh booking ke liye diya tha, wapas chahiye")]
    [InlineData("mera 2 lakh aapke paas atka hua hai")]
    [InlineData("we were charged Rs 18,000 twice last month")]
    [InlineData("you billed us 4,500 euros instead of 4,000")]
    [InlineData("I want my 25,000 back")]
    [InlineData("I can put down 30 lakhs and the emi should be max 60k")]
    [InlineData("900k dirhams is what the bank gives, plus 200k own")]
    [InlineData("somebody of yours took AED 10,000 from me as deposit")]
    public void What_was_taken_from_somebody_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("my rent is 62k a month, it makes no sense", null)]
    [InlineData("our rent now is 95,000 and going up again", null)]
    [InlineData("what is the token for one unit? 1 lakh?", null)]
    [InlineData("the shop brought us 30k euros of orders in May", null)]
    [InlineData("is the basic plan still $19 a month?", null)]
    [InlineData("the old bungalow is going for 2.4 crores, that is for my sons", null)]
    [InlineData("my rent should be max 40k", "up to ₹40,000 a month")]
    [InlineData("we pay 180k a year as rent, want to buy a villa under 4m AED", "up to AED 4M")]
    public void What_is_paid_earned_or_asked_about_is_no_budget(string text, string? budget) => Assert.Equal(budget, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("mere dost ne 80 lakh mein kharida same society mein")]
    [InlineData("bhaiya ne 45 lakh ka flat liya tha 2015 me")]
    [InlineData("pehle yahan 50 lakh mein 3bhk mil jata tha")]
    [InlineData("papa ne 20 lakh mein plot kharida tha")]
    [InlineData("humne pichla ghar 70 lakh mein becha")]
    [InlineData("in 2016 you got a 3bhk for 60 lakhs here")]
    [InlineData("it cost us 1.1 crore back then")]
    [InlineData("price drop from 1.2 to 1.05 cr, is it true?")]
    [InlineData("registered value is 65 lakhs")]
    [InlineData("prices have gone from 60 lakhs to 1.2 crore in five years")]
    public void What_homes_cost_long_ago_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("the dealer wants 9.8 lakhs for the two group")]
    [InlineData("Zoho gives us the same for 12k a month, what about you")]
    [InlineData("another agent showed me the same flat at 1.6 crore")]
    [InlineData("builder 1.8 crore bol raha hai, thoda kam karao")]
    [InlineData("nespresso wala 3 lakh maang raha hai")]
    [InlineData("a broker told me 1.5 cr for the same tower")]
    [InlineData("the other vendor's price is 9k euros a year")]
    [InlineData("your competitor asks 20k rupees a month")]
    public void What_another_seller_wants_is_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("scrap the 15k I told you, finance cut it to 10k usd per year", "up to $10k a year")]
    [InlineData("drop the 80 lakhs, we can only do 65 lakhs now", "up to ₹65 L")]
    [InlineData("we had 1.5 crore in mind, now it's been cut to 1.2 crore", "up to ₹1.2 Cr")]
    [InlineData("80 lakh wala budget cancel, ab 70 lakh hi hai", "up to ₹70 L")]
    [InlineData("purana budget 60 lakh tha, ab 75 lakh kar do", "up to ₹75 L")]
    [InlineData("the 15k is gone, 10k usd a year is all I have", "up to $10k a year")]
    [InlineData("2 crore wala bahut zyada hai, 1.5 tak dikhao", "up to ₹1.5 Cr")]
    [InlineData("we raised our budget from 80 lakhs to 1 crore", "up to ₹1 Cr")]
    public void What_is_taken_back_makes_room(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("booking amount I can do now, budget 80 lakhs", "up to ₹80 L")]
    [InlineData("took a loan from SBI so now we can go to 90 lakhs", "up to ₹90 L")]
    [InlineData("65 lakh mein lena hai", "up to ₹65 L")]
    [InlineData("80 lakh se zyada nahi", "up to ₹80 L")]
    [InlineData("good value under 80 lakhs please", "up to ₹80 L")]
    [InlineData("2.2 CR+reg", "up to ₹2.2 Cr")]
    [InlineData("80 lakh mein mila toh le lunga", "up to ₹80 L")]
    [InlineData("uncle ne 65 lakh mein liya tha, hum 90 lakh tak de sakte hain", "up to ₹90 L")]
    [InlineData("my husband wants to spend 2 crore", "up to ₹2 Cr")]
    [InlineData("the dealer wants 9.8 lakhs, my budget is 7 lakhs", "up to ₹7 L")]
    [InlineData("tell your agent my limit is 80 lakhs", "up to ₹80 L")]
    public void The_visitors_own_money_stays_a_budget(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("At the moment we throw away 62,000 rupees on rent every month", null)]
    [InlineData("we're wasting 40k dirhams a month on hotels", null)]
    [InlineData("we closed our Series A in March, 6 million dollars", null)]
    [InlineData("our startup raised 2 million dollars", null)]
    [InlineData("they want 1,900 dollars a month from us after the renewal", null)]
    [InlineData("I can blow 2 crore on it", "up to ₹2 Cr")]
    [InlineData("we are willing to burn 80 lakhs on it", "up to ₹80 L")]
    [InlineData("we closed our Series A and can spend 2 million dollars", "up to $2M")]
    [InlineData("my wife wants a villa under 2 million dirhams", "up to AED 2M")]
    public void Money_that_goes_elsewhere_or_came_in_is_no_budget(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("we dispose of approximately 10000 euro for year", "year", 9000, 11000)]
    [InlineData("my money for it is every month until 1200 euro", "month", null, 1200)]
    [InlineData("saal ka paanch lakh rupaye se upar boss approve nahi karega", "year", null, 500000)]
    [InlineData("we can do two thousand five hundred pounds a month", "month", null, 2500)]
    [InlineData("every month I travel, but for the flat 80 lakhs", null, null, 8000000)]
    [InlineData("ten thousand two hundred euros per year", "year", null, 10200)]
    public void A_period_is_heard_where_people_put_it(string text, string? period, int? min, int? max)
    {
        var value = Said.RealEstate(text).Find(FactFields.Budget)!.Value;

        Assert.Equal((period, (decimal?)min, (decimal?)max), (value.Period, value.Min, value.Max));
    }

    [Theory]
    [InlineData("ninety five lakhs, give or take nothing", "up to ₹95 L")]
    [InlineData("ninety five lakhs, give or take five", "₹90 L to ₹1 Cr")]
    public void Give_or_take_nothing_is_no_margin(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text, FactFields.Budget));
}
