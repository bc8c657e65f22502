using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Money, times, numbers and names that only belong to what is told, each beside what looks like it. Said on Saturday, 21 November 2026.</summary>
public sealed class ToldByOthersTests
{
    [Theory]
    [InlineData("I have a 2bhk in Cox Town to let, tenants pay me 38k at present", null)]
    [InlineData("the boys pay us 44k a month and want to leave", null)]
    [InlineData("my flat is rented out for 52k now, can you find a new tenant", null)]
    [InlineData("your man on the phone said 1.35 crore and the site office says 1.52", null)]
    [InlineData("your colleague said around 2.4 million for this one", null)]
    [InlineData("it was 700 thousand before and now it's 1.3 million, is that right?", null)]
    [InlineData("People pay 90k for a studio there, is that right?", null)]
    [InlineData("most firms pay about 2,000 euros a month, do you find it realistic?", null)]
    [InlineData("we've put 22 lakhs into interiors already", null)]
    [InlineData("interiors mein 15 lakh lag gaye", null)]
    [InlineData("it's order 4471, 18,400 rupees gone", null)]
    [InlineData("gratuity of 20 lakhs got credited last week", null)]
    [InlineData("PF of about 92 lakhs has come in, so not more than 60 lakhs should go into the flat", "up to ₹60 L")]
    [InlineData("my PF of 90 lakhs came in, that's my budget", "up to ₹90 L")]
    [InlineData("I've put 80 lakhs aside for a flat in Hebbal", "up to ₹80 L")]
    [InlineData("I told your man 1.35 crore is my budget", "up to ₹1.35 Cr")]
    [InlineData("my husband said 1.35 crore max", "up to ₹1.35 Cr")]
    [InlineData("we can pay 44k a month as rent", "up to ₹44,000 a month")]
    public void What_others_pay_say_or_got_is_no_budget(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("coffee must not eat more than 60k a month", "up to ₹60,000 a month")]
    [InlineData("it should not cost me more than 60k a month", "up to ₹60,000 a month")]
    [InlineData("the whole thing cannot come to more than 4 lakhs", "up to ₹4 L")]
    [InlineData("we won't part with more than 75 lakhs", "up to ₹75 L")]
    [InlineData("more than 75 lakhs please", "from ₹75 L")]
    [InlineData("2 bed in deira 95k in 6 chqs?", "up to AED 95k a year")]
    [InlineData("studio deira 45k 6 chqs??", "up to AED 45k a year")]
    public void The_most_and_its_period_are_heard_in_other_words(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("dont even talk of shifting till her last paper is over, that is 31 march 2027. any day after that is fine", 4.3, null)]
    [InlineData("we can't move till March", 4.0, null)]
    [InlineData("nobody here can decide until the end of January", 2.0, null)]
    [InlineData("After Makara Sankranti (14 jan) only we will finalise", 1.8, null)]
    [InlineData("Pongal (15 jan) ke baad shift karenge", 1.8, null)]
    [InlineData("before Ugadi (7 april) we want the keys", null, 4.5)]
    [InlineData("we have to be in before the lease is up, that's 31 January", null, 2.3)]
    [InlineData("the wedding is in February so we can't think of moving before that", 3.0, null)]
    [InlineData("surgery is in June so nobody here can think of houses before that. july to september would be a good time", 8.0, 10.0)]
    [InlineData("handover q3 2028 too far. keys by march or nothing", null, 4.0)]
    [InlineData("possession in 2029 is too far. march or nothing", 4.0, 4.0)]
    [InlineData("the season starts then, so april it is", 5.0, 5.0)]
    [InlineData("abhi socha nahi, 6-8 mahine lagenge aaram se", 6.0, 8.0)]
    [InlineData("nothing moves in December here. We would like it by the end of February", null, 3.0)]
    [InlineData("loan mein 2 mahine lagenge", null, null)]
    [InlineData("our office is closed in December", null, null)]
    [InlineData("we move in by March", null, 4.0)]
    public void A_time_is_bounded_by_what_is_said_of_it(string text, double? min, double? max)
    {
        var found = Said.RealEstate(text).Find(FactFields.Timeline)?.Value;
        Assert.Equal(((decimal?)min, (decimal?)max), (found?.Min, found?.Max));
    }

