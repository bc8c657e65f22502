using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Whose a number or an address is, and names as they are dictated, told in Hindi or put between them.</summary>
public sealed class WhoseContactTests
{
    [Theory]
    [InlineData("My old broker's number was 9845012345, he cheated us. Mine is 9886044109", "+919886044109")]
    [InlineData("watchman ka number 9845012345 hai, mera 9886044109", "+919886044109")]
    [InlineData("mera purana number 9845012345 tha, ab 9886044109 hai", "+919886044109")]
    [InlineData("seller's mobile: 9845012345. you can reach me on 9886044109", "+919886044109")]
    [InlineData("you called me from 9845012345 but my new number is 9886044109", "+919886044109")]
    [InlineData("The owner's number is 9845012345 if you want to check", null)]
    [InlineData("Somebody from 080 2663 4417 keeps calling me and says he is from you", null)]
    [InlineData("got a missed call from 9845012345, was it you?", null)]
    [InlineData("who is 9845012345? he says he works for you", null)]
    [InlineData("is 080 2663 4417 your office number?", null)]
    [InlineData("9845012345 se call aaya tha, aapka hai kya?", null)]
    [InlineData("what is the rera no? is it 9845012345?", null)]
    [InlineData("I'll call from 9845012345 so you know it's me", "+919845012345")]
    [InlineData("is it okay if I share my number? 9845012345", "+919845012345")]
    [InlineData("husband's number 9845012345, call him", "+919845012345")]
    public void A_number_of_somebody_else_is_not_the_visitors(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("The mail address on your website, info@dreamnest.example, bounces. Fix it", null)]
    [InlineData("I got a mail from noreply@dreamnest.example, is that really you?", null)]
    [InlineData("mail to sales@dreamnest.example is not being delivered", null)]
    [InlineData("what's your email, is it hello@dreamnest.example?", null)]
    [InlineData("aapka email info@dreamnest.example chal nahi raha", null)]
    [InlineData("should I send the documents to docs@dreamnest.example?", null)]
    [InlineData("please unsubscribe me from news@dreamnest.example", null)]
    [InlineData("can you send it to tina@novaport.example?", "tina@novaport.example")]
    [InlineData("I'll write from tina@novaport.example", "tina@novaport.example")]
    [InlineData("mail bounces? try tina@novaport.example", "tina@novaport.example")]
    [InlineData("the mail on my website is tina@novaport.example", "tina@novaport.example")]
    public void An_address_that_is_asked_about_is_not_the_visitors(string text, string? email) => Assert.Equal(email, Said.Display(FactFields.Email, text));

    [Theory]
    [InlineData("this is rebecca uh rebecca stone and you can email me", "Rebecca Stone")]
    [InlineData("my name is uh anil anil kapoor", "Anil Kapoor")]
    [InlineData("it's um priya, priya nambiar", "Priya Nambiar")]
    [InlineData("yeah the name's uh kiran uh kiran shetty", "Kiran Shetty")]
    [InlineData("i am like rohit, rohit bansal", "Rohit Bansal")]
    [InlineData("myself Karthik sir, want 2bhk for rent", "Karthik")]
    [InlineData("this is Latha ma'am from Mysore", "Latha")]
    [InlineData("you get my name, Kavitha, but no phone number", "Kavitha")]
    [InlineData("you can have my name (Anita) but not my number", "Anita")]
    [InlineData("Good day, here Stefan from Vienna", "Stefan")]
    [InlineData("good morning, here Mr. Schulz", "Schulz")]
    [InlineData("Sunil naam hai mera, rate list bhejo", "Sunil")]
    [InlineData("mera naam hai Rajat Malhotra", "Rajat Malhotra")]
    [InlineData("arvind kumar naam se note kar lo", "Arvind Kumar")]
    [InlineData("naam likh lo - Geeta", "Geeta")]
    [InlineData("+91 98860 44109 / Anita Desai / anita@moon.example", "Anita Desai")]
    [InlineData("9886044109 anita desai anita@moon.example", "Anita Desai")]
    [InlineData("many thanks in advance, Oluwaseun Adeyemi", "Oluwaseun Adeyemi")]
    [InlineData("Dear Priya, please send the brochure. Kabir", "Kabir")]
    [InlineData("signed, Maria Lopez", "Maria Lopez")]
    [InlineData("Mai Huong Nguyen", "Mai Huong Nguyen", FactFields.Name)]
    [InlineData("main Huong bol rahi hoon", "Huong")]
    [InlineData("its me again, Dagmar. any news?", "Dagmar")]
    [InlineData("call 9886044109, name's Ravi", "Ravi")]
    [InlineData("the name's wrong on the invoice", null)]
    [InlineData("Dear team, where is my refund. Ridiculous", null)]
    [InlineData("CTO here, evaluating for our 200 person company", null)]
    [InlineData("Omar here, CTO", "Omar")]
    [InlineData("here is the brochure you sent", null)]
    [InlineData("my name, number and mail you have already", null)]
    [InlineData("naam kya hai aapka", null)]
    [InlineData("this is like ridiculous", null)]
    [InlineData("9886044109 or mail anita@moon.example", null)]
    public void A_name_is_found_as_people_say_it(string text, string? name, string? asked = null) => Assert.Equal(name, Said.Display(FactFields.Name, text, asked));

