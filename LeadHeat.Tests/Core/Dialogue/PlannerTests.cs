using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

public sealed class PlannerTests
{
    private const string Demo = "Hi, looking for a 2BHK in Whitefield under 2 Cr, moving within 3 months. buyer@example.com";

    [Fact]
    public void The_first_message_of_the_demo_finds_homes_and_makes_a_hot_lead()
    {
        var room = new Salesroom(Shipped.RealEstate);

        var reply = room.Say(Demo);

        Assert.All(reply.Matches, match => Assert.Equal(("Whitefield", 2m), (match.Area, match.Beds)));
        Assert.Equal(3, reply.Matches.Count);
        Assert.All(reply.Matches, match => Assert.True(match.Price <= 20_000_000));
        Assert.Equal((Heat.Hot, true), (room.Score.Heat, room.Score.Qualified));
        Assert.True(room.Score.Ledger.Count(line => line.Evidence.Count > 0) >= 4);
        Assert.Equal(DialogueStage.Qualified, reply.Dialogue.Stage);
        Assert.Equal(
            [ToolNames.NormalizeBudget, ToolNames.GeoMatch, ToolNames.InventorySearch, ToolNames.LeadScore], room.Findings.Done.Select(wish => wish.Tool));
    }

    [Fact]
    public void One_thing_is_asked_at_a_time_and_needs_come_before_contacts()
    {
        var room = new Salesroom(Shipped.RealEstate);

        Assert.Equal(FactFields.Areas, room.Say("Hi").Dialogue.LastAsked);
        Assert.Equal(FactFields.Beds, room.Say("Whitefield").Dialogue.LastAsked);
        Assert.Equal(FactFields.Budget, room.Say("2").Dialogue.LastAsked);
        Assert.Equal(FactFields.Timeline, room.Say("under 2 crore").Dialogue.LastAsked);
        Assert.Equal("offer", room.Say("in 2 months").Dialogue.LastAsked);
        Assert.Equal(FactFields.Phone, room.Say("yes please, Saturday").Dialogue.LastAsked);
        Assert.Contains("Saturday", room.Say("9845012345").NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_one_is_the_second_card()
    {
        var room = new Salesroom(Shipped.RealEstate).After(Demo);
        var second = room.Reply.Matches[1];

        Assert.Contains(Money.Format(second.Price, second.Currency), room.Say("how much is the second one?").Reply, StringComparison.Ordinal);
        Assert.Contains(second.Title, room.Say("can I visit the second one on Sunday?").NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_replaces_and_searches_again()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "sorry, I meant Indiranagar, 3 bhk, up to 3.5 cr");

        Assert.Equal(("Indiranagar", "3 BHK", "up to ₹3.5 Cr"), (room.Known(FactFields.Areas), room.Known(FactFields.Beds), room.Known(FactFields.Budget)));
        Assert.Equal(["Home 7"], room.Reply.Matches.Select(match => match.Title));
    }

    [Fact]
    public void When_nothing_fits_the_closest_real_units_are_offered_and_it_is_said()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 1 cr");

        Assert.Equal([SearchPurpose.Fits, SearchPurpose.AnyPrice], room.Findings.Searches.Select(search => search.Purpose));
        Assert.Equal("Home 1", room.Reply.Matches[0].Title);
        Assert.Contains("over budget", room.Reply.Matches[0].Why, StringComparison.Ordinal);
        Assert.Contains(room.Score.Ledger, line => line is { Rule: "budget", Points: 10 });
    }

    [Fact]
    public void Nearby_areas_are_searched_when_the_area_has_nothing()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Hoodi");

        Assert.Equal(SearchPurpose.Nearby, room.Findings.Searches[^1].Purpose);
        Assert.All(room.Reply.Matches, match => Assert.Contains("km from Hoodi", match.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Something_cheaper_is_cheaper_than_what_was_shown()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield");
        var lowest = room.Reply.Matches.Min(match => match.Price);

        Assert.All(room.Say("that's too expensive, anything cheaper?").Matches, match => Assert.True(match.Price < lowest));
        Assert.NotEmpty(room.Reply.Matches);
    }

    [Fact]
    public void More_options_are_others_until_there_are_none()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield");
        var shown = room.Reply.Matches.Select(match => match.UnitId).ToArray();

        Assert.Single(room.Say("show me more").Matches, match => !shown.Contains(match.UnitId));
        Assert.Empty(room.Say("any others?").Matches);
    }

    [Theory]
    [InlineData("real-estate")]
    [InlineData("cafe")]
    [InlineData("b2b")]
    public void Who_asks_for_a_person_gets_one_with_a_visible_message(string playbook)
    {
        var reply = new Salesroom(Shipped.Playbooks[playbook]).Say("can I talk to a human?");

        Assert.Equal("Asked for a person", reply.Handoff?.Reason);
        Assert.Equal(reply.Reply, reply.Handoff?.Message);
        Assert.Contains("colleague", reply.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_very_frustrated_is_handed_over()
    {
        var room = new Salesroom(Shipped.RealEstate).After("you are useless, I already told you");

        Assert.Null(room.Reply.Handoff);
        Assert.NotNull(room.Say("THIS IS RIDICULOUS!! nobody called me").Handoff);
    }

    [Fact]
    public void After_three_messages_that_nobody_could_understand_a_person_takes_over()
    {
        var room = new Salesroom(Shipped.RealEstate).After("asdf qwer", "zxcv bnmm");

        Assert.Null(room.Reply.Handoff);
        Assert.NotNull(room.Say("lkjh poiu").Handoff);
    }

    [Fact]
    public void What_it_does_not_know_it_admits_and_offers_a_person()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "what is the service charge?");

        Assert.Equal("person", room.Reply.Dialogue.LastAsked);
        Assert.Contains("colleague", room.Reply.Reply, StringComparison.Ordinal);
        Assert.NotNull(room.Say("yes please").Handoff);
    }

    [Fact]
    public void A_refusal_is_taken_for_good()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "I'd rather not say my budget");

