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

    [Theory]
    [InlineData("cups a day? 150... hmm that was the good months. put 110", 110)]
    [InlineData("hmm, 120, maybe a bit more on weekends", 120)]
    [InlineData("not sure. we have 2 outlets, 150 cups", 150)]
    [InlineData("depends, we open at 7 and close at 9", null)]
    public void A_bare_number_answers_the_question_for_a_count(string text, int? cups) => Assert.Equal(cups, Said.In(Shipped.Cafe, text, "volume").Find("volume")?.Value.Min);

    [Theory]
    [InlineData("My cousin's chain uses 500 kg a month, I'd be happy with 25", 25, 25)]
    [InlineData("my friend's cafe sells 300 cups a day, we sell 80 cups", 80, 80)]
    [InlineData("my friend's cafe sells 300 cups a day", null, null)]
    [InlineData("roughly eighty to a hundred kilos every month", 80, 100)]
    [InlineData("a hundred cups a day", 100, 100)]
    [InlineData("two hundred cups a day", 200, 200)]
    public void The_visitors_own_count_is_read_beside_anothers_and_in_words(string text, int? least, int? most)
    {
        var value = Said.In(Shipped.Cafe, text).Find("volume")?.Value;
        Assert.Equal((least, most), ((int?)value?.Min, (int?)value?.Max));
    }

    [Theory]
    [InlineData("team is 30.. actually wait, after last month's layoffs 18 only", 18)]
    [InlineData("our team is 14, all in sales", 14)]
    [InlineData("the team is 3 years old", null)]
    [InlineData("our team is 30% remote", null)]
    public void The_size_of_a_team_is_read_as_it_is_told(string text, int? people) => Assert.Equal(people, TeamIn(text));

    [Theory]
    [InlineData("one kiosk only we have", 1)]
    [InlineData("We are having one cafeteria in Sharjah, now six year", 1)]
    [InlineData("two coffee shops", 2)]
    public void Other_words_for_a_cafe_count_as_well(string text, int cafes) => Assert.Equal(cafes, Said.In(Shipped.Cafe, text).Find("locations")?.Value.Min);

    private static decimal? TeamIn(string text) => Said.In(Shipped.Playbooks.All.First(playbook => playbook.Name == "b2b"), text).Find("team_size")?.Value.Min;
}
