using System.Text;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Scoring;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Overview;

namespace LeadHeat.Tests.Web;

public sealed class OverviewChartTests
{
    private static readonly OverviewFrame Frame = new(
        new(2026, 3, 1), new(2026, 3, 30), new(2026, 2, 28, 18, 30, 0, TimeSpan.Zero), new(2026, 3, 30, 18, 30, 0, TimeSpan.Zero), "Asia/Kolkata", DateTimeOffset.UnixEpoch, 10);

    private static readonly OverviewQuery Query = new(OverviewPeriod.Custom, Frame.From, Frame.To, "real-estate", null, "none");

    [Fact]
    public void A_number_leads_to_its_leads_narrowed_as_the_overview_is()
    {
        var chart = StageCharts.Funnel(new(Frame, OverviewGroup.Source, Row("web", 40, 8), []), new(Query, Frame));

        var href = chart.Rows.Single(row => row[0].Text == "Visit")[1].Href!;

        var words = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(href[href.IndexOf('?', StringComparison.Ordinal)..]);
        var filter = InboxFilter.Parse(null, null, null, words["owner"], null, null, null, null, words["playbook"], words["createdFrom"], words["createdTo"], words["figure"]);
        Assert.Equal(
            new InboxFilter(Owner: "none", Playbook: "real-estate", CreatedFrom: Frame.CreatedFrom, CreatedTo: Frame.CreatedTo, Figure: "reached:visit"), filter);
        Assert.Equal(href, filter.ToAddress());
    }

    [Fact]
    public void Nothing_leads_nowhere()
    {
        var chart = StageCharts.Funnel(new(Frame, OverviewGroup.Source, Row("web", 40, 0), []), new(Query, Frame));

        Assert.Null(chart.Rows.Single(row => row[0].Text == "Won")[1].Href);
        Assert.Null(StageCharts.Funnel(new(Frame, OverviewGroup.Source, Row("web", 0, 0), []), new(Query, Frame)).Kind);
    }

    [Fact]
    public void Names_are_no_formulas_in_a_file_and_no_markup_in_a_chart()
    {
        var row = Row(Guid.Empty.ToString(), 40, 8) with { Title = "=HYPERLINK(\"http://x\")<b>" };
        var chart = StageCharts.Groups(new(Frame, OverviewGroup.Owner, row, [row]), new(Query, Frame));

        var lines = Encoding.UTF8.GetString(OverviewFiles.Encode(chart)).Split("\r\n");

        Assert.StartsWith("\"'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", chart.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_numbers_where_the_page_has_words()
    {
        var row = Row("web", 1234, 8);
        var chart = StageCharts.Groups(new(Frame, OverviewGroup.Source, row, [row]), new(Query, Frame));

        Assert.Equal("1,234", chart.Rows[0][1].Text);
        Assert.StartsWith("Web chat,1234,", Encoding.UTF8.GetString(OverviewFiles.Encode(chart)).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_is_named_among_those_with_enough_leads_and_that_is_said()
    {
        FunnelRow[] rows = [Row("web", 100, 13), Row("csv", 9, 3), Row("whatsapp", 40, 4)];

        var some = StageCharts.Groups(new(Frame, OverviewGroup.Source, Row("web", 149, 20), rows), new(Query, Frame)).Said;
        var all = StageCharts.Groups(new(Frame, OverviewGroup.Source, Row("web", 140, 17), [rows[0], rows[2]]), new(Query, Frame)).Said;

        Assert.StartsWith("Of the sources with at least 20 leads, Web chat wins the greatest share: 13 %", some, StringComparison.Ordinal);
        Assert.StartsWith("Web chat wins the greatest share: 13 %", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_which_too_little_is_known_are_not_counted()
    {
        var rule = new RuleLift(1, "real-estate-fit", "budget", "Budget", Proportion.Of(2, 3), Proportion.Of(0, 1), null, null, RuleVerdict.TooFew);

        Assert.Equal("Too few leads are decided to tell the rules apart.", CompareCharts.Rules(new(Frame, 2, 2, [rule]), new(Query, Frame)).Said);
    }

    [Theory]
    [InlineData(0.234, "0.23 s")]
    [InlineData(4.26, "4.3 s")]
    [InlineData(75, "75 s")]
    [InlineData(600, "10 min")]
    [InlineData(9000, "2.5 h")]
    [InlineData(260_000, "3 days")]
    public void Times_are_told_as_people_tell_them(double seconds, string said) => Assert.Equal(said, OverviewWords.Time(seconds));

    [Theory]
    [InlineData("period=week&source=fax&owner=somebody", "?period=week&by=source")]
    [InlineData("period=custom&from=2026-03-01&to=2026-02-01", "?period=custom&by=source")]
    [InlineData("period=season&playbook=cafe&owner=none&by=owner&from=2026-03-01", "?period=season&playbook=cafe&owner=none&by=owner")]
    [InlineData("", "?period=month&by=source")]
    public void Words_that_mean_nothing_do_not_filter(string asked, string read)
    {
        var words = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked);

        Assert.Equal(read, OverviewView.Parse(name => words.TryGetValue(name, out var word) ? word.ToString() : null).ToQueryString());
    }

    private static FunnelRow Row(string key, int leads, int won) => new(
        key, null, leads, Enum.GetValues<LeadStatus>().Where(status => status != LeadStatus.Lost).ToDictionary(status => status, status => status == LeadStatus.Won ? won : leads), won, 3,
        Proportion.Of(won, leads), Proportion.Of(won, won + 3));
}
