using System.Globalization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Amounts that somebody in the house allowed or that an instalment must not pass, beside loans, instalments and rents that are paid already.</summary>
public sealed class MoneyAllowedTests
{
    [Theory]
    [InlineData("Board has approved INR 6 lakhs per annum for the tool", "..600000 INR year")]
    [InlineData("management sanctioned 4 lakhs a year for the CRM", "..400000 INR year")]
    [InlineData("our CFO approved $9,000 a year", "..9000 USD year")]
    [InlineData("HO has sanctioned 20k rupees a month", "..20000 INR month")]
    [InlineData("finance team approved AED 30,000 for the year", "..30000 AED year")]
    [InlineData("sir ne 15,000 rupees per month approve kiya hai", "..15000 INR month")]
    [InlineData("approved by the directors: 12,000 euros a year", "..12000 EUR year")]
    [InlineData("we got $500 a month approved", "..500 USD month")]
    [InlineData("the trust has approved up to 3 lakhs", "..300000 INR total")]
    public void What_the_house_approved_is_a_budget(string text, string budget) => Assert.Equal(budget, Budget(Shipped.B2b, text));

    [Theory]
    [InlineData("the bank has approved a loan of 60 lakhs")]
    [InlineData("HDFC approved 60 lakhs")]
    [InlineData("my loan of 45 lakhs is sanctioned")]
    [InlineData("got 80 lakhs sanctioned by SBI")]
    [InlineData("lender approved 1.2 million")]
    [InlineData("they approved a mortgage of 900k")]
    [InlineData("home loan approved for 70 lakhs, when can I see something?")]
    [InlineData("preapproved for 1.1 million")]
    public void What_a_bank_approved_is_a_loan(string text) => Assert.Null(Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("what matters is the EMI: it mustn't cross 65,000 a month", "..65000 INR month")]
    [InlineData("EMI should not exceed 50,000 a month", "..50000 INR month")]
    [InlineData("EMI max 40k per month", "..40000 INR month")]
    [InlineData("I am ok if instalment is maximum 15,000 dhs per month", "..15000 AED month")]
    [InlineData("monthly instalment under 12,000 AED please", "..12000 AED month")]
    [InlineData("installments of at most 10k dirhams a month", "..10000 AED month")]
    [InlineData("EMI 55 hazaar mahine se zyada nahi", "..55000 INR month")]
    [InlineData("the EMI can't be more than 70,000 per month", "..70000 INR month")]
    [InlineData("we can manage an EMI of up to 60k a month", "..60000 INR month")]
    public void What_an_instalment_may_be_at_most_is_a_months_budget(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("my EMI is 42,000 a month")]
    [InlineData("the EMI on my present loan is 42,000 a month")]
    [InlineData("what would the EMI be for 80 lakhs?")]
    [InlineData("EMI of 60k per month is what we pay today")]
    [InlineData("we already pay an EMI of 35k a month")]
    [InlineData("is the EMI more than 50,000 a month for that one?")]
    [InlineData("uni assignment, if some made-up person borrows 50 lakhs over 20 years what would his EMI be roughly?")]
    [InlineData("if someone takes a loan of 70 lakhs, what does he pay a month?")]
    [InlineData("suppose a person buys for 2 crore, how much is the stamp duty?")]
    [InlineData("for a school project: a family earns 90,000 a month and buys a flat of 60 lakhs, is that realistic?")]
    [InlineData("hypothetically, somebody with 3 million dirhams, what yield would he get?")]
    [InlineData("agar koi 40 lakh ka loan le toh EMI kitni hogi?")]
    public void What_is_paid_already_or_only_supposed_is_no_budget(string text) => Assert.Null(Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("budget 80 lakhs, my daughter does homework in the balcony", "..8000000 INR total")]
    [InlineData("if we find something nice we can go to 95 lakhs", "..9500000 INR total")]
    [InlineData("if somebody can show me a villa for 4 million dirhams I buy tomorrow", "..4000000 AED total")]
    [InlineData("suppose I had 2 crore, what could I get?", "..20000000 INR total")]
    [InlineData("if I spend 80 lakhs, what do I get in Hebbal?", "..8000000 INR total")]
    public void Who_supposes_something_of_himself_tells_a_budget(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("it mustn't cross 80 lakhs", "..8000000 INR total")]
    [InlineData("total mustn't exceed 80 lakhs", "..8000000 INR total")]
    [InlineData("price may not go over 1.4 million dirhams", "..1400000 AED total")]
    [InlineData("shouldn’t cross 1 crore", "..10000000 INR total")]
    [InlineData("the rent mustn’t be over 90,000 AED a year", "..90000 AED year")]
    [InlineData("it needn't be below 2 crore", "20000000.. INR total")]
    [InlineData("must cross 2 crore at least, else no golden visa", "20000000.. INR total")]
    [InlineData("has to exceed 2 million AED", "2000000.. AED total")]
    public void What_must_not_be_crossed_is_the_most(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("minimum 60 maximum 75 lakhs, jaynagar preferred", "6000000..7500000 INR total")]
    [InlineData("min 60, max 75 lakhs", "6000000..7500000 INR total")]
    [InlineData("min 1.2 max 1.5 cr", "12000000..15000000 INR total")]
    [InlineData("at least 60 at most 75 lakhs", "6000000..7500000 INR total")]
    [InlineData("from 2 up to 2.5 million dirhams", "2000000..2500000 AED total")]
    [InlineData("not less than 80 and not more than 95 lakhs", "8000000..9500000 INR total")]
    [InlineData("starting 80 max 95 lakhs", "8000000..9500000 INR total")]
    [InlineData("max 95 min 80 lakhs", "8000000..9500000 INR total")]
    [InlineData("budget: min 900k max 1.1m aed", "900000..1100000 AED total")]
    public void Both_bounds_share_their_scale(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("minimum 2 bedrooms, maximum 75 lakhs", "..7500000 INR total")]
    [InlineData("min 3 bath, max 1.2 cr", "..12000000 INR total")]
    [InlineData("minimum 60 sqm maximum 1.2 million dirhams", "..1200000 AED total")]
    [InlineData("minimum floor 8, maximum 90 lakhs", "..9000000 INR total")]
    [InlineData("minimum 10 min from the metro, max 90 lakhs", "..9000000 INR total")]
    public void What_else_has_a_minimum_bounds_no_budget(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("we want the machine on rent and we can pay twenty five thousand rupees a month at the most", "..25000 INR month")]
    [InlineData("machine on rent, 12,000 rupees a month max", "..12000 INR month")]
    [InlineData("we'd rent the machine for up to 900 dirhams a month", "..900 AED month")]
    [InlineData("would like to rent an espresso machine, 15k rupees a month", "..15000 INR month")]
    [InlineData("renting the grinder is fine, max 4,000 rupees a month", "..4000 INR month")]
    [InlineData("is it possible on rental basis? 20k a month is what we can do", "..20000 INR month")]
    public void What_a_hired_machine_may_cost_is_a_budget(string text, string budget) => Assert.Equal(budget, Budget(Shipped.Cafe, text));

