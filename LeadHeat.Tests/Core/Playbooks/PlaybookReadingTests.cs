using LeadHeat.Core.Playbooks;

namespace LeadHeat.Tests.Core.Playbooks;

/// <summary>A playbook as people read it.</summary>
public sealed class PlaybookReadingTests
{
    private static readonly PlaybookView s_homes = Shipped.Playbooks["real-estate"].View([]);

    [Theory]
    [InlineData("investor", "Purpose: as an investment")]
    [InlineData("casual", "the message says they are only looking or says they buy nothing")]
    public void What_tells_a_customer_is_said_in_words(string type, string when) =>
        Assert.Equal([when], s_homes.CustomerTypes.Single(known => known.Name == type).When);

    [Fact]
    public void Alternatives_of_a_stage_are_one_line() => Assert.StartsWith(
        "Budget known, or Timeline known and at least 2 things about them known, or asked for a visit or a call, or ",
        Assert.Single(s_homes.Stages.Single(stage => stage.Name == "intent_confirmed").When), StringComparison.Ordinal);

    [Fact]
    public void Offers_say_when_they_are_made() => Assert.Equal(
        ["at least 1 offer from the inventory seen", "at least 3 messages answered", "has not asked for a visit or a call", "score 60 or more"],
        s_homes.Coaching.Single(offer => offer.Name == "site_visit").When.Order());

    [Fact]
    public void Every_condition_of_every_playbook_has_words()
    {
        foreach (var playbook in Shipped.Playbooks.All)
        {
            var view = playbook.View([]);
            var lines = view.CustomerTypes.Concat(view.Stages).SelectMany(rule => rule.When).Concat(view.Coaching.SelectMany(offer => offer.When)).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.DoesNotContain('_', line));
        }
    }

    [Fact]
    public void Intents_show_how_many_examples_they_have_and_some_of_them()
    {
        Assert.All(s_homes.Intents, intent => Assert.True(intent.Examples >= Examples.Fewest && intent.Some.Count > 0, intent.Name));
        Assert.Equal(Shipped.Playbooks["real-estate"].Examples.AllIntents.Count(), s_homes.Intents.Sum(intent => intent.Examples));
    }
}
