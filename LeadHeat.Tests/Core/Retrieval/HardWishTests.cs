using LeadHeat.Core.Inventory;
using LeadHeat.Tests.Core.Dialogue;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Retrieval;

/// <summary>What somebody rules out is ruled out, in a search as in a talk; what he merely does not need may be there.</summary>
public sealed class HardWishTests
{
    [Theory]
    [InlineData("villa without pool", "pool")]
    [InlineData("no maid room villa", "maid's room")]
    [InlineData("2 bhk with no gym please", "gym")]
    [InlineData("villa without a pool or gym", "pool, gym")]
    [InlineData("ready to move flat in Whitefield", "under construction")]
    [InlineData("we are ready to move by March", "")]
    [InlineData("we don't need a pool", "")]
    [InlineData("nothing without parking", "")]
    [InlineData("no pool required", "")]
    public void A_search_rules_out_what_must_not_be(string text, string features) =>
        Assert.Equal(features, string.Join(", ", Read(text).NotFeatures ?? []));

    [Theory]
    [InlineData("apartment not in whitefield bangalore 2bhk", "Whitefield", "Bangalore")]
    [InlineData("2bhk in bangalore but not in whitefield", "Whitefield", "Bangalore")]
    [InlineData("anywhere in bangalore except hebbal", "Hebbal", "Bangalore")]
    public void Areas_that_are_ruled_out_are_no_wish_and_none_is_found_there(string text, string area, string city)
    {
        var filters = Read(text);

        Assert.Equal((area, city, null), (string.Join(", ", filters.NotAreas ?? []), filters.City, filters.Areas));
    }

    [Theory]
    [InlineData("off plan apartment dubai", "under construction")]
    [InlineData("only under construction, 2 bhk", "under construction")]
    [InlineData("my brother lost his money with off plan", "")]
    [InlineData("off plan or ready?", "")]
    public void Off_plan_is_a_hard_fact_where_it_is_wished(string text, string features) =>
        Assert.Equal(features, string.Join(", ", Read(text).Features ?? []));

    [Fact]
    public void In_a_talk_nothing_is_shown_that_was_ruled_out_before()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Bangalore without a gym, up to 2.5 crore");
        Assert.DoesNotContain(room.Reply.Matches, match => match.Title == "Home 1");
        Assert.NotEmpty(room.Reply.Matches);

        room.Say("not in Kadugodi please");
        room.Say("show me more options");

        Assert.DoesNotContain(room.Last.Findings.Searches.SelectMany(search => search.Matches), match => match.Title is "Home 1" or "Home 6");
    }

    [Fact]
    public void What_is_wished_for_later_is_ruled_out_no_more()
    {
        var room = new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield without a gym, up to 2.5 crore", "actually a gym would be good");

        Assert.Contains("Home 1", room.Reply.Matches.Select(match => match.Title));
    }

    private static UnitFilters Read(string text) => SearchReader.Read(text, new(), Shipped.RealEstate, Said.Now).Filters;
}
