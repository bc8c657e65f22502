using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Whole families of ways to name an amount, beside the amounts that are no budget.</summary>
public sealed class BudgetFamilyTests
{
    [Theory]
    [InlineData("80-85ish lakhs", "₹80 L to ₹85 L")]
    [InlineData("two-ish crore", "around ₹2 Cr")]
    [InlineData("1.4 ish (cr)", "around ₹1.4 Cr")]
    [InlineData("1 crore odd", "around ₹1 Cr")]
    [InlineData("90 lakhs, give or take", "around ₹90 L")]
    [InlineData("half of 3 cr", "up to ₹1.5 Cr")]
    [InlineData("aadha crore", "up to ₹50 L")]
    [InlineData("1 cr + registration", "up to ₹1 Cr")]
    [InlineData("1 cr+", "from ₹1 Cr")]
    [InlineData("crore and a half", "up to ₹1.5 Cr")]
    [InlineData("ek se dedh crore", "₹1 Cr to ₹1.5 Cr")]
    [InlineData("b/w 80 and 90 lakhs", "₹80 L to ₹90 L")]
    [InlineData("between half a million and 700k dirhams", "AED 500k to AED 700k")]
    [InlineData("Maximum 95 saar, lakhs i mean", "up to ₹95 L")]
    public void An_amount_is_read_as_loosely_as_it_is_said(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("sava do crore tak", "up to ₹2.25 Cr")]
    [InlineData("paune do cr max", "up to ₹1.75 Cr")]
    [InlineData("pauna crore max", "up to ₹75 L")]
    [InlineData("sade 3 lakh budget", "up to ₹3.5 L")]
    [InlineData("saarhe teen crore budget", "up to ₹3.5 Cr")]
    [InlineData("sava crore tak", "up to ₹1.25 Cr")]
    [InlineData("dhai crore budget hai", "up to ₹2.5 Cr")]
    [InlineData("sava sau lakh budget", "up to ₹1.25 Cr")]
    [InlineData("ek sau bees lakh budget", "up to ₹1.2 Cr")]
    [InlineData("dhai sau lakh tak", "up to ₹2.5 Cr")]
    [InlineData("paune do sau lakh tak", "up to ₹1.75 Cr")]
    public void Hindi_moves_a_number_by_a_part(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("2 crores plus or minus ten percent", "around ₹2 Cr")]
    [InlineData("2 cr ± 5%", "₹1.9 Cr to ₹2.1 Cr")]
    [InlineData("AED 3 million +/- 150k", "AED 2.85M to AED 3.15M")]
    [InlineData("80 lakhs ± 5", "₹75 L to ₹85 L")]
    [InlineData("1.5 cr give or take 10 lakhs", "₹1.4 Cr to ₹1.6 Cr")]
    [InlineData("1.5 cr, plus minus", "around ₹1.5 Cr")]
    [InlineData("2 cr 10% up or down", "around ₹2 Cr")]
    [InlineData("give or take 4 million dirhams", "around AED 4M")]
    [InlineData("at least 2 million, at most 3, dirhams", "AED 2M to AED 3M")]
    [InlineData("at most 3 crore, at least 2", "₹2 Cr to ₹3 Cr")]
    [InlineData("1.1cr flexible upto 1.2", "up to ₹1.2 Cr")]
    [InlineData("north of three crore is fine, below that you get nothing decent", "from ₹3 Cr")]
    public void How_far_an_amount_may_be_missed_is_read(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("140k dhs housing allowance per year", "up to AED 140k a year")]
    [InlineData("EUR 15.000 for the whole year, licences included", "up to €15k a year")]
    [InlineData("we dispose over EUR 15.000 for the entire year", "up to €15k a year")]
    [InlineData("twelve to fourteen grand, pounds that is, per annum", "£12k to £14k a year")]
    [InlineData("budget 30k rupees, all inclusive, per month", "up to ₹30,000 a month")]
    public void A_period_may_stand_apart(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("65L only. Pls dont send me the 80L 90L ones again", "up to ₹65 L")]
    [InlineData("stop showing me 2 cr flats, 1.4 crore is my budget", "up to ₹1.4 Cr")]
    public void What_is_not_to_be_shown_is_no_budget(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Fact]
    public void Bounds_of_other_words_are_read_whatever_the_amount()
    {
        string[] atMost = ["<{0}", "<= {0}", "≤ {0}", "sub {0}", "must stay south of {0}", "don't want to go past {0}", "can't do more than {0}", "should not cost me more than {0}", "our ceiling's {0}"];
        List<string> wrong = [];
        foreach (var (text, value) in new[] { ("1.2 cr", 12_000_000m), ("85 lakhs", 8_500_000m), ("AED 1.5m", 1_500_000m), ("$400k", 400_000m) })
        {
            foreach (var frame in atMost)
            {
                var said = string.Format(frame, text);
                if (Said.RealEstate(said).Find(FactFields.Budget)?.Value is not { Min: null } found || found.Max != value)
                    wrong.Add(said);
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("nothing under 5 million please. AED obviously", "from AED 5M")]
    [InlineData("Anything over €9.000 a year needs the board, so under that please", "up to €9,000 a year")]
    [InlineData("bro 25k rent max", "up to ₹25,000 a month")]
    [InlineData("£250 pcm tops", "up to £250 a month")]
    [InlineData("$10-15k annual", "$10k to $15k a year")]
    [InlineData("€400 each month", "up to €400 a month")]
    [InlineData("we sold up for £410,000 and that is the whole pot", "up to £410k")]
    [InlineData("85 lac we thought but the bank said 72 lac, so 72 lac it is", "up to ₹72 L")]
    [InlineData("minimum one crore otherwise the society is useless, can go upto 1.8 crore", "₹1 Cr to ₹1.8 Cr")]
    public void Currency_bound_and_period_may_stand_apart(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("my neighbour just sold his 2bhk for 1.4 cr")]
    [InlineData("want to sell my flat, expecting 1.1 crore")]
    [InlineData("Down payment I can do 20 lakhs now, rest loan")]
    [InlineData("Is the 89 lakhs on the hoarding with GST or without?")]
    [InlineData("what would a villa cost? 4 million? 5?")]
    [InlineData("the flat we saw was 1.9 cr")]
    [InlineData("he wants 2 crore for his flat")]
    [InlineData("interiors will be 10 lakhs more")]
    [InlineData("I already own a 1.5 cr flat")]
    [InlineData("current rent 40k")]
    [InlineData("my take home is 2.1 lakh a month")]
    [InlineData("saw one on another site for 1.25 cr")]
    [InlineData("the machine we have cost 3.8 lakh")]
    [InlineData("my sisters and I put in 25 lakhs each")]
    [InlineData("can you reduce 5 lakhs")]
    [InlineData("is it true that prices rose 20 lakhs?")]
    [InlineData("the seat price of 30 euros a month is steep")]
    [InlineData("per seat not over 30 euros a month")]
    [InlineData("3 lakhs a year is what we pay now")]
    [InlineData("our neighbour got 2.2 crore for his in March")]
    [InlineData("my friend paid 90 lakhs last year")]
    [InlineData("we sell 320 cups a day at 180 rupees")]
    [InlineData("why is the 1 bed on ur site 1.3M and the same one upstairs 1.7M??")]
    [InlineData("the villa on your website was 4 million dirhams")]
    [InlineData("do i get the golden visa from 2 million or is it more now")]
    [InlineData("don't send me 90 lakh flats")]
    [InlineData("the brochure says 75 lakhs onwards, true?")]
    [InlineData("stamp duty in bangalore on say an 80 lakh flat, only as an example")]
    public void What_others_pay_and_parts_are_no_budget(string text) => Assert.Null(Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("We pay INR 15,000 per month for zoho now and for something better we can't go above INR 20,000 per month", "up to ₹20,000 a month")]
    [InlineData("we pay 12k a month to Freshsales, could go up to 18k a month", "up to ₹18,000 a month")]
    [InlineData("I pay 40k rent per month, can stretch to 50k per month", "up to ₹50,000 a month")]
    [InlineData("we can pay 20k a month", "up to ₹20,000 a month")]
    public void What_can_be_paid_counts_before_what_is_paid(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("we're not looking at anything below 2 crore, please don't send such options", "from ₹2 Cr")]
    [InlineData("please don't show anything under 90 lakhs", "from ₹90 L")]
    [InlineData("we don't want anything below 1.5 crore", "from ₹1.5 Cr")]
    [InlineData("don't bother with anything under 1 crore", "from ₹1 Cr")]
    [InlineData("don't bother with anything over 1 crore", "up to ₹1 Cr")]
    [InlineData("I don't see anything below 2 crore", "up to ₹2 Cr")]
    [InlineData("can't you show me anything below 2 crore?", "up to ₹2 Cr")]
    [InlineData("looking at anything below 2 crore", "up to ₹2 Cr")]
    public void What_nobody_looks_at_is_the_other_bound(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("bhai 35k se zyada rent nahi de sakte per month", "up to ₹35,000 a month")]
    [InlineData("80 lakh se zyada ka budget nahi hai", "up to ₹80 L")]
    [InlineData("1 crore se upar wala mat dikhao", "up to ₹1 Cr")]
    [InlineData("1 crore se kam wala nahi chahiye", "from ₹1 Cr")]
    [InlineData("1 crore se zyada budget hai", "from ₹1 Cr")]
    [InlineData("2 crore tak ka budget hai", "up to ₹2 Cr")]
    public void A_bound_in_Hindi_is_turned_by_its_verb(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("the yearly spend he approved is 12k USD", "up to $12k a year")]
    [InlineData("the budget our CFO sanctioned is 15k USD", "up to $15k")]
    [InlineData("the bank approved a loan of 60 lakhs", null)]
    [InlineData("the loan they sanctioned is 60 lakhs", null)]
    public void An_approved_spending_is_a_budget_and_a_loan_none(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));
}
