using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Typing errors in words that bound a time or an amount. Said on Saturday, 21 November 2026.</summary>
public sealed class MisspeltTests
{
    [Theory]
    [InlineData("need it befor march", "..4")]
    [InlineData("moving by teh end of jully", "..8")]
    [InlineData("opning in febuary", "3..3")]
    [InlineData("we ned a crm befor thanksgivng", "..0.2")]
    [InlineData("somewher in apirl", "5..5")]
    [InlineData("not befroe septembr", "10..")]
    [InlineData("withn 3 monhs", "..3")]
    [InlineData("aftr chrismas", "1.1..")]
    [InlineData("befor easterr we start", "..4.2")]
    [InlineData("until agust at the latst", "..9")]
    [InlineData("in thre months", "..3")]
    [InlineData("nxt yaer", "2..13")]
    [InlineData("by the begining of jannuary", "..2")]
    [InlineData("live befor diwalli", "..11.2")]
    public void A_time_is_read_with_a_typing_error(string text, string time) => Assert.Equal(time, Said.Time(Shipped.B2b, text));

    [Theory]
    [InlineData("grindr uder 90 thosand", null, 90_000)]
    [InlineData("budgt is bewteen 2 and 3 lkhs", 200_000, 300_000)]
    [InlineData("uner 5 lakhs", null, 500_000)]
    [InlineData("not abve 80 thousnd", null, 80_000)]
    [InlineData("maximm 4 lakhs", null, 400_000)]
    [InlineData("my buget is arond 3 lakhs", 270_000, 330_000)]
    [InlineData("up to nintey thousand rupees", null, 90_000)]
    [InlineData("atleat 2 lakhs", 200_000, null)]
    public void An_amount_is_read_with_a_typing_error(string text, int? least, int? most)
    {
        var budget = Said.In(Shipped.Cafe, text).Find(FactFields.Budget)?.Value;

        Assert.Equal((least, most), ((int?)budget?.Min, (int?)budget?.Max));
    }

    [Theory]
    [InlineData("my name is Juli Marsh")]
    [InlineData("I met Befora Ltd at the fair")]
    [InlineData("Sven and April use it")]
    [InlineData("this is Augusta")]
    [InlineData("our tool is called Aprilo")]
    [InlineData("Mr Mayer asked for it")]
    [InlineData("the tree at the core of it")]
    [InlineData("we speak about the moth and the mouth")]
    public void A_name_or_a_word_of_its_own_is_no_error(string text) => Assert.Null(Said.Time(Shipped.B2b, text));

    [Theory]
    [InlineData("my name is Gareth Pryce", "Gareth Pryce")]
    [InlineData("I'm Juli Marsh", "Juli Marsh")]
    [InlineData("the name's Costa. Marco Costa.", "Marco Costa")]
    [InlineData("this is Augustin Aprile, 98450 12345", "Augustin Aprile")]
    public void A_name_that_is_near_a_word_stays_a_name(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text));
}
