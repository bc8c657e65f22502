using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

public sealed class ContactTests
{
    [Theory]
    [InlineData("write to asha.rao@example.com, thanks", "asha.rao@example.com")]
    [InlineData("(Asha_Rao+home@Mail.Example.co.in)", "asha_rao+home@mail.example.co.in")]
    [InlineData("my mail:a@b.io.", "a@b.io")]
    [InlineData("a@b", null)]
    [InlineData("@asha on instagram", null)]
    [InlineData("price @ 2cr", null)]
    [InlineData("a@b..com", null)]
    [InlineData("a.@b.com", null)]
    public void An_email_is_found_in_lower_case(string text, string? email) => Assert.Equal(email, Said.Display(FactFields.Email, text));

    [Theory]
    [InlineData("98450 12345", "+919845012345")]
    [InlineData("call 09845012345.", "+919845012345")]
    [InlineData("+91-98450-12345", "+919845012345")]
    [InlineData("919845012345", "+919845012345")]
    [InlineData("+971 50 123 4567", "+971501234567")]
    [InlineData("00971501234567", "+971501234567")]
    [InlineData("050 123 4567 thanks", "+971501234567")]
    [InlineData("+971 (0)4 123 4567", "+97141234567")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("9845012345 5pm", "+919845012345")]
    [InlineData("98450-12345 between 5-7", "+919845012345")]
    [InlineData("I need 2, 9845012345", "+919845012345")]
    [InlineData("budget 9000000000", null)]
    [InlineData("₹ 9000000000", null)]
    [InlineData("12345678", null)]
    [InlineData("order 1234567890123456789", null)]
    [InlineData("1,80,00,000", null)]
    public void A_phone_number_is_written_in_E164(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("I'm Asha", "Asha")]
    [InlineData("I’m Asha Rao, looking for a flat", "Asha Rao")]
    [InlineData("my name is asha rao", "Asha Rao")]
    [InlineData("my name is asha and i need a flat", "Asha")]
    [InlineData("this is Ravi Kumar from Mumbai", "Ravi Kumar")]
    [InlineData("Asha here", "Asha")]
    [InlineData("call me Sam", "Sam")]
    [InlineData("Myself Suresh", "Suresh")]
    [InlineData("I am RAVI KUMAR", "Ravi Kumar")]
    [InlineData("Name: José Núñez", "José Núñez")]
    [InlineData("98450 11111, Meera", "Meera")]
    [InlineData("write to ops@example.com - Anita", "Anita")]
    [InlineData("Ravi Menon from Corp", "Ravi Menon")]
    [InlineData("THIS IS RIDICULOUS", null)]
    [InlineData("I'm looking for a flat", null)]
    [InlineData("I'm Interested", null)]
    [InlineData("I am from Dubai", null)]
    [InlineData("I'm NRI", null)]
    [InlineData("I'm a teacher", null)]
    [InlineData("this is great", null)]
    [InlineData("call me on Monday", null)]
    [InlineData("what's your name?", null)]
    [InlineData("im very angry", null)]
    public void A_name_is_taken_only_when_it_is_one(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("asha", "Asha")]
    [InlineData("it's Asha", "Asha")]
    [InlineData("Asha, asha@example.com", "Asha")]
    [InlineData("why?", null)]
    [InlineData("I don't want to say", null)]
    [InlineData("2 BHK", null)]
    [InlineData("ok", null)]
    public void After_the_question_a_bare_name_is_enough(string text, string? name) =>
        Assert.Equal(name, Said.Display(FactFields.Name, text, FactFields.Name));
}