    [Theory]
    [InlineData("The watchman in block C give me 9900 417 223 and say this is the office", FactFields.Phone, null)]
    [InlineData("your agent Ravi had given me 9880011223 long back", FactFields.Phone, null)]
    [InlineData("please give me a call on 98450 12345", FactFields.Phone, "+919845012345")]
    [InlineData("Billing goes to finance@ostlund.example. Me: linnea@ostlund.example", FactFields.Email, "linnea@ostlund.example")]
    [InlineData("purchase@kaveri.example handles invoices, I am at asha@kaveri.example", FactFields.Email, "asha@kaveri.example")]
    [InlineData("accounts@dosa.example is for invoices. for talking mail me, Roshni, roshni@dosa.example", FactFields.Name, "Roshni")]
    [InlineData("my colleague who was writing with you, Tomasz, is no more in the company. Now write to me: agnieszka@most.example, Agnieszka Wrona", FactFields.Name, "Agnieszka Wrona")]
    [InlineData("thank you, Tomasz, Krakow", FactFields.Name, "Tomasz")]
    [InlineData("bachelor hoon, society walon ko dikkat to nahi? saurabh naam hai mera", FactFields.Name, "Saurabh")]
    [InlineData("ya im the same Fathima from last week", FactFields.Name, "Fathima")]
    [InlineData("my gmail is kavitha.brewz@gmail.com adn name Kavitha", FactFields.Name, "Kavitha")]
    [InlineData("Kindly post the brochure.\n\nK. S. Thimmaiah\nNo. 8, 2nd Cross\nthimmaiah.ks@oldpost.example", FactFields.Name, "K. S. Thimmaiah")]
    [InlineData("call me. 94480 61735, Mrs Padmini Rao", FactFields.Name, "Padmini Rao")]
    public void A_number_an_address_and_a_name_are_the_visitors_own(string text, string field, string? display) => Assert.Equal(display, Said.Display(field, text));

    [Theory]
    [InlineData("all our stuff is sitting in a container at Jebel Ali since May", null)]
    [InlineData("the furniture is in storage in Whitefield", null)]
    [InlineData("looking for a flat in Whitefield, furniture not needed", "Whitefield")]
    public void Where_things_are_stored_is_no_place_to_live(string text, string? area) => Assert.Equal(area, Said.RealEstate(text).Find(FactFields.Areas)?.Value.Items?.Single());

    [Theory]
    [InlineData("three bedrooms at the very least", 3, null)]
    [InlineData("villa 5 master rooms and maid room", 5, 5)]
    [InlineData("3bhk with 2 master rooms", 3, 3)]
    [InlineData("3bhk. our present one is 2bhk in Bellandur", 3, 3)]
    [InlineData("three bedrooms or four no more than four", 3, 4)]
    [InlineData("3 bedrooms or 4 crore more", 3, 3)]
    public void Bedrooms_are_read_beside_those_that_are_had(string text, int least, int? most)
    {
        var beds = Said.RealEstate(text).Find(FactFields.Beds)?.Value;
        Assert.Equal((least, most), ((int?)beds?.Min, (int?)beds?.Max));
    }

    [Theory]
    [InlineData("b2b", "We're 14 in sales plus me", "team_size", 15)]
    [InlineData("b2b", "it has 22 licences of which eight are opened. The team really is twelve people", "team_size", 12)]
    [InlineData("cafe", "we said 80 cups, thats wrong, it is more like 200 a day", "volume", 200)]
    [InlineData("cafe", "we do 80 cups a day", "volume", 80)]
    [InlineData("cafe", "we have one outlet at lobby one at pool", "locations", 2)]
    [InlineData("cafe", "we have one outlet at the lobby", "locations", 1)]
    public void Counts_are_put_right_and_added_up(string playbook, string text, string field, int count) =>
        Assert.Equal(count, Said.In(playbook == "b2b" ? Shipped.B2b : Shipped.Cafe, text).Find(field)?.Value.Min);

    [Theory]
    [InlineData("hum 9 log hai, abhi sab kuch excel pe chal raha hai", "excel")]
    [InlineData("we pay zoho 14 euros a head today", "zoho")]
    [InlineData("At present it's all in Outlook folders", "Outlook")]
    [InlineData("it must integrate with Outlook", null)]
    public void What_is_used_today_is_heard(string text, string? tool) => Assert.Equal(tool, Said.In(Shipped.B2b, text).Find("current_tool")?.Value.Text);

    [Theory]
    [InlineData("The machine he leaves me is good, so only a grinder from you", "grinder")]
    [InlineData("machine is fine, we need a grinder", "grinder")]
    [InlineData("the machine should be good, and a grinder", "espresso machine, grinder")]
    public void What_stands_there_already_is_not_needed(string text, string equipment) =>
        Assert.Equal(equipment, string.Join(", ", Said.In(Shipped.Cafe, "we open a new cafe. " + text).Find("equipment")?.Value.Items ?? []));

    [Fact]
    public void What_was_given_up_in_a_time_is_no_date() => Assert.Null(Said.In(Shipped.Cafe, "I did try a second outlet, shut it in ten months").Find(FactFields.Timeline));
}
