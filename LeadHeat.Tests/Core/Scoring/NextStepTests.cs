using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core.Dialogue;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Scoring;

public sealed class NextStepTests
{
    public static TheoryData<string, string[], string, string> Bookings => new()
    {
        { "real-estate", ["2 bhk in Whitefield under 2 cr, I'm Asha, 98450 12345"], "Can I visit the first one on Saturday?", "Confirm a visit to Home 3 on Saturday with Asha." },
        { "cafe", ["I'm opening a café in Pune in 2 months", "I'm Ravi, +91 98450 12345"], "I'd like a tasting on Tuesday", "Confirm the tasting on Tuesday with Ravi." },
        { "b2b", ["we lose leads from our website, 25 sales people", "I'm Maya, maya@acme.example"], "Can I see a demo on Thursday at 11 am?", "Confirm the demo on Thursday at 11 am with Maya." },
        { "b2b", ["we lose leads from our website", "I'm Maya, 98450 12345"], "Please call me back tomorrow", "Call Maya back tomorrow, as asked." },
    };

    [Theory]
    [MemberData(nameof(Bookings))]
    public void What_is_booked_is_to_be_confirmed_and_not_to_be_offered_again(string playbook, string[] before, string booking, string step)
    {
        var (book, room) = (Shipped.Playbooks[playbook], new Salesroom(Shipped.Playbooks[playbook]).After(before));
        var offered = Step(book, room);

        room.Say(booking);

        Assert.Equal((step, step), (room.Reply.NextStep, Step(book, room)));
        Assert.NotEqual(step, offered);
        room.Say("thanks");
        Assert.Equal(step, Step(book, room));
    }

    [Fact]
    public void A_score_that_is_computed_again_names_the_same_step()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr, I'm Asha, 98450 12345", "Can I visit the first one on Saturday?");
        var input = Input(room);

        var again = ScoreBasis.Of(input).Restore(input.Matches, [], input.At, _ => null);

        Assert.Equal(Shipped.RealEstate.Scorecard.Evaluate(input).NextStep, Shipped.RealEstate.Scorecard.Evaluate(again).NextStep);
    }

    [Fact]
    public void Who_starts_over_has_nothing_booked()
    {
        var room = new Salesroom(Shipped.RealEstate).After(
            "2 bhk in Whitefield under 2 cr, I'm Asha, 98450 12345", "Can I visit the first one on Saturday?", "let's start over");

        Assert.DoesNotContain("Confirm", Step(Shipped.RealEstate, room), StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_action_does_not_offer_a_visit_that_is_booked()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr within 3 months, I'm Asha, 98450 12345");
        Assert.Equal(LeadAction.OfferVisit, Action(room).Action);

        room.Say("Can I visit the first one on Saturday?");

        var next = Action(room);
        Assert.Equal((LeadAction.Call, "Confirm a visit to Home 3 on Saturday with Asha."), (next.Action, next.Text));
    }

    private static string Step(Playbook playbook, Salesroom room) => playbook.Scorecard.Evaluate(Input(room)).NextStep;

    private static ScoringInput Input(Salesroom room) => new(room.Facts, Planner.MatchesOf(room.Last.Turn, room.Findings), [], Said.Now, room.Dialogue);

    private static NextBestAction Action(Salesroom room)
    {
        var result = Shipped.RealEstate.Scorecard.Evaluate(Input(room));
        return NextActions.For(new(Row(result), result, room.Facts, null, Said.Now, HasInventory: true, Said.Now, room.Dialogue.Agreed is not null));
    }

    private static LeadRow Row(Qualification result) => new(
        Guid.Empty, null, "Asha", null, null, result.Score, null, result.Heat, LeadStatus.Qualified, "real-estate", LeadSource.Web, null, null, Handling.Bot, null, null, 2,
        null, null, null, Said.Now, Said.Now, Said.Now);
}
