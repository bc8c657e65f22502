using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class CompanyTests
{
    [Theory]
    [InlineData("how are you different from HubSpot?")]
    [InlineData("do you work with Salesforce?")]
    [InlineData("can it import from Pipedrive?")]
    [InlineData("we would migrate from Zoho")]
    [InlineData("it should start in october when he is back from Beirut")]
    public void A_house_that_is_spoken_of_is_not_the_visitors_own(string text) => Assert.Null(CompanyIn(text));

    [Theory]
    [InlineData("I work at Zentech, do you have a demo?", "Zentech")]
    [InlineData("calling from Quickcart", "Quickcart")]
    [InlineData("hum Kota mein coaching chalate hain, institute ka naam Prerna Classes", "Prerna Classes")]
    [InlineData("hamari company ka naam Shakti Tools hai", "Shakti Tools")]
    [InlineData("our school name is Little Oaks", "Little Oaks")]
    [InlineData("our company is Harrow and Pine Furniture", "Harrow and Pine Furniture")]
    [InlineData("the firm is called Pike and Sons and we sell boats", "Pike and Sons")]
    [InlineData("our company is Acme and we have 12 people", "Acme")]
    [InlineData("we are Helping Hands foundation, 20 people", "Helping Hands foundation")]
    [InlineData("we are Skyline realty", "Skyline realty")]
    public void Where_somebody_works_or_calls_from_is(string text, string company) => Assert.Equal(company, CompanyIn(text));

    [Theory]
    [InlineData("institute ka naam Prerna Classes", null)]
    [InlineData("bhai ka naam Suresh hai", null)]
    [InlineData("mera naam Ravi hai", "Ravi")]
    [InlineData("Gareth Pryce, gareth@northgate-rp.example. We've put aside 4000 dollars", "Gareth Pryce")]
    [InlineData("3 people, live by Ugadi. Prashanth Hegde 98860 41733 prashanth.hegde@kaveritech.example", "Prashanth Hegde")]
    public void The_name_of_a_house_is_nobodys(string text, string? name) => Assert.Equal(name, Said.In(Shipped.B2b, text).Find(FactFields.Name)?.Display);

    [Theory]
    [InlineData("We're on Zoho CRM today. What do you do that it doesn't?", "Zoho CRM")]
    [InlineData("We run on HubSpot today. Is yours faster?", "HubSpot")]
    [InlineData("is it as good as HubSpot?", null)]
    [InlineData("Zoho costs us 1,400 rupees per user per month, how much is yours?", null)]
    public void What_is_used_may_be_told_before_a_question(string text, string? tool) => Assert.Equal(tool, Said.In(Shipped.B2b, text).Find("current_tool")?.Display);

    [Theory]
    [InlineData("company", "sounds good")]
    [InlineData("company", "hmm ok")]
    [InlineData("company", "ok whats next")]
    [InlineData("company", "fine")]
    [InlineData("company", "tell me more")]
    [InlineData("company", "send me info")]
    [InlineData("current_tool", "fine")]
    [InlineData("current_tool", "good")]
    [InlineData("current_tool", "whats that")]
    public void What_only_goes_on_is_no_answer(string field, string text) => Assert.Null(Said.In(Shipped.B2b, text, field).Find(field));

    [Theory]
    [InlineData("company", "Quickcart")]
    [InlineData("company", "it's Blue Next")]
    [InlineData("current_tool", "a good old spreadsheet")]
    public void What_names_something_is(string field, string text) => Assert.NotNull(Said.In(Shipped.B2b, text, field).Find(field));

    private static string? CompanyIn(string text) => Said.In(Shipped.B2b, text).Find(FactFields.Company)?.Display;
}
