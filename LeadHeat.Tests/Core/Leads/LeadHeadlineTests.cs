using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Leads;

public sealed class LeadHeadlineTests
{
    [Theory]
    [InlineData("2BHK in Whitefield under 2 Cr within 3 months", "Visitor from Bangalore", "2 BHK in Whitefield, up to ₹2 Cr, within 3 months", 20_000_000, "INR")]
    [InlineData("I'm Asha, something in Dubai", "Asha", "In Dubai", null, null)]
    [InlineData("villa from AED 3m", "Visitor", "Villa, from AED 3M", 3_000_000, "AED")]
    [InlineData("hello", "Visitor", null, null, null)]
    public void A_lead_in_one_line(string text, string name, string? wants, int? value, string? currency)
    {
        var headline = LeadHeadline.Of(Said.RealEstate(text).ToFacts(Guid.Empty, Said.Now), Shipped.RealEstate);

        Assert.Equal((name, wants, (decimal?)value, currency), (headline.Name, headline.Wants, headline.Value, headline.Currency));
    }

    [Theory]
    [InlineData(18_000_000, "INR", "₹1.8 Cr")]
    [InlineData(8_500_000, "INR", "₹85 L")]
    [InlineData(50_000, "INR", "₹50,000")]
    [InlineData(1_200_000, "AED", "AED 1.2M")]
    [InlineData(450_000, "USD", "$450k")]
    [InlineData(900, "EUR", "€900")]
    public void Money_reads_as_a_salesperson_writes_it(int amount, string currency, string text) => Assert.Equal(text, Money.Format(amount, currency));
}
