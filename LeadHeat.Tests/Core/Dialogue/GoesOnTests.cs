using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Conversations that go on: an "ok" before something else hands nobody over, and what is told in passing is no value.</summary>
public sealed class GoesOnTests
{
    [Theory]
    [InlineData("real-estate", "ok what about sarjapur road then")]
    [InlineData("b2b", "ok sounds like a chatbot")]
    [InlineData("cafe", "okay, we are two partners")]
    public void An_ok_that_goes_on_is_no_yes_to_a_colleague(string playbook, string text) => Assert.Null(Offered(playbook).Say(text).Handoff);

    [Theory]
    [InlineData("ok")]
    [InlineData("ok please")]
    [InlineData("yes, please ask them")]
    [InlineData("yes please, I need to know this today")]
    [InlineData("sure, have someone get back to me")]
    public void A_yes_to_a_colleague_is_one(string text) => Assert.NotNull(Offered("b2b").Say(text).Handoff);

    [Theory]
    [InlineData("does a human take over")]
    [InlineData("how does a person step in?")]
    [InlineData("boss decides")]
    public void To_ask_how_people_come_in_or_to_tell_who_decides_asks_for_nobody(string text) => Assert.Null(new Salesroom(Shipped.B2b).After("we have 8 sales people").Say(text).Handoff);

    [Theory]
    [InlineData("I want a manager to phone me today")]
    [InlineData("could somebody just ring me?")]
    [InlineData("where is your supervisor")]
    public void Who_asks_for_one_by_rank_gets_one(string text) => Assert.NotNull(new Salesroom(Shipped.B2b).After("we have 8 sales people").Say(text).Handoff);

    [Theory]
    [InlineData("cafe", "we pay 780/kg now")]
    [InlineData("cafe", "that's all for now")]
    [InlineData("real-estate", "we rent in HSR now")]
    public void How_things_are_now_is_no_hurry(string playbook, string text) =>
        Assert.Null(Core.Understanding.Said.In(Shipped.Playbooks[playbook], text, FactFields.Timeline).Find(FactFields.Timeline));

    [Theory]
    [InlineData("now")]
    [InlineData("right now please")]
    [InlineData("now if possible")]
    public void Now_is_when_it_is_the_answer(string text) => Assert.NotNull(Core.Understanding.Said.RealEstate(text, FactFields.Timeline).Find(FactFields.Timeline));

    [Fact]
    public void An_amount_is_no_number_of_bedrooms() => Assert.Null(Core.Understanding.Said.RealEstate("budget will be 3.5 once it sells", FactFields.Beds).Find(FactFields.Beds));

    [Theory]
    [InlineData("3 bhk rent is 60k there i heard so better to buy?", false)]
    [InlineData("people say flats cost 1.5 crore there", false)]
    [InlineData("I heard good things of Hebbal, my budget is 1.5 crore", true)]
    public void Hearsay_is_no_budget(string text, bool isOne) => Assert.Equal(isOne, Core.Understanding.Said.RealEstate(text).Find(FactFields.Budget) is not null);

    [Fact]
    public void Safety_of_buying_is_answered_from_the_documents_and_searches_nothing()
    {
        string? asked = null;
        var room = new Salesroom(Shipped.RealEstate, documents: (query, _) => { asked = query.Text; return new([]); }).After("2 bhk in Whitefield under 2 cr");

        var reply = room.Say("is it safe to buy under construction?");

        Assert.NotNull(asked);
        Assert.Empty(reply.Matches);
        Assert.Null(room.Known(FactFields.Features));
        Assert.Equal(StateUpdate.AskedPerson, reply.Dialogue.LastAsked);
    }

    private static Salesroom Offered(string playbook)
    {
        var room = new Salesroom(Shipped.Playbooks[playbook]);
        room.Say("what colour is the door of your office?");
        Assert.Equal(StateUpdate.AskedPerson, room.Dialogue.LastAsked);
        return room;
    }
}
