using Xunit;

namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Counts that are taken back within a message.</summary>
public sealed class CountCorrectionTests
{
    private static readonly string[] Ways = ["{0} users, sorry, {1}", "{0} users, no, make that {1}", "{0} users, rather {1}", "{0} users, no, let's say {1} users", "{0} users... actually {1}."];

    [Fact]
    public void The_later_number_counts() => Assert.All(
        from way in Ways
        from said in (int[])[8, 15, 40]
        from meant in (int[])[5, 18, 120]
        select (Text: string.Format(System.Globalization.CultureInfo.InvariantCulture, way, said, meant), meant),
        said => Assert.True(TeamIn(said.Text) == said.meant, $"{said.Text} => {TeamIn(said.Text)}"));

    [Theory]
    [InlineData("20 users, no, 3 months from now", 20)]
    [InlineData("20 users, 50 leads a day", 20)]
    [InlineData("two dozen users", 24)]
    [InlineData("not 15 but 18 users", 18)]
    public void Another_number_is_no_correction(string text, int users) => Assert.Equal(users, TeamIn(text));

    [Theory]
    [InlineData("3 counsellors aur join kar rahe hain, to 12 nahi 15 likho", 15)]
    [InlineData("12 nahi, 15", 15)]
    [InlineData("not 12 but 15", 15)]
    [InlineData("15 instead of 12 please", 15)]
    [InlineData("12 ki jagah 18 kar do", 18)]
    [InlineData("3 counsellors are joining", null)]
    [InlineData("we have 12 leads, not 15", null)]
    [InlineData("on the 12th, not the 15th", null)]
    public void The_number_that_is_known_gives_way(string text, int? users)
    {
        var known = Said.Known("team_size", new(Min: 12, Max: 12), "12 people");

        var said = LeadHeat.Core.Understanding.Language.Understand(text, Shipped.B2b, LeadHeat.Core.Dialogue.DialogueState.Start, [known], Said.Now);

        Assert.Equal(users, said.Find("team_size")?.Value.Min);
    }

    private static decimal? TeamIn(string text) => Said.In(Shipped.Playbooks.All.First(playbook => playbook.Name == "b2b"), text).Find("team_size")?.Value.Min;
}
