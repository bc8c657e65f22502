using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Turns;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

public sealed class FormAnswerTests
{
    private static readonly (string, FactValue, string)[] Wish =
    [
        (FactFields.City, new("Bangalore"), "Bangalore"), (FactFields.Areas, new(Items: ["Whitefield"]), "Whitefield"),
        (FactFields.Beds, new(Min: 2, Max: 2), "2 BHK"), (FactFields.Budget, new(Max: 18_000_000, Unit: "INR"), "up to ₹1.8 Cr"),
    ];

    [Fact]
    public void What_a_form_tells_is_searched_for_and_shown()
    {
        var room = new Salesroom(Shipped.RealEstate);

        var reply = room.Fill(Wish);

        Assert.Equal(["Home 1", "Home 2"], reply.Matches.Select(match => match.Title).Order());
        Assert.DoesNotContain(StateUpdate.Lost, reply.Dialogue.Fired);
        Assert.Contains("1.8 Cr", reply.Reply, StringComparison.Ordinal);
        Assert.Contains(room.Score.Ledger, line => line.Reason == "Budget up to ₹1.8 Cr, and we have homes within it");
    }

    [Fact]
    public void A_form_filled_again_searches_for_what_it_tells_now()
    {
        var room = new Salesroom(Shipped.RealEstate);
        room.Fill(Wish);

        var reply = room.Fill([.. Wish.Where(answer => answer.Item1 != FactFields.Budget), (FactFields.Budget, new(Max: 15_000_000, Unit: "INR"), "1.5 Cr")]);

        Assert.Equal(["Home 1"], reply.Matches.Select(match => match.Title));
    }

    [Fact]
    public void What_a_form_tells_stands_over_what_its_words_could_mean()
    {
        var room = new Salesroom(Shipped.RealEstate);

        var reply = room.Fill((FactFields.Budget, new(Max: 18_000_000, Unit: "INR"), "over 1.8 Cr"));

        var budget = Assert.Single(reply.Facts, fact => fact.Field == FactFields.Budget);
        Assert.Equal((FactSource.Form, null, 18_000_000m), (budget.SetBy, budget.Value.Min, budget.Value.Max));
    }

    [Fact]
    public void What_was_refused_and_stands_in_a_form_is_refused_no_more()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 cr", "I won't give you my e-mail");
        Assert.Contains(FactFields.Email, room.Dialogue.Refused);

        room.Fill((FactFields.Email, new("buyer@example.com"), "buyer@example.com"));

        Assert.DoesNotContain(FactFields.Email, room.Dialogue.Refused);
    }

    [Fact]
    public void A_form_of_an_earlier_message_is_no_news()
    {
        var room = new Salesroom(Shipped.RealEstate);
        room.Fill(Wish);

        Assert.DoesNotContain(room.Say("thanks").Facts, fact => fact.SetBy == FactSource.Form);
    }

    [Fact]
    public void The_same_form_is_answered_the_same_to_the_byte()
    {
        var (first, second) = (new Salesroom(Shipped.RealEstate), new Salesroom(Shipped.RealEstate));

        Assert.Equal(first.Fill(Wish).Reply, second.Fill(Wish).Reply);
        Assert.Equal(first.Facts.Select(fact => fact.ToString()), second.Facts.Select(fact => fact.ToString()));
    }
}
