using LeadHeat.Core.Inventory;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>A visit is booked to the home that was meant, each of several on its day, and taken back when the visitor says so.</summary>
public sealed class BookingTests
{
    private const string Wish = "3 bhk in Whitefield or Marathahalli between 1.7 and 1.95 crore";
    private const string Number = "my number is 98450 12345";

    private static readonly IReadOnlyList<Unit> Homes =
        [Home(1, "Marathahalli", 19_300_000), Home(2, "Whitefield", 18_900_000), Home(3, "Marathahalli", 16_500_000)];

    [Fact]
    public void After_one_alternative_the_second_one_is_still_the_second_of_those_before()
    {
        var room = Room().After(Wish, "anything cheaper?");
        Assert.Equal(["Home 3"], room.Reply.Matches.Select(match => match.Title));

        room.Say("i like the second one");
        room.Say(Number);
        var reply = room.Say("can i see it on saturday");

        Assert.Contains("Whitefield on Saturday", reply.Reply, StringComparison.Ordinal);
        Assert.Contains("Home 2", reply.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void After_one_alternative_the_first_two_can_be_compared()
    {
        var reply = Room().After(Wish, "anything cheaper?").Say("can you compare the first two?").Reply;

        Assert.Contains("₹1.93 Cr", reply, StringComparison.Ordinal);
        Assert.Contains("₹1.89 Cr", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book visit to first one saturday and second one sunday")]
    [InlineData("can I see the first one on Saturday and the second on Sunday?")]
    [InlineData("I'd like to visit on saturday the first one and on sunday the second one")]
    public void Two_visits_in_one_message_are_both_booked(string text)
    {
        var reply = Room().After(Wish, Number).Say(text);

        Assert.Contains("Marathahalli on Saturday", reply.Reply, StringComparison.Ordinal);
        Assert.Contains("Whitefield on Sunday", reply.Reply, StringComparison.Ordinal);
        Assert.Contains("Home 1 on Saturday and Home 2 on Sunday", reply.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_visits_the_one_that_is_cancelled_is_taken_back_and_the_team_is_told()
    {
        var room = Room().After(Wish, Number, "book visit to first one saturday and second one sunday");

        var reply = room.Say("cancel the sunday one");

        Assert.Contains("Whitefield on Sunday", reply.Reply, StringComparison.Ordinal);
        Assert.Contains(reply.Tasks, task => task.Contains("Cancel", StringComparison.Ordinal) && task.Contains("Sunday", StringComparison.Ordinal));
        Assert.Contains("Home 1", reply.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("Home 2", reply.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel it please")]
    [InlineData("sorry, can't make it")]
    public void The_only_visit_is_cancelled_and_nothing_stays_arranged(string text)
    {
        var reply = Room().After(Wish, Number, "can I see the first one on Saturday?").Say(text);

        Assert.Null(reply.Dialogue.Agreed);
        Assert.Contains(reply.Tasks, task => task.StartsWith("Cancel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_that_is_named_after_cancelling_books_anew_and_a_mere_ok_does_not()
    {
        var room = Room().After(Wish, Number, "can I see the first one on Saturday?", "cancel it please");

        Assert.Null(room.Say("ok").Dialogue.Agreed);
        Assert.Contains("Monday", Room().After(Wish, Number, "can I see the first one on Saturday?", "cancel it please").Say("monday then").Dialogue.Agreed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cancelled_visit_of_two_leaves_the_other_and_which_one_is_asked_where_none_is_named()
    {
        var room = Room().After(Wish, Number, "book visit to first one saturday and second one sunday");

        var reply = room.Say("please cancel it");

        Assert.Contains("?", reply.Reply, StringComparison.Ordinal);
        Assert.Empty(reply.Tasks);
        Assert.Contains("Home 1", room.Say("cancel the second one").NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can I cancel later?")]
    [InlineData("what if I cancel the booking?")]
    [InlineData("please don't cancel it")]
    public void Asking_about_cancelling_cancels_nothing(string text) =>
        Assert.NotNull(Room().After(Wish, Number, "can I see the first one on Saturday?").Say(text).Dialogue.Agreed);

    [Fact]
    public void A_demo_is_cancelled_and_no_plan_is_spoken_of()
    {
        var reply = new Salesroom(Shipped.B2b).After("we need a crm for 12 reps", "can we see a demo on Tuesday? my email is jo@acme.io").Say("cancel it please");

        Assert.Null(reply.Dialogue.Agreed);
        Assert.Contains("cancel", reply.Reply, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("month", reply.Reply, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("sunday ko dekh sakte hai kya")]
    [InlineData("book that one")]
    [InlineData("ok come on monday and show it to us")]
    public void Visits_are_asked_for_in_many_words(string text)
    {
        var reply = Room().After(Wish).Say(text);

        Assert.Equal(1, reply.Dialogue.Requested("visit"));
        Assert.Equal("phone", reply.Dialogue.LastAsked);
    }

    [Fact]
    public void An_invitation_behind_an_open_offer_of_a_person_is_a_visit_and_no_yes()
    {
        var room = new Salesroom(Shipped.Cafe).After("we run a cafe", "do you also sell spare parts for harvesters?");

        var reply = room.Say("ok come to our cafe on monday");

        Assert.Null(reply.Handoff);
        Assert.Equal(1, reply.Dialogue.Requested("visit"));
    }

    private static Salesroom Room() => new(Shipped.RealEstate, units: Homes);

    private static Unit Home(int number, string area, decimal price) => new(
        new(number, 9, 9, new byte[8]), $"H{number}", $"Home {number}", "", "Bangalore", area, "apartment", 3, 3, 140, price, "INR", [], true, Said.Now);
}
