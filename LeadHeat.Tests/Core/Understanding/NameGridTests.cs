using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Ways to say who one is, times the shapes of names.</summary>
public sealed class NameGridTests
{
    private static readonly string[] Names =
    [
        "Ananya", "Rahul Verma", "Abdullah bin Saeed Al Maktoum", "Jean-Pierre Dubois", "Vincent van der Berg", "A. R. Rahman", "K.V. Subramanian", "Siobhan O'Brien",
        "María José García", "Aisha Al-Hashimi", "Arjun Mehta", "Khalid bin Rashid", "Lakshmi N", "Mohd. Irfan",
    ];

    private static readonly string[] Ways =
    [
        "I'm {0}", "Hi, I am {0}.", "My name is {0}", "my name is {0} and I want a flat", "This is {0}, looking for a villa", "{0} here", "{0} this side, call me later", "Name: {0}",
        "Please send the floor plans.\nRegards,\n{0}", "Please send the floor plans. Thanks, {0}", "{0}, 98450 12345", "Contact: {0}, sales@example.com", "I'm Dr. {0}", "mera naam {0} hai",
    ];

    [Fact]
    public void Every_shape_of_name_is_heard_in_every_way_to_say_it() => Assert.All(
        Ways.SelectMany(_ => Names, (way, name) => (Text: string.Format(System.Globalization.CultureInfo.InvariantCulture, way, name), Name: name)),
        said => Assert.True(Said.Display(FactFields.Name, said.Text) == said.Name, $"{said.Text} => {Said.Display(FactFields.Name, said.Text)}"));

    [Fact]
    public void A_lower_case_name_is_heard_where_no_word_of_English_stands() => Assert.All(
        new[] { "i'm {0}", "im {0} btw", "this is {0}, need 2bhk", "hi i am {0} from pune", "{0} this side", "{0} 9845012345", "my no is 0554321098 {0}" }
            .SelectMany(_ => new[] { "deepak", "fatima", "ananya" }, (way, name) => (Text: string.Format(System.Globalization.CultureInfo.InvariantCulture, way, name), name)),
        said => Assert.Equal(said.name, Said.Display(FactFields.Name, said.Text)?.ToLowerInvariant()));

    [Theory]
    [InlineData("I'm Asha, sorry, Usha", "Usha")]
    [InlineData("my name is Jon, no, John", "John")]
    [InlineData("my name is spelled Shyam, not Sham", "Shyam")]
    [InlineData("I'm Salesforce user", null)]
    [InlineData("i'm downsizing", null)]
    [InlineData("I'm Househunting", null)]
    [InlineData("Thanks, Dubai Marina works", null)]
    [InlineData("Thanks, looking forward", null)]
    [InlineData("Mr. Hegde gave me your number", null)]
    [InlineData("my husband Ajay will call, 9845012345", null)]
    [InlineData("9845012345 thx", null)]
    [InlineData("2bhk in Hebbal - Thanisandra", null)]
    public void A_correction_replaces_a_name_and_no_other_word_becomes_one(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("Mr Khan", "Khan")]
    [InlineData("A R Rahman", "A R Rahman")]
    [InlineData("jean-pierre", "Jean-Pierre")]
    [InlineData("its Rakesh sir", "Rakesh")]
    [InlineData("Arjun", "Arjun")]
    [InlineData("deepa, whats the price?", "Deepa")]
    [InlineData("whitefield", null)]
    [InlineData("later", null)]
    [InlineData("villa", null)]
    public void An_answer_may_have_any_shape(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text, FactFields.Name));

    [Theory]
    [InlineData("We are Kestrel Logistics, 60 people", "Kestrel Logistics")]
    [InlineData("I'm with Harrow & Finch", "Harrow & Finch")]
    [InlineData("Speaking for Delta Freight here", "Delta Freight")]
    [InlineData("Tom Becker, Head of Sales, Brightpath", "Brightpath")]
    [InlineData("my company is called quickcart", "quickcart")]
    [InlineData("We are Looking for a CRM", null)]
    [InlineData("we are happy", null)]
    public void A_company_is_named_in_many_ways(string text, string? company) => Assert.Equal(company, Said.In(Shipped.Playbooks.All.First(playbook => playbook.Name == "b2b"), text).Find(FactFields.Company)?.Display);
}
