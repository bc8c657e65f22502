using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Names right beside a number, names that are put right, addresses with figures in words, and whom nobody is to reach.</summary>
public sealed class BesideTheNumberTests
{
    [Theory]
    [InlineData("Ring me on 98450 12345, Farah, not before 4pm please", "Farah")]
    [InlineData("You can reach me at 98450-12345. Tomasz. Evenings", "Tomasz")]
    [InlineData("my cell is 98450 12345, Priya, after six only", "Priya")]
    [InlineData("WhatsApp 98450 12345, Meera, weekdays", "Meera")]
    [InlineData("call 98450 12345; Rohit; mornings", "Rohit")]
    [InlineData("reach me on ak@example.com, Meera, any time", "Meera")]
    [InlineData("98450 12345, Anand Rao, whatsapp is fine", "Anand Rao")]
    [InlineData("Text me, Sam, 98450 12345", "Sam")]
    [InlineData("$2k a month is fine. Text me, Sam, 98450 12345", "Sam")]
    [InlineData("Call me, Ayesha, on 98450 12345", "Ayesha")]
    [InlineData("ping me, Vikram, at vik99@example.com", "Vikram")]
    [InlineData("write to me - Daniela - 98450 12345", "Daniela")]
    public void A_name_stands_right_beside_the_number(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("Ring me on 98450 12345, Monday, not before 4pm")]
    [InlineData("98450 12345. WhatsApp. Evenings")]
    [InlineData("call me on 98450 12345, Whitefield, 3 bhk")]
    [InlineData("98450 12345, Thanks, bye")]
    [InlineData("Text me, please, 98450 12345")]
    [InlineData("Call me, tomorrow, on 98450 12345")]
    [InlineData("98450 12345. Sorry. Evenings")]
    [InlineData("call 98450 12345, Tuesday, 5pm")]
    [InlineData("call me tmrw 5 pm pls")]
    [InlineData("call me tmr")]
    [InlineData("call me tomorow evening")]
    [InlineData("ring me tonite")]
    public void What_else_stands_there_is_no_name(string text) => Assert.Null(Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("my name is not Sandeep btw, its Sundeep with a u", "Sundeep")]
    [InlineData("my name is not Jon, it's John with an h", "John")]
    [InlineData("name's not Sarah by the way, it's Zahra", "Zahra")]
    [InlineData("I'm not Priya actually, I'm Preethi", "Preethi")]
    [InlineData("My name is not Katherine please, it is Catherine with a C", "Catherine")]
    [InlineData("you wrote Mohamad. my name is not Mohamad, it's Mohammed", "Mohammed")]
    [InlineData("hey my name is not Rajeev fyi, its Rajiv", "Rajiv")]
    [InlineData("Its Sreeja not Srija", "Sreeja")]
    public void A_name_is_put_right(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("rohan dot mehta ninety one at yahoo dot co dot in", "rohan.mehta91@yahoo.co.in")]
    [InlineData("asha dot rao seven at gmail dot com", "asha.rao7@gmail.com")]
    [InlineData("priya underscore k twenty four at gmail dot com", "priya_k24@gmail.com")]
    [InlineData("vikram dot s nineteen eighty at outlook dot com", "vikram.s1980@outlook.com")]
    [InlineData("john dot doe one two three at gmail dot com", "john.doe123@gmail.com")]
    [InlineData("meera ninety nine at gmail dot com", "meera99@gmail.com")]
    [InlineData("it's nisha dot p zero five at hotmail dot com", "nisha.p05@hotmail.com")]
    [InlineData("ANU DOT J TWENTY AT GMAIL DOT COM", "anu.j20@gmail.com")]
    public void An_address_may_have_figures_in_words(string text, string address) =>
        Assert.Equal(address, Said.RealEstate(text, FactFields.Email).Find(FactFields.Email)?.Value.Text);

    [Theory]
    [InlineData("there are twenty at gmail dot com")]
    [InlineData("see you around nine at the site")]
    [InlineData("we met all three at yahoo")]
    public void Figures_before_a_place_are_no_address(string text) => Assert.Null(Said.RealEstate(text).Find(FactFields.Email));

    [Theory]
    [InlineData("Our CEO, Helen Park (helen@parkgroup.com), must not be mailed by you people ever again")]
    [InlineData("My husband, 98450 12345, is not to be called")]
    [InlineData("ops@acme.com should never be contacted again")]
    [InlineData("98450 12345 must not be rung any more")]
    [InlineData("please note info@acme.com may not be used")]
    [InlineData("my boss, raj@acme.com, does not want your mails")]
    [InlineData("98450 12345 doesn't want any calls from you")]
    [InlineData("anna@acme.com is off limits")]
    [InlineData("The roaster we buy from at present is hello@oldtownkaapi.co, you could ask them what blend it is.")]
    [InlineData("our current supplier is sales@beanhouse.in")]
    [InlineData("the broker who showed us the flat was 98450 12345")]
    [InlineData("our old vendor is info@crmco.com")]
    [InlineData("the dealer who sold it to us was 98450 12345")]
    public void Whom_nobody_is_to_reach_is_no_contact(string text)
    {
        var said = Said.In(Shipped.B2b, text);

        Assert.Null(said.Find(FactFields.Email) ?? said.Find(FactFields.Phone) ?? said.Find(FactFields.Name));
    }

    [Theory]
    [InlineData("98450 12345, not to be called before 9")]
    [InlineData("my number 98450 12345 should not be shared")]
    [InlineData("98450 12345 should not be called in the morning, evenings are fine")]
    [InlineData("my boss must be copied, mine is 98450 12345")]
    [InlineData("98450 12345, do not want spam")]
    [InlineData("98450 12345 can be called any time")]
    [InlineData("our agent asked for it: my number is 98450 12345")]
    [InlineData("I know the supplier you use, mine is 98450 12345")]
    public void Ones_own_number_stays(string text) => Assert.NotNull(Said.In(Shipped.B2b, text).Find(FactFields.Phone));
}
