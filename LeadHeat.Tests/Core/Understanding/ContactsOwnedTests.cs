using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Numbers of the visitor beside those of others and of things, and names told by what somebody is or where he is from.</summary>
public sealed class ContactsOwnedTests
{
    [Theory]
    [InlineData("Someone keeps phoning my mother at 080 2345 6789, kindly don't. I'm the buyer, Arvind Rao, and my own mobile is 99001 87654.", "+919900187654")]
    [InlineData("your people keep calling my wife on 98450 12345. my number is 99001 87654", "+919900187654")]
    [InlineData("You are ringing my father at 98450 12345 all day. Ring me: 99001 87654", "+919900187654")]
    [InlineData("somebody calls our old office on 080 2345 6789, please stop that, use 99001 87654", "+919900187654")]
    [InlineData("They always call my husband at 98450 12345, please don't", null)]
    [InlineData("your team has been messaging my daughter on 98450 12345", null)]
    [InlineData("98450 12345 is my mother's, please don't ring there", null)]
    [InlineData("why are you calling my mother at 98450 12345?", null)]
    public void Whom_others_ring_is_not_whom_to_call(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("please call my mother at 98450 12345", "+919845012345")]
    [InlineData("call my wife on 98450 12345, she decides", "+919845012345")]
    [InlineData("you can reach my husband at 98450 12345", "+919845012345")]
    [InlineData("somebody please call me at 98450 12345", "+919845012345")]
    [InlineData("can someone call me on 98450 12345", "+919845012345")]
    [InlineData("i want someone calls me on 98450 12345", "+919845012345")]
    [InlineData("someone keeps calling me on 98450 12345 from your office", "+919845012345")]
    [InlineData("when someone calls 98450 12345 my assistant picks up, that's fine", "+919845012345")]
    [InlineData("your team can call my secretary on 98450 12345", "+919845012345")]
    [InlineData("if you keep me posted on 98450 12345 that is enough", "+919845012345")]
    public void Whom_we_are_asked_to_ring_is(string text, string phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("my oder no. 9845012376 is not arived, where is it")]
    [InlineData("docket no 9845012376, any update?")]
    [InlineData("courier number 9845012376")]
    [InlineData("my bokking number 9845012376 shows cancelled")]
    [InlineData("quotation no: 9845012376 has expired")]
    [InlineData("invoce 9845012376 is wrong")]
    [InlineData("the machine's serial nr 9845012376")]
    [InlineData("meter number 9845012376 needs a transfer")]
    [InlineData("my tiket 9845012376 is open since monday")]
    [InlineData("agreement no. 9845012376, please send a copy")]
    public void The_number_of_a_thing_is_none_to_call(string text) => Assert.Null(Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("my no. 9845012376", "+919845012376")]
    [InlineData("watsapp no 9845012376", "+919845012376")]
    [InlineData("mobil no. 9845012376", "+919845012376")]
    [InlineData("home no 9845012376", "+919845012376")]
    [InlineData("alternate no 9845012376", "+919845012376")]
    [InlineData("about my order, call 9845012376", "+919845012376")]
    [InlineData("Priya no 9845012376", "+919845012376")]
    [InlineData("my nos. 9845012376", "+919845012376")]
    public void The_number_of_a_person_is(string text, string phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("My tenant doesn't answer any more. His mobile used to be 99860 55443, do you have a newer one for him on file?")]
    [InlineData("the seller is Mr Rao, his number is 99860 55443")]
    [InlineData("My old agent cheated me. His phone was 99860 55443")]
    [InlineData("The builder's man never comes. his cell: 99860 55443")]
    [InlineData("our landlord lives abroad, her whatsapp is 99860 55443")]
    [InlineData("your colleague was rude, his number is 99860 55443")]
    [InlineData("my number used to be 99860 55443")]
    [InlineData("For see the house the key is with watchman, Ramesh, 98450 77120, he sits at gate.")]
    public void His_number_is_not_mine(string text) => Assert.Null(Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("my wife decides, her number is 99860 55443", "+919986055443")]
    [InlineData("please talk to my husband, his mobile is 99860 55443", "+919986055443")]
    [InlineData("My father will see it. Call him, his number is 99860 55443", "+919986055443")]
    [InlineData("call my wife, her phone 99860 55443", "+919986055443")]
    [InlineData("my number used to be 98450 12345, now it's 99860 55443", "+919986055443")]
    [InlineData("the tenant's number is 98450 12345, mine is 99860 55443", "+919986055443")]
    public void The_number_of_who_speaks_for_him_is(string text, string phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("Hi, Maribel Santos from the dental clinic on the 3rd floor. He can call me at +63 917 123 4567", "Maribel Santos")]
    [InlineData("Hello, Rohit Sharma from the pharmacy next door", "Rohit Sharma")]
    [InlineData("Good morning, Anita Desai from our head office here", "Anita Desai")]
    [InlineData("Hi! Peter Novak of the bakery on Main Street", "Peter Novak")]
    [InlineData("Hey, Sarah Johnson with a small agency in Pune", "Sarah Johnson")]
    [InlineData("hi, Meera Nair from the yoga studio", "Meera Nair")]
    [InlineData("I'm the buyer, Arvind Rao, and my own mobile is 99001 87654.", "Arvind Rao")]
    [InlineData("I am the customer, Lena Fischer", "Lena Fischer")]
    [InlineData("I'm the architect, Paulo Costa", "Paulo Costa")]
    [InlineData("i'm your client, Sunil Mehta", "Sunil Mehta")]
    [InlineData("I'm the head barista, Maria Lopez", "Maria Lopez")]
    [InlineData("I am the one who called, Deepak Joshi", "Deepak Joshi")]
    public void Who_says_what_he_is_says_his_name(string text, string name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("Hi, Maribel Santos from your office called me")]
    [InlineData("Rohit Sharma from the sales team promised me a call")]
    [InlineData("Hello, Anita Desai from the bank told me to ask you")]
    [InlineData("I'm the buyer, Business Bay only")]
    [InlineData("I'm the owner, Dubai Marina flat")]
    [InlineData("I am the customer, remember me?")]
    [InlineData("is Rohit Sharma from the front desk in today?")]
    public void Who_speaks_of_somebody_does_not(string text) => Assert.Null(Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("45 thousand dirham is what i put aside, finish. Yousef, 050 771 2946", "+971507712946")]
    [InlineData("budget 45,000 AED. call 055 204 8816", "+971552048816")]
    [InlineData("max 9k dhs a month, my whatsapp 056 771 2340", "+971567712340")]
    public void Who_pays_in_dirhams_has_a_number_of_that_country(string text, string phone) => Assert.Equal(phone, Said.In(Shipped.Cafe, text).Find(FactFields.Phone)?.Display);
}
