using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>What other houses take and what a thing should fetch, beside what the visitor would spend; and amounts that take an earlier one's place.</summary>
public sealed class MoneyOfSellersTests
{
    [Theory]
    [InlineData("cafe", "Before we were with other company, they take 4500 monthly and the machine was always broken", null)]
    [InlineData("cafe", "the previous people were taking 2,800 monthly from us", null)]
    [InlineData("cafe", "An other school has proposed us 1500 dollars by person, this is too much I find", null)]
    [InlineData("cafe", "another company proposes 2,000 dollars a month", null)]
    [InlineData("b2b", "a different provider asks $900 a month", null)]
    [InlineData("b2b", "they bill us 1,800 dollars per month", null)]
    [InlineData("b2b", "they offered us 1800 dollars per month, we can do $1500", 1500)]
    [InlineData("b2b", "another 2,000 dollars a month we could put in", 2000)]
    [InlineData("b2b", "we can take 1,800 dollars a month from the other budget", 1800)]
    [InlineData("b2b", "they gave us 30,000 dollars a year for it", 30000)]
    [InlineData("cafe", "our other office pays 3000 dollars a month, we have a budget of 2000", 2000)]
    public void What_other_houses_take_is_no_budget(string playbook, string text, int? most) => Assert.Equal(most, Most(Shipped.Playbooks[playbook], text));

    [Theory]
    [InlineData("It should fetch 88 lakhs", null)]
    [InlineData("please sell my flat, it must fetch at least 90 lakhs", null)]
    [InlineData("I hope the house fetches 2 crore", null)]
    [InlineData("mere bhai ne Hebbal me 1.2 cr ka flat liya", null)]
    [InlineData("padosi ne 90 lakh me le liya apna ghar", null)]
    [InlineData("usne 80 lakh me kharida", null)]
    [InlineData("bhai ke liye 1.2 cr tak ka flat chahiye", 12_000_000)]
    [InlineData("bhai ne bola 1.2 cr tak theek hai", 12_000_000)]
    [InlineData("go and find us one, 90 lakhs max", 9_000_000)]
    public void What_a_home_should_fetch_or_cost_others_is_no_budget(string text, int? most) => Assert.Equal(most, Most(Shipped.RealEstate, text));

    [Theory]
    [InlineData("no wait, my husband says we should add a grinder also. so make it 4500 at most", 3000, "INR", null, "up to ₹4,500")]
    [InlineData("actually take 8000 max, my wife wants the scale as well", 6000, "INR", null, "up to ₹8,000")]
    [InlineData("hmm, not more than 2,500 then", 3000, "USD", "month", "up to $2,500 a month")]
    [InlineData("let's say max 12,000", 10_000, "USD", "year", "up to $12k a year")]
    [InlineData("okay up to 6000", 5000, "AED", null, "up to AED 6,000")]
    [InlineData("with 250 grams max each", 3000, "INR", null, null)]
    [InlineData("at most 30 people", 3000, "INR", null, null)]
    [InlineData("it can be 60 at most", 3000, "INR", null, null)]
    public void A_bound_takes_the_place_of_the_amount_before_it(string text, int known, string currency, string? period, string? display) =>
        Assert.Equal(display, Language.Understand(text, Shipped.Cafe, DialogueState.Start, [Said.Known(FactFields.Budget, new(Max: known, Unit: currency, Period: period), "known")], Said.Now).Find(FactFields.Budget)?.Display);

    [Theory]
    [InlineData("ek aur vendor 1.8 lakh saal ka bol raha tha, setup alag se")]
    [InlineData("salesforce was 75 dollars a head every month, never again")]
    [InlineData("dusri company 2 lakh saal ka maang rahi hai")]
    public void A_price_that_was_heard_is_no_need(string text) => Assert.Null(Said.In(Shipped.B2b, text, "need").Find("need"));

    [Fact]
    public void A_need_in_own_words_is_still_heard() =>
        Assert.Equal("our quotes get lost between two offices", Said.In(Shipped.B2b, "our quotes get lost between two offices", "need").Find("need")?.Value.Text);

    private static int? Most(Playbook playbook, string text) => (int?)Said.In(playbook, text).Find(FactFields.Budget)?.Value.Max;
}
