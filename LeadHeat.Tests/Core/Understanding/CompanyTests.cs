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
    public void Where_somebody_works_or_calls_from_is(string text, string company) => Assert.Equal(company, CompanyIn(text));

    private static string? CompanyIn(string text) => Said.In(Shipped.B2b, text).Find(FactFields.Company)?.Display;
}