    [Theory]
    [InlineData("our rent is 80,000 rupees a month, we need cheaper coffee")]
    [InlineData("the rent here costs me 12,000 dirhams a month")]
    [InlineData("shop rent 60k rupees per month")]
    [InlineData("I pay rent of 45,000 rupees a month for the shop")]
    public void The_rent_of_the_shop_is_no_budget(string text) => Assert.Null(Budget(Shipped.Cafe, text));

    [Theory]
    [InlineData("Landlord wants 130k from July when I've been paying 105k. Is he even allowed to do that??")]
    [InlineData("we've been paying 95,000 dirhams a year")]
    [InlineData("I have been paying 32k rupees a month till now")]
    [InlineData("they've been charging us 110k a year")]
    [InlineData("we had been spending 2 lakhs a year on it")]
    [InlineData("my rent has been 28,000 since 2022")]
    [InlineData("I've always paid 60k AED here")]
    [InlineData("the owner is asking for 42k now")]
    public void What_has_been_paid_is_no_budget(string text) => Assert.Null(Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("we've been thinking of 95 lakhs", "..9500000 INR total")]
    [InlineData("I've been looking for something under 1.2 million dirhams", "..1200000 AED total")]
    [InlineData("my limit has been 80 lakhs all along", "..8000000 INR total")]
    public void What_has_been_thought_of_is(string text, string budget) => Assert.Equal(budget, Budget(Shipped.RealEstate, text));

    [Theory]
    [InlineData("1.200 € in the month is the limit", "..1200 EUR month")]
    [InlineData("the frame is 1.500 € in the month", "..1500 EUR month")]
    [InlineData("800 euros in the month, not more", "..800 EUR month")]
    [InlineData("12,000 dollars in the year is what we have", "..12000 USD year")]
    [InlineData("max 300 euro in a month", "..300 EUR month")]
    [InlineData("my boss says 900 euros the month is the limit", "..900 EUR month")]
    public void A_month_is_told_in_many_ways(string text, string budget) => Assert.Equal(budget, Budget(Shipped.B2b, text));

    private static string? Budget(Playbook playbook, string text) => Said.In(playbook, text).Find(FactFields.Budget)?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Min:0.##}..{value.Max:0.##} {value.Unit} {value.Period ?? "total"}") : null;
}
