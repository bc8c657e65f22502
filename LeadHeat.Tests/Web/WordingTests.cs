using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Web.Leads;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Wording;

namespace LeadHeat.Tests.Web;

public sealed class WordingTests
{
    [Theory]
    [InlineData(18_000_000, "INR", "₹1.8 Cr")]
    [InlineData(8_500_000, "INR", "₹85 L")]
    [InlineData(9_999_999, "INR", "₹1 Cr")]
    [InlineData(124_000_000, "INR", "₹12.4 Cr")]
    [InlineData(45_000, "INR", "₹45K")]
    [InlineData(1_200_000, "AED", "AED 1.2M")]
    [InlineData(999_999, "AED", "AED 1M")]
    [InlineData(950_000, "USD", "$950K")]
    [InlineData(2_500_000_000, "EUR", "€2.5B")]
    [InlineData(800, "GBP", "£800")]
    [InlineData(0, "AED", "AED 0")]
    public void Money_is_short(decimal amount, string currency, string said) => Assert.Equal(said, Money.Brief(amount, currency));

    [Fact]
    public void Sums_of_several_currencies_stand_side_by_side() =>
        Assert.Equal("₹12.4 Cr + AED 3.1M", Money.Sum(new Dictionary<string, decimal> { ["AED"] = 3_100_000, ["INR"] = 124_000_000, ["USD"] = 0 }));

    [Theory]
    [InlineData("Asha Rao", "AR")]
    [InlineData("madonna", "M")]
    [InlineData("Visitor from Dubai", "VD")]
    [InlineData("  Fatima  Al Mansoori ", "FA")]
    [InlineData("", "?")]
    public void Initials_stand_for_a_name(string name, string initials) => Assert.Equal(initials, Say.Initials(name));

    [Theory]
    [InlineData(1000, "1000+")]
    [InlineData(999, "999")]
    public void Counts_say_when_there_are_more(int count, string said) => Assert.Equal(said, Say.Count(count, 1000));

    [Theory]
    [InlineData(2, 2, 118, "2 beds · 2 baths · 118 m²")]
    [InlineData(1, 1, 60, "1 bed · 1 bath · 60 m²")]
    [InlineData(0, 1, 45, "Studio · 1 bath · 45 m²")]
    [InlineData(0, 0, 1200, "1,200 m²")]
    public void Rooms_are_said_as_in_an_advertisement(int beds, int baths, int size, string said) => Assert.Equal(said, Say.Rooms(beds, baths, size));

    [Fact]
    public void Lead_is_said_in_one_line()
    {
        var detail = Rows.Detail(Rows.Row(1) with { Wants = "2-bed apartment in Whitefield, up to ₹2 Cr" }) with
        {
            Facts = [Fact(FactFields.Timeline, "within 3 months"), Fact(FactFields.Budget, "up to ₹2 Cr")],
        };

        Assert.Equal("Wants 2-bed apartment in Whitefield, up to ₹2 Cr, within 3 months", Sentences.Of(detail));
        Assert.Equal("Has not said yet what they want", Sentences.Of(Rows.Detail(Rows.Row(1) with { Wants = null })));
    }

    [Fact]
    public void Days_are_named_in_the_readers_zone()
    {
        var clock = new ReaderClock(new FixedClock(new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero)));
        clock.SetZone("Asia/Dubai");

        Assert.Equal("Today", clock.NameOf(clock.DayOf(new DateTimeOffset(2026, 11, 20, 20, 30, 0, TimeSpan.Zero))));
        Assert.Equal("Yesterday", clock.NameOf(clock.DayOf(new DateTimeOffset(2026, 11, 20, 19, 30, 0, TimeSpan.Zero))));
        Assert.Equal("3 March 2025", clock.NameOf(new DateOnly(2025, 3, 3)));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero), clock.FromReader(new DateTime(2026, 11, 21, 10, 0, 0)));
    }

    [Fact]
    public void Zone_that_nobody_knows_reads_as_universal_time()
    {
        var clock = new ReaderClock(TimeProvider.System);

        clock.SetZone("Moon/Crater");

        Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
    }

    private static Fact Fact(string field, string display) => new(field, new FactValue(display), display, FactSource.Bot, 1, Rows.Now, []);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
