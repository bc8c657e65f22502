using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class NeedsTests
{
    [Theory]
    [InlineData("2BHK", "2 BHK")]
    [InlineData("2 bhk flat", "2 BHK")]
    [InlineData("two bedroom flat", "2 bed")]
    [InlineData("2 or 3 BHK", "2 or 3 BHK")]
    [InlineData("2-3 bhk", "2 or 3 BHK")]
    [InlineData("2/3 BHK", "2 or 3 BHK")]
    [InlineData("2BHK or 3BHK", "2 or 3 BHK")]
    [InlineData("3+ bedrooms", "3+ bed")]
    [InlineData("at least 3 beds", "3+ bed")]
    [InlineData("studio", "studio")]
    [InlineData("1 bed or studio", "studio to 1 bed")]
    [InlineData("2.5 bhk", "2.5 BHK")]
    [InlineData("1st floor 3bhk", "3 BHK")]
    [InlineData("not 2 bhk but 3 bhk", "3 BHK")]
    [InlineData("3 bhk instead of 2 bhk", "3 BHK")]
    [InlineData("2 bath", null)]
    [InlineData("a bed", null)]
    [InlineData("i have 3 kids", null)]
    [InlineData("100 bed hospital nearby", null)]
    public void Bedrooms(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("3", "3 bed")]
    [InlineData("three please", "3 bed")]
    [InlineData("2 or 3", "2 or 3 bed")]
    [InlineData("2 cr", null)]
    [InlineData("3 months", null)]
    public void After_the_question_a_bare_number_is_bedrooms(string text, string? display) =>
        Assert.Equal(display, Said.Display(FactFields.Beds, text, FactFields.Beds));

    [Theory]
    [InlineData("1200 sqft", "about 1,200 sq ft", "1200 sqft")]
    [InlineData("at least 1,000 sq ft", "at least 1,000 sq ft", "at least 1,000 sq ft")]
    [InlineData("1000 to 1200 sq.ft.", "1,000 to 1,200 sq ft", "1000 to 1200 sq.ft")]
    [InlineData("100 sqm", "about 100 m²", "100 sqm")]
    [InlineData("100 m2", "about 100 m²", "100 m2")]
    public void Size(string text, string display, string words) =>
        Assert.Equal((display, words), (Said.Display(FactFields.Size, text), Said.Words(FactFields.Size, text)));

    [Theory]
    [InlineData("a flat", "apartment")]
    [InlineData("villas or townhouses", "villa or townhouse")]
    [InlineData("not a villa", null)]
    [InlineData("a house", "villa, townhouse, row house or independent house")]
    public void Property_type(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.PropertyType, text));

    [Theory]
    [InlineData("loan is approved", "loan approved")]
    [InlineData("I'm pre-approved", "loan approved")]
    [InlineData("not pre-approved yet", "no loan yet")]
    [InlineData("cash buyer", "paying cash")]
    [InlineData("no more than 2 cr", null)]
    public void Financing(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.PreApproved, text));

    [Theory]
    [InlineData("yes", "loan approved")]
    [InlineData("not yet", "no loan yet")]
    [InlineData("ok thanks bye", null)]
    public void After_the_question_yes_and_no_answer_it(string text, string? display) =>
        Assert.Equal(display, Said.Display(FactFields.PreApproved, text, FactFields.PreApproved));

    [Theory]
    [InlineData("it's for investment", "as an investment")]
    [InlineData("to live in with my family", "to live in")]
    [InlineData("we live in Dubai", null)]
    public void Purpose(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Purpose, text));

    [Fact]
    public void A_question_about_what_was_shown_is_no_wish()
    {
        Assert.Equal("parking", Said.RealEstate("do you have flats with parking?").Find(FactFields.Features)?.Display);
        Assert.Null(Said.RealEstate("does it have parking?", shown: 3).Find(FactFields.Features));
        Assert.Equal("features", Said.RealEstate("does it have parking?", shown: 3).Topic);
    }
}