    [Theory]
    [InlineData("our newsletters go out from shop@tile.example, can yours too?", null)]
    [InlineData("the invoices come from noreply@tile.example", null)]
    [InlineData("write to shop@tile.example", "shop@tile.example")]
    public void An_address_that_only_sends_is_nobodys(string text, string? address) => Assert.Equal(address, Said.Display(FactFields.Email, text));

    [Theory]
    [InlineData("The watchman at the site, Murugan, gave me his number 9900412265", null)]
    [InlineData("so says the consultant, a Mr Beaumont on +44 20 7946 0317", null)]
    [InlineData("our old supplier's rep still calls me daily from 9902055431", null)]
    [InlineData("I'm calling from 9902055431", "+919902055431")]
    [InlineData("call my brother Sami: 9902055431", "+919902055431")]
    [InlineData("my consultant says hi. Ravi, 9902055431", "+919902055431")]
    public void A_number_that_somebody_else_has_is_not_taken(string text, string? phone) => Assert.Equal(phone, Said.Display(FactFields.Phone, text));

    [Theory]
    [InlineData("My predecessor was Gordon Pike, gordon@old-mill.example, please delete him from your lists", null)]
    [InlineData("I am Gordon Pike, gordon@old-mill.example", "gordon@old-mill.example")]
    public void An_address_of_a_predecessor_is_not_taken(string text, string? address) => Assert.Equal(address, Said.Display(FactFields.Email, text));

    [Theory]
    [InlineData("in November we want to be inside. Rania, 0529917204", "Rania")]
    [InlineData("within ten days (Fatima, +971 50 784 2219)", "Fatima")]
    [InlineData("Kindly note, Joseph Kurian, joseph.kurian@mailpost.example", "Joseph Kurian")]
    [InlineData("ok then. Ravi Menon", "Ravi Menon")]
    [InlineData("Ravi, Bean & Bench, 97400 66128", "Ravi")]
    [InlineData("I'm the other Priya, Priya Mascarenhas, not Priya Nair", "Priya Mascarenhas")]
    [InlineData("Ravi btw, surname Demirci", "Ravi Demirci")]
    [InlineData("first name Tomasz, last name with a lot of z's: Brzezicki", "Tomasz Brzezicki")]
    [InlineData("Everybody calls me Bunty but on the sale deed it'll be Harvinder Sandhu", "Harvinder Sandhu")]
    [InlineData("Sir main Tejinder, Ludhiana mein rehta hoon", "Tejinder")]
    [InlineData("my boss signs. Her name's Agnes Lund", null)]
    [InlineData("his name is Ravi Menon", null)]
    [InlineData("2 bhk in Whitefield, 97400 66128", null)]
    [InlineData("we like Palm Jumeirah. Dubai Marina, 97400 66128", null)]
    [InlineData("sounds good. Whitefield Side", null)]
    [InlineData("Ravi, could you call? 97400 66128", null)]
    public void A_name_on_a_card_is_the_visitors_and_no_other_is(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("Tomasz Wilk, Brzeg Logistics, tomasz.wilk@brzeg.example", "Brzeg Logistics")]
    [InlineData("Nimbus Freight. I'm Deepika, deepika.s@nimbusfreight.example", "Nimbus Freight")]
    [InlineData("signed, Nikhil\nOps, Verdant Lane Logistics\nM: +91 98201 77045", "Verdant Lane Logistics")]
    [InlineData("name Abu Yousef, company Al Rimal Auto Spare", "Al Rimal Auto Spare")]
    [InlineData("Priya Nair, Head of Sales, priya@nair.example", null)]
    [InlineData("Priya Nair, Dubai Marina, priya@nair.example", null)]
    public void A_house_on_a_card_is_found(string text, string? company) => Assert.Equal(company, Said.In(Shipped.B2b, text).Find(FactFields.Company)?.Display);
}
