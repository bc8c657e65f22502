using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Ways of saying a thing that strangers used, each beside what only looks like it.</summary>
public sealed class WaysOfSayingTests
{
    [Theory]
    [InlineData("two crore fifty would be the limit", "up to ₹2.5 Cr")]
    [InlineData("one crore five", "up to ₹1.05 Cr")]
    [InlineData("one crore twenty is also fine", "up to ₹1.2 Cr")]
    [InlineData("two crore fifteen flats in it", "up to ₹2 Cr")]
    [InlineData("two crore fifty whitefield", "up to ₹2.5 Cr")]
    [InlineData("2m+ aed", "from AED 2M")]
    [InlineData("how much tax do I pay on a flat of 2 crore", null)]
    [InlineData("how do I pay 2 crore, that is my limit", "up to ₹2 Cr")]
    public void An_amount_is_read_as_it_is_spoken(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Budget, text));

    [Theory]
    [InlineData("earliest a year from today", "after 1 year")]
    [InlineData("in the summer of 2027", "between May and August 2027")]
    [InlineData("not before next summer", "from May 2027")]
    [InlineData("summer is my favourite time", null)]
    [InlineData("2BR, possession by end of February. Commission as usual?", "by February 2027")]
    [InlineData("is possession by end of February?", null)]
    [InlineData("YESTERDAY! my lease ran out", "as soon as possible")]
    [InlineData("yesterday I saw it", null)]
    [InlineData("in March, hmm, no, better May", "in May 2027")]
    public void A_time_is_the_visitors_own(string text, string? display) => Assert.Equal(display, Said.Display(FactFields.Timeline, text));

    [Theory]
    [InlineData("my name's O'Brien, Siobhan O'Brien", "Siobhan O'Brien")]
    [InlineData("je m'appelle Luc", "Luc")]
    [InlineData("it's Sam from Brightpath", "Sam")]
    [InlineData("it's Monday from Ten", null)]
    public void A_name_is_the_full_one(string text, string? name) => Assert.Equal(name, Said.Display(FactFields.Name, text));

    [Theory]
    [InlineData("my sister Marina will come along", null)]
    [InlineData("near the Marina", "Dubai Marina")]
    [InlineData("I've lived in Whitefield for 12 years", null)]
    [InlineData("used to live in Koramangala, now I want Whitefield", "Whitefield")]
    public void A_person_or_a_former_home_is_no_place(string text, string? area) => Assert.Equal(area, Said.Display(FactFields.Areas, text));

    [Theory]
    [InlineData("3 bhk, maybe four", "3 or 4 BHK")]
    [InlineData("3 bhk, maybe four months from now", "3 BHK")]
    [InlineData("teen bhk kam se kam", "3+ BHK")]
    [InlineData("single bedroom", "1 bed")]
    public void Bedrooms_may_be_left_open(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Beds, text));

    [Theory]
    [InlineData("not more than 1800 sft", "up to 1,800 sq ft")]
    [InlineData("not less than 1800 sft", "at least 1,800 sq ft")]
    public void A_denied_bound_is_the_other_bound(string text, string display) => Assert.Equal(display, Said.Display(FactFields.Size, text));

    [Theory]
    [InlineData("45 people but only 8 would use it", 8)]
    [InlineData("we are fourteen in sales", 14)]
    [InlineData("only 7 need a login", 7)]
    [InlineData("we are 3 months behind", null)]
    public void A_team_are_those_who_would_use_it(string text, int? people) => Assert.Equal(people, In("b2b", text).Find("team_size")?.Value.Min);

    [Theory]
    [InlineData("run two cafes in Kochi", "existing")]
    [InlineData("we want to run two cafes", null)]
    public void Who_runs_outlets_has_them(string text, string? type) => Assert.Equal(type, In("cafe", text).Find("customer_type")?.Value.Text);

    [Theory]
    [InlineData("Mr Lindqvist decides", "evaluates")]
    [InlineData("I decide", "decides")]
    [InlineData("I decide it together with my boss", "shares")]
    public void Who_decides_is_who_is_said_to(string text, string role) => Assert.Equal(role, In("b2b", text).Find("role")?.Value.Text);

    [Fact]
    public void One_wrong_letter_in_a_word_of_the_playbook_is_forgiven() => Assert.Equal(["apartment"], Said.RealEstate("an apartmnt").Find("property_type")!.Value.Items!);

    [Fact]
    public void Asking_how_something_works_tells_nothing() => Assert.Null(Said.RealEstate("how does pre-approval work?").Find("preapproved"));

    [Fact]
    public void A_number_behind_sorry_replaces_the_one_that_was_told() => Assert.Equal(18, Language.Understand(
        "sorry, 18 with the new office", Shipped.Playbooks.All.First(playbook => playbook.Name == "b2b"), DialogueState.Start with { LastAsked = "timeline" },
        [Said.Known("team_size", new(Min: 15, Max: 15), "15 people")], Said.Now).Find("team_size")?.Value.Min);

    [Fact]
    public void A_word_that_begins_the_mail_is_a_name() => Assert.Equal("Tunde", Language.Understand(
        "tunde", Shipped.RealEstate, DialogueState.Start, [Said.Known(FactFields.Email, new(Text: "tunde@okafor.example"), "tunde@okafor.example")], Said.Now).Find(FactFields.Name)?.Display);

    private static Understood In(string playbook, string text) => Said.In(Shipped.Playbooks.All.First(one => one.Name == playbook), text);
}
