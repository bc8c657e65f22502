using LeadHeat.Web.Access;

namespace LeadHeat.Tests.Web;

public sealed class SignInPathTests
{
    [Theory]
    [InlineData("/inbox?heat=hot", "/inbox?heat=hot")]
    [InlineData("/leads/1", "/leads/1")]
    [InlineData("//evil.example", "/inbox")]
    [InlineData("/\\evil.example", "/inbox")]
    [InlineData("https://evil.example", "/inbox")]
    [InlineData("/inbox\r\nX: y", "/inbox")]
    [InlineData(null, "/inbox")]
    public void Sign_in_leads_only_to_pages_of_this_site(string? wanted, string leads) => Assert.Equal(leads, SignInPage.LocalOrInbox(wanted));
}
