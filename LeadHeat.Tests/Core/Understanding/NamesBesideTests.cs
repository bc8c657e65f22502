using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Names beside numbers and addresses, and where a number is at home.</summary>
public sealed class NamesBesideTests
{
    [Theory]
    [InlineData("my number is 98450 12345 and the name is Lakshman", "Lakshman")]
    [InlineData("98450 12345, the name is Thirumurugan", "Thirumurugan")]
    [InlineData("it is Gladys Coelho and the number is 98450 63317", "Gladys Coelho")]
    [InlineData("note my name also: Sowmya", "Sowmya")]
    [InlineData("write my name please: Sowmya", "Sowmya")]
    [InlineData("Abu Khalid. mobile +971 55 618 2093 but call after maghrib pls", "Abu Khalid")]
    [InlineData("possession by June. Neha Apte. neha.apte@example.com, 98230 44129", "Neha Apte")]
    [InlineData("I run sales ops. Priscilla Owusu, p.owusu@example.com", "Priscilla Owusu")]
    [InlineData("going live in April. Inga Lindqvist at Norrfjord, inga.lindqvist@example.se", "Inga Lindqvist")]
    [InlineData("send it to oyelaranf@example.com, Folasade Oyelaran", "Folasade Oyelaran")]
    [InlineData("call me, Sister Philomena, 0471-255-6120", "Philomena")]
    [InlineData("the name is Sunrise and the tower is in Hebbal, 98450 12345", null)]
    [InlineData("what is that project called, the name is Brindavan? 98450 12345", null)]
    [InlineData("it is Prestige Shantiniketan and the price is 2 crore", null)]
    [InlineData("it is Very Urgent, my number is 98450 63317", null)]
    [InlineData("Business Bay, bb@example.com", null)]
    public void A_name_beside_a_number_is_the_visitors(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("Company's Brightspan Solar, I'm Gareth Pugh, gareth.pugh@example.co.uk", "Brightspan Solar", "Gareth Pugh")]
    [InlineData("Udaan Classes, main Rakesh Malviya, rakesh.malviya@example.in", "Udaan Classes", "Rakesh Malviya")]
    [InlineData("Kestrel Freight, this is Gareth Pugh, +44 7700 900416", "Kestrel Freight", "Gareth Pugh")]
    [InlineData("our company's Salesforce account is too dear", null, null)]
    public void The_house_stands_before_the_name(string text, string? company, string? name)
    {
        var said = Said.In(Shipped.B2b, text);
        Assert.Equal((company, name), (said.Find(FactFields.Company)?.Display, said.Find(FactFields.Name)?.Display));
    }

    [Theory]
    [InlineData("mail me on nasser@example.ae. mobile 055 204 8816", null, "+971552048816")]
    [InlineData("mobile 055 204 8816", "AED", "+971552048816")]
    [InlineData("mobile 055 204 8816", "INR", null)]
    [InlineData("mobile 055 204 8816", null, null)]
    public void A_number_is_at_home_where_somebody_pays(string text, string? currency, string? phone)
    {
        Fact[] known = currency is null ? [] : [Said.Known(FactFields.Budget, new(Max: 40_000, Unit: currency, Period: "year"), "40k")];
        Assert.Equal(phone, Language.Understand(text, Shipped.B2b, DialogueState.Start, known, Said.Now).Find(FactFields.Phone)?.Display);
    }

    [Theory]
    [InlineData("it's plus four four seven seven double oh nine hundred four one six", "+447700900416")]
    [InlineData("nine eight four five zero one hundred two three", "+919845010023")]
    [InlineData("two hundred flats, three hundred shops", null)]
    public void Hundreds_are_two_zeros_in_a_number(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text, FactFields.Phone));

    [Fact]
    public void Who_only_looks_around_is_reached_where_he_says()
    {
        var said = Language.Understand("my number is 98450 63317", Shipped.Cafe, DialogueState.Start with { CustomerType = "casual" }, [], Said.Now);
        Assert.Equal("+919845063317", said.Find(FactFields.Phone)?.Display);
    }
}
