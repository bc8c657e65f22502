using LeadHeat.Core.Facts;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Facts;

public sealed class FactMergeTests
{
    private static readonly Fact Whitefield = Areas("Whitefield");

    [Fact]
    public void Areas_add_up_unless_the_visitor_corrects_himself()
    {
        Assert.Equal("Whitefield or Hebbal", FactMerge.Merge([Whitefield], [Areas("Hebbal")]).All.Single().Display);
        Assert.Equal("Hebbal", FactMerge.Merge([Whitefield], [Areas("Hebbal")], correction: true).All.Single().Display);
    }

    [Fact]
    public void Areas_of_another_city_replace_those_of_the_old_one()
    {
        var merged = FactMerge.Merge([City("Bangalore"), Whitefield], [City("Dubai"), Areas("Dubai Marina")]);

        Assert.Equal(["Dubai", "Dubai Marina"], merged.All.Select(fact => fact.Display));
    }

    [Fact]
    public void The_same_value_keeps_the_earlier_fact()
    {
        var merged = FactMerge.Merge([Whitefield], [Areas("Whitefield") with { At = Said.Now }]);

        Assert.Same(Whitefield, merged.All.Single());
        Assert.Empty(merged.Changed);
    }

    [Fact]
    public void What_a_person_set_is_never_overwritten_by_the_bot()
    {
        var set = Budget(20_000_000) with { SetBy = FactSource.Person };

        Assert.Same(set, FactMerge.Merge([set], [Budget(10_000_000)], correction: true).All.Single());
        Assert.Equal(10_000_000, FactMerge.Merge([set], [Budget(10_000_000) with { SetBy = FactSource.Person }]).All.Single().Value.Max);
    }

    [Fact]
    public void Merging_twice_changes_nothing_more()
    {
        Fact[] news = [Areas("Hebbal"), Budget(1), City("Bangalore")];

        var once = FactMerge.Merge([Whitefield], news);
        var twice = FactMerge.Merge(once.All, news);

        Assert.Empty(twice.Changed);
        Assert.Equal(once.All, twice.All);
    }

    private static Fact Areas(string area) => Said.Known(FactFields.Areas, new(Items: [area]), area);
    private static Fact City(string city) => Said.Known(FactFields.City, new(Text: city), city);
    private static Fact Budget(decimal max) => Said.Known(FactFields.Budget, new(Max: max, Unit: "INR"), "budget");
}