        for (var i = 0; i < 12; i++)
            Assert.NotEqual(FactFields.Budget, room.Say("ok").Dialogue.LastAsked);
    }

    [Fact]
    public void Who_wants_a_call_but_gives_no_number_is_asked_three_times_at_most()
    {
        var room = new Salesroom(Shipped.Cafe).After("call me", "call me", "call me", "call me", "call me");

        Assert.Equal(3, room.Dialogue.Asked[FactFields.Phone]);
    }

    [Fact]
    public void After_a_no_comes_no_other_offer_at_once()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "what is the service charge?");

        Assert.NotEqual("offer", room.Say("no thanks").Dialogue.LastAsked);
    }

    [Fact]
    public void Leaving_one_thing_open_leaves_open_what_was_named()
    {
        var room = new Salesroom(Shipped.Cafe).After("opening a cafe", "no idea about volume");

        Assert.Equal(["volume"], room.Dialogue.Refused);
    }

    [Fact]
    public void Starting_over_takes_back_what_the_bot_noted_but_not_who_it_is()
    {
        var room = new Salesroom(Shipped.RealEstate).After("I'm Asha. 2 bhk in Whitefield under 2 cr", "start over");

        Assert.Null(room.Known(FactFields.Budget));
        Assert.Equal("Asha", room.Known(FactFields.Name));
        Assert.Equal(0, room.Score.Ledger.Single(line => line.Rule == "budget").Points);
    }

    [Fact]
    public void A_goodbye_is_answered_and_asks_for_nothing()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield", "thanks, bye");

        Assert.Null(room.Reply.Dialogue.LastAsked);
        Assert.DoesNotContain('?', room.Reply.Reply);
    }

    [Fact]
    public void A_new_cafe_is_qualified_in_one_conversation()
    {
        var room = new Salesroom(Shipped.Cafe).After(
            "Hi! I'm opening a coffee shop in about 2 months", "around 150 cups a day", "specialty coffee, single origins", "everything, we have no machines yet",
            "priya@beanthere.in", "9845098450", "Priya", "yes a tasting would be great, next week");

        Assert.Equal("new", room.Dialogue.CustomerType);
        Assert.Equal((Heat.Hot, DialogueStage.Qualified), (room.Score.Heat, room.Dialogue.Stage));
        Assert.Equal("Confirm the tasting next week with Priya.", room.Reply.NextStep);
    }

    [Fact]
    public void A_running_cafe_is_asked_what_a_running_cafe_is_asked()
    {
        var room = new Salesroom(Shipped.Cafe).After("We run a cafe with 3 outlets and our machine keeps breaking");

        Assert.Equal(("existing", "3 outlets", "machine trouble"), (room.Dialogue.CustomerType, room.Known("locations"), room.Known("pain_points")));
        for (var i = 0; i < 12; i++)
            Assert.False(room.Say("hmm, ok").Dialogue.LastAsked is "coffee" or "equipment");
    }

    [Fact]
    public void A_business_lead_is_qualified_and_books_a_demo()
    {
        var room = new Salesroom(Shipped.B2b).After(
            "We keep losing leads from our website", "12 sales reps", "I'm the founder of Acme Robotics", "within 2 months", "up to $10k a year", "maya@acme.io", "Maya",
            "yes, a demo please");

        Assert.Equal(("capturing leads", "12 sales reps", "Acme Robotics"), (room.Known("need"), room.Known("team_size"), room.Known(FactFields.Company)));
        Assert.True(room.Score.Qualified);
        Assert.Equal("Confirm the demo with Maya.", room.Reply.NextStep);
    }
}
