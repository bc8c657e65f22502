using LeadHeat.Core.Inventory;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Dialogue;

/// <summary>What the rows say of the homes shown, and of those that there are, is answered from the rows.</summary>
public sealed class HomeFactsTests
{
    private const string Wish = "2 bhk in Whitefield or Hebbal under 2 crore";

    private static readonly IReadOnlyList<Unit> Homes =
    [
        Home(1, "Whitefield", 19_000_000, 100, "parking"), Home(2, "Whitefield", 18_000_000, 110, "near metro"), Home(3, "Hebbal", 15_000_000, 90),
        Home(4, "Hebbal", 21_000_000, 120, "pool"),
    ];

    [Theory]
    [InlineData("what about the first one's size?", "1,080 sq ft")]
    [InlineData("how much space does the second one have, what size?", "1,180 sq ft")]
    [InlineData("which one is bigger?", "1,180 sq ft")]
    [InlineData("which one is cheaper?", "₹1.5 Cr")]
    [InlineData("is that one available?", "available|still there")]
    [InlineData("how far is the metro?", "near the metro")]
    [InlineData("what's the price per sqft of the first one?", "a sq ft")]
    [InlineData("how is the market in whitefield?", "₹1.8 Cr")]
    [InlineData("price per sqft in both?", "a sq ft")]
    [InlineData("how many 2 bhk do you have there?", "four such homes")]
    [InlineData("how many are left in hebbal?", "two such homes")]
    public void Facts_come_from_the_rows(string question, string words)
    {
        var reply = Room().After(Wish).Say(question).Reply;

        Assert.Contains(words.Split('|'), word => reply.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("what about the first one's size?", "1,180 sq ft")]
    [InlineData("how is the market in whitefield?", "Hebbal")]
    public void Only_what_is_asked_about_is_told(string question, string other) =>
        Assert.DoesNotContain(other, Room().After(Wish).Say(question).Reply, StringComparison.Ordinal);

    [Fact]
    public void Naming_one_of_those_shown_is_no_doubt_about_its_price() =>
        Assert.Null(Room().After(Wish, "anything cheaper?").Say("the third one please").Dialogue.Objections);

    [Fact]
    public void Who_wants_one_of_those_shown_is_offered_a_visit_to_it()
    {
        var reply = Room().After(Wish, "we move in march").Say("I want that one").Reply;

        Assert.DoesNotContain("side by side", reply, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("visit|see it".Split('|'), word => reply.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_new_wish_that_nothing_has_is_said_and_one_that_some_have_names_them()
    {
        Assert.Contains("gym", Room().After(Wish).Say("anything with a gym").Reply.Split('.').First(sentence => sentence.Contains("none", StringComparison.OrdinalIgnoreCase)), StringComparison.OrdinalIgnoreCase);

        var some = Room().After(Wish).Say("it should have parking").Reply;
        Assert.DoesNotContain("none", some, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Areas_that_are_ruled_out_are_no_quick_replies()
    {
        var reply = Room().Say("2bhk in bangalore but not in whitefield");

        Assert.DoesNotContain("Whitefield", reply.Chips);
        Assert.DoesNotContain(reply.Matches, match => match.Area == "Whitefield");
    }

    [Fact]
    public void A_wish_that_is_taken_back_is_none_any_more()
    {
        var room = Room().After("2 bhk in Hebbal with a pool and parking", "no pool please");

        Assert.Equal("parking", room.Known("features"));
        Assert.DoesNotContain(room.Findings.Searches.SelectMany(search => search.Matches), match => match.Title == "Home 4");
    }

    private static Salesroom Room() => new(Shipped.RealEstate, units: Homes);

    private static Unit Home(int number, string area, decimal price, decimal size, params string[] features) => new(
        new(number, 9, 9, new byte[8]), $"H{number}", $"Home {number}", "", "Bangalore", area, "apartment", 2, 2, size, price, "INR", features, true, Said.Now);
}
