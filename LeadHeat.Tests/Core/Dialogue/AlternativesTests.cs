using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>Whom it is too dear is shown what the inventory has instead, each with its own figures, and is told when it has nothing.</summary>
public sealed class AlternativesTests
{
    private const string Wish = "2 bhk in Whitefield between 1.9 and 2.05 crore";

    private static readonly Unit Shown = Home(1, "Whitefield", 20_000_000, 100);
    private static readonly Unit Less = Home(2, "Whitefield", 17_000_000, 90);
    private static readonly Unit MuchLess = Home(3, "Whitefield", 10_000_000, 60);
    private static readonly Unit Roomy = Home(4, "Whitefield", 22_400_000, 120);
    private static readonly Unit Dearer = Home(5, "Whitefield", 22_500_000, 105);
    private static readonly Unit Elsewhere = Home(6, "Kadugodi", 18_000_000, 110);

    [Fact]
    public void Who_finds_it_dear_is_shown_something_cheaper_something_with_more_room_and_another_area()
    {
        var room = Room(Shown, Less, MuchLess, Roomy, Dearer, Elsewhere).After(Wish);
        Assert.Equal(["Home 1"], Titles(room.Reply));

        var reply = room.Say("that's too expensive for me");

        Assert.Equal(["Home 2", "Home 4", "Home 6"], Titles(reply));
        foreach (var figure in (string[])["15%", "₹1.7 Cr", "12%", "20%", "₹2.24 Cr", "Kadugodi", "₹1.8 Cr"])
            Assert.Contains(figure, reply.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_that_costs_a_tenth_to_a_fifth_less_the_dearest_of_the_cheaper_ones_is_shown()
    {
        var reply = Room(Shown, MuchLess, Home(7, "Whitefield", 9_000_000, 60)).After(Wish).Say("anything cheaper?");

        Assert.Equal(["Home 3"], Titles(reply));
        Assert.Contains("50%", reply.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mehnga hai, kuch sasta dikhao")]
    [InlineData("too expensive, show me something cheaper")]
    public void Who_asks_for_something_cheaper_is_shown_nothing_dearer(string text)
    {
        var room = Room(Shown, Less, Roomy, Dearer, Elsewhere).After(Wish);

        Assert.All(room.Say(text).Matches, match => Assert.True(match.Price < Shown.Price));
        Assert.Empty(Room(Shown, Roomy, Dearer).After(Wish).Say(text).Matches);
    }

    [Fact]
    public void Of_many_that_cost_less_the_one_is_shown_that_costs_a_tenth_to_a_fifth_less()
    {
        Unit[] little = [.. Enumerable.Range(20, 15).Select(number => Home(number, "Whitefield", 19_000_000 + (number * 10_000), 95))];

        var reply = Room([Home(1, "Whitefield", 20_400_000, 100), .. little, Less]).After("2 bhk in Whitefield between 2.04 and 2.05 crore").Say("anything cheaper?");

        Assert.Equal(["Home 2"], Titles(reply));
    }

    [Fact]
    public void Where_nothing_costs_less_that_is_said_and_nothing_is_made_up()
    {
        var reply = Room(Shown, Roomy, Dearer).After(Wish).Say("anything cheaper?");

        Assert.Empty(reply.Matches);
        Assert.Contains(Shipped.RealEstate.Replies["nothing_cheaper"], sentence => reply.Reply.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_budget_reaches_nothing_the_nearest_price_above_it_is_told()
    {
        var reply = Room(Shown, Roomy, Elsewhere).Say("2 bhk in Whitefield under 1.5 crore");

        Assert.Equal(["Home 1", "Home 4"], Titles(reply));
        Assert.Contains("₹2 Cr", reply.Reply, StringComparison.Ordinal);
        Assert.All(reply.Matches, match => Assert.Contains("over budget", match.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_area_has_nothing_of_the_kind_one_nearby_is_named()
    {
        var reply = Room(Elsewhere).Say("2 bhk in Whitefield under 2 crore");

        Assert.Equal(["Home 6"], Titles(reply));
        Assert.Contains("Kadugodi", reply.Reply, StringComparison.Ordinal);
    }

    private static Salesroom Room(params Unit[] units) => new(Shipped.RealEstate, units: units);

    private static IEnumerable<string> Titles(PlannedReply reply) => reply.Matches.Select(match => match.Title);

    private static Unit Home(int number, string area, decimal price, decimal size) => new(
        new(number, 9, 9, new byte[8]), $"H{number}", $"Home {number}", "", "Bangalore", area, "apartment", 2, 2, size, price, "INR", [], true, Said.Now);
}
