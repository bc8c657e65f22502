using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Every way to write an amount in every way to bound it.</summary>
public sealed class BudgetGridTests
{
    private static readonly (string Text, decimal Value, string Currency)[] Amounts =
    [
        ("2 cr", 20_000_000, "INR"), ("1.5 crore", 15_000_000, "INR"), ("85 lakhs", 8_500_000, "INR"), ("85L", 8_500_000, "INR"), ("₹1.8 Cr", 18_000_000, "INR"),
        ("Rs. 75 lakh", 7_500_000, "INR"), ("Rs 1,50,00,000", 15_000_000, "INR"), ("₹ 95,00,000/-", 9_500_000, "INR"), ("one and a half crore", 15_000_000, "INR"),
        ("dedh crore", 15_000_000, "INR"), ("pachas lakh", 5_000_000, "INR"), ("saadhe teen crore", 35_000_000, "INR"), ("1 crore 20 lakhs", 12_000_000, "INR"),
        ("two point five crore", 25_000_000, "INR"), ("seventy-five lakhs", 7_500_000, "INR"), ("1,5 cr", 15_000_000, "INR"), ("AED 1.2m", 1_200_000, "AED"),
        ("900,000 AED", 900_000, "AED"), ("Dhs 1.5 mn", 1_500_000, "AED"), ("half a million dollars", 500_000, "USD"), ("quarter million dollars", 250_000, "USD"),
        ("£750,000", 750_000, "GBP"), ("€1.1 million", 1_100_000, "EUR"), ("US$ 800k", 800_000, "USD"), ("one million two hundred thousand dirhams", 1_200_000, "AED"),
    ];

    private static readonly string[] AtMost =
    [
        "under {0}", "upto {0}", "not more than {0}", "my budget is {0}", "can't go above {0}", "don't want to spend more than {0}", "{0} max", "{0} or less", "nothing over {0}",
        "{0} tak", "{0} ke andar", "{0} se kam", "a flat for {0}", "we're a family of 4 with a budget of {0}", "shouldn't cross {0}", "up to a maximum of {0}", "flat in Whitefield under {0} please",
    ];

    private static readonly string[] AtLeast =
        ["over {0}", "at least {0}", "{0}+", "{0} and above", "{0} or more", "not less than {0}", "starting from {0}", "kam se kam {0}", "{0} se zyada", "upwards of {0}", "{0} onwards"];

    private static readonly string[] About =
        ["around {0}", "approx. {0}", "~{0}", "{0} or so", "close to {0}", "lagbhag {0}", "{0} ke aas paas", "{0} give or take", "budget is roughly {0}", "in the range of {0}"];

    private static readonly string[] Ranges =
        ["{0}-{1}", "{0} to {1}", "between {0} and {1}", "from {0} to {1}", "{0} se {1} tak", "at least {0} but not more than {1}", "minimum {0}, maximum {1}", "our budget is {0} – {1}"];

    [Fact]
    public void Bounds_are_read_whatever_the_amount()
    {
        List<string> wrong = [];
        foreach (var (text, value, currency) in Amounts)
        {
            Check(AtMost, text, (null, value, currency), wrong);
            Check(AtLeast, text, (value, null, currency), wrong);
            Check(About, text, (value * 0.9m, value * 1.1m, currency), wrong);
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("80L", "1.2Cr", 8_000_000, 12_000_000, "INR")]
    [InlineData("80 lakhs", "1 crore", 8_000_000, 10_000_000, "INR")]
    [InlineData("ek crore", "dedh crore", 10_000_000, 15_000_000, "INR")]
    [InlineData("AED 1m", "AED 1.5m", 1_000_000, 1_500_000, "AED")]
    [InlineData("$400k", "$500k", 400_000, 500_000, "USD")]
    public void Ranges_are_read_whatever_joins_them(string low, string high, int min, int max, string currency)
    {
        List<string> wrong = [];
        foreach (var range in Ranges)
            Check([string.Format(range, low, high)], "", (min, max, currency), wrong);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("1-1.5 cr", 10_000_000, 15_000_000)]
    [InlineData("80-90L", 8_000_000, 9_000_000)]
    [InlineData("between 80 and 1.2cr", 8_000_000, 12_000_000)]
    [InlineData("1.5 to 2 crores", 15_000_000, 20_000_000)]
    public void A_scale_that_stands_once_counts_for_both(string text, int min, int max)
    {
        List<string> wrong = [];
        Check([text], "", (min, max, "INR"), wrong);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("50k per month", "month")]
    [InlineData("40k p.m.", "month")]
    [InlineData("monthly budget of ₹35,000", "month")]
    [InlineData("AED 90k per annum", "year")]
    [InlineData("$15k a year", "year")]
    [InlineData("annual budget of $15k", "year")]
    [InlineData("earn 25 lakhs a year so budget is about 1 crore", null)]
    public void A_period_is_told(string text, string? period) => Assert.Equal(period, Said.RealEstate(text).Find(FactFields.Budget)!.Value.Period);

    [Theory]
    [InlineData("EMI around 60,000")]
    [InlineData("my income is 2 lakhs per month")]
    [InlineData("8000 per sqft")]
    [InlineData("10 lakh people live there")]
    [InlineData("the 1.8 cr one looks nice")]
    [InlineData("I currently pay 40k rent")]
    [InlineData("my sister bought for 1.2 cr last year")]
    [InlineData("three quarters of the flats are sold")]
    public void Other_amounts_are_no_budget(string text) => Assert.Null(Said.RealEstate(text).Find(FactFields.Budget));

    private static void Check(string[] frames, string amount, (decimal?, decimal?, string) expected, List<string> wrong)
    {
        foreach (var frame in frames)
        {
            var text = string.Format(frame, amount);
            var found = Said.RealEstate(text).Find(FactFields.Budget)?.Value;
            if ((found?.Min, found?.Max, found?.Unit) != expected)
                wrong.Add($"{text}: {found?.Min}-{found?.Max} {found?.Unit}");
        }
    }
}
