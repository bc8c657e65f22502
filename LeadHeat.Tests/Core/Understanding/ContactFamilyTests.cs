using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>How people of many tongues name themselves and spell out how to be reached.</summary>
public sealed class ContactFamilyTests
{
    [Theory]
    [InlineData("ismi Khalid", "Khalid")]
    [InlineData("naa peru Ravi", "Ravi")]
    [InlineData("nanna hesaru Manjunath", "Manjunath")]
    [InlineData("naan karthik", "Karthik")]
    [InlineData("mi chiamo Paolo", "Paolo")]
    [InlineData("ich bin Stefan", "Stefan")]
    [InlineData("hiroshi tanaka desu", "Hiroshi Tanaka")]
    [InlineData("my name, by the way, is Elif", "Elif")]
    [InlineData("um my name is, uh, patricia, patricia de souza", "Patricia de Souza")]
    [InlineData("its not rakesh its rajesh. rajesh kulkarni", "Rajesh Kulkarni")]
    [InlineData("call me ammu, full name is anupama k nair", "Anupama K Nair")]
    [InlineData("name: t. r. subramaniam", "T. R. Subramaniam")]
    [InlineData("the name on the papers will be yousef haddad", "Yousef Haddad")]
    [InlineData("put it under Meenal Shah", "Meenal Shah")]
    [InlineData("MYSELF SURESH BABU FROM HOSUR", "Suresh Babu")]
    [InlineData("you are speaking to wing commander (retd) arvind thapar", "Arvind Thapar")]
    [InlineData("+44 20 7946 0958, cheers, gareth", "Gareth")]
    [InlineData("ritu from Crema Lane", "Ritu")]
    [InlineData("gopalakrishnan, 3bhk, 9448012399", "Gopalakrishnan")]
    [InlineData("Fatima again from yesterday", "Fatima")]
    [InlineData("venkatesh r here", "Venkatesh r")]
    [InlineData("my name it is Nguyen Thi Lan", "Nguyen Thi Lan")]
    [InlineData("my friends call me Bunty, on paper I'm Harpreet Singh Bedi", "Harpreet Singh Bedi")]
    [InlineData("Siobhán O'Dwyer, with the fada", "Siobhán O'Dwyer")]
    [InlineData("اسمي خالد المنصوري", "خالد المنصوري")]
    [InlineData("thanks and regards, vinod kumar", "Vinod Kumar")]
    [InlineData("you can save me as Tanvi, number is 98201 14455", "Tanvi")]
    [InlineData("note it under the name Shabnam Khan", "Shabnam Khan")]
    [InlineData("people know me as Babu", "Babu")]
    [InlineData("the name's Costa. Marco Costa.", "Marco Costa")]
    [InlineData("hi from Leila & Karim", "Leila")]
    [InlineData("Iam Saranya from Coimbatore", "Saranya")]
    [InlineData("am Joseph, joseph.m@church.example", "Joseph")]
    [InlineData("ping me 98201 14455 — Deepa", "Deepa")]
    [InlineData("Yusuf bhai bol raha hoon", "Yusuf")]
    public void A_name_is_found_where_people_put_it(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text), ignoreCase: true);

    [Theory]
    [InlineData("This is exploratory, no timeline from our end")]
    [InlineData("I'm Canadian")]
    [InlineData("Priya Nair, can you send me the brochure")]
    [InlineData("im bored")]
    [InlineData("am looking for a studio")]
    [InlineData("hi from the team at Bluebird")]
    [InlineData("Hello from Toronto! looking for a 2 bed")]
    [InlineData("keep it under wraps")]
    [InlineData("put it under my wife's name")]
    [InlineData("the name of the project?")]
    [InlineData("98450 12345 — Whitefield side")]
    [InlineData("am I speaking with Priya?")]
    [InlineData("ask for Mr. Rao at the gate")]
    [InlineData("I work at yahoo")]
    public void What_somebody_is_is_no_name(string text) => Assert.Null(Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("call me Sam", false)]
    [InlineData("call me tomorrow", true)]
    public void Who_says_what_to_be_called_asks_for_no_call(string text, bool asks) => Assert.Equal(asks, Said.RealEstate(text).Cues.HasFlag(Cues.Callback));

    [Theory]
    [InlineData("priya.s@gmail", "priya.s@gmail.com")]
    [InlineData("priya@gmailcom", "priya@gmail.com")]
    [InlineData("rao.k at yahoo", "rao.k@yahoo.com")]
    [InlineData("my email is rao at gmail com", "rao@gmail.com")]
    [InlineData("I work at yahoo", null)]
    public void A_well_known_house_needs_no_ending(string text, string? email) => Assert.Equal(email, Said.Display(FactFields.Email, text));

    [Theory]
    [InlineData("9845012345call me", "+919845012345")]
    [InlineData("nau aath char paanch shunya ek do teen char paanch", "+919845012345")]
    [InlineData("contact no 7 7 6 0 double 1 2 3 4 5", "+917760112345")]
    [InlineData("nine eight four five zero, one two three four five", "+919845012345")]
    public void Digits_are_read_as_they_are_said(string text, string phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));
}
