using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class NamesWithoutCapitalsTests
{
    [Theory]
    [InlineData("karan bhatt 98440 11222", "Karan Bhatt")]
    [InlineData("98440 11222, seema", "Seema")]
    [InlineData("98440 11222 (rohit)", "Rohit")]
    [InlineData("im vivek", "Vivek")]
    [InlineData("its omar from the bakery", "Omar")]
    [InlineData("main rahul bol raha hoon", "Rahul")]
    [InlineData("naam - suresh babu, number 9448012345", "Suresh Babu")]
    [InlineData("me llamo carlos", "Carlos")]
    [InlineData("I am called Stefan", "Stefan")]
    public void A_common_name_needs_no_capital(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("thoda sasta kuch hai")]
    [InlineData("main dekhna chahta hun")]
    [InlineData("its urgent")]
    [InlineData("im in dubai marina")]
    [InlineData("kuch accha dikhao bhai")]
    public void Everyday_words_are_no_name(string text) => Assert.Null(Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("mail vivek99@gmail,com", "vivek99@gmail.com")]
    [InlineData("kiran @ gmail . com", "kiran@gmail.com")]
    [InlineData("write to vivek@gmail, com is the ending", null)]
    public void A_well_known_domain_is_read_with_its_slips(string text, string? email) => Assert.Equal(email, Said.Display(FactFields.Email, text));

    [Fact]
    public void A_word_for_a_number_may_be_stuck_to_it() => Assert.Equal("+919845012345", Said.Display(FactFields.Phone, "ph9845012345"));

    [Fact]
    public void A_number_stuck_to_another_word_is_none() => Assert.Null(Said.Display(FactFields.Phone, "order9845012345"));
}
