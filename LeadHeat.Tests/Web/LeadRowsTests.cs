using LeadHeat.Web.Inbox;

namespace LeadHeat.Tests.Web;

public sealed class LeadRowsTests
{
    [Fact]
    public void Pages_are_put_one_below_the_other()
    {
        var rows = Loaded(9, 8, 7);

        rows.Append(Rows.Page(null, 6, 5));

        Assert.Equal([9, 8, 7, 6, 5], Numbers(rows));
        Assert.Null(rows.Next);
    }

    [Fact]
    public void New_lead_comes_on_top_and_what_was_loaded_below_stays()
    {
        var rows = Loaded(9, 8, 7);
        rows.Append(Rows.Page("end", 6, 5, 4));

        rows.Refresh(Rows.Page("next", 10, 9, 8));

        Assert.Equal([10, 9, 8, 7, 6, 5, 4], Numbers(rows));
        Assert.Equal("end", rows.Next);
    }

    [Fact]
    public void Lead_that_has_moved_up_is_shown_once()
    {
        var rows = Loaded(9, 8, 7);
        rows.Append(Rows.Page("end", 6, 5, 4));

        rows.Refresh(new([Rows.Row(5) with { LastActivityAt = Rows.Now.AddMinutes(20) }, Rows.Row(9), Rows.Row(8)], "next"));

        Assert.Equal([5, 9, 8, 7, 6, 4], Numbers(rows));
    }

    [Fact]
    public void Lead_that_no_longer_fits_leaves_the_first_page()
    {
        var rows = Loaded(9, 8, 7);
        rows.Append(Rows.Page("end", 6, 5, 4));

        rows.Refresh(Rows.Page("next", 9, 7, 6));

        Assert.Equal([9, 7, 6, 5, 4], Numbers(rows));
    }

    [Fact]
    public void After_a_gap_the_list_starts_over()
    {
        var rows = Loaded(9, 8, 7);

        rows.Refresh(Rows.Page("next", 99, 98, 97));

        Assert.Equal([99, 98, 97], Numbers(rows));
        Assert.Equal("next", rows.Next);
    }

    [Fact]
    public void Whole_list_on_one_page_replaces_everything()
    {
        var rows = Loaded(9, 8, 7);

        rows.Refresh(Rows.Page(null, 8));

        Assert.Equal([8], Numbers(rows));
    }

    [Fact]
    public void Changed_lead_below_the_first_page_is_named_and_replaced_in_place()
    {
        var rows = Loaded(9, 8, 7);
        rows.Append(Rows.Page("end", 6, 5, 4));
        var first = Rows.Page("next", 9, 8, 7);

        var below = rows.Below(first, new HashSet<Guid> { Rows.Id(5), Rows.Id(8), Rows.Id(77) });
        rows.Replace(Rows.Row(5) with { Score = 91 }, holds: true);

        Assert.Equal([Rows.Id(5)], below);
        Assert.Equal([9, 8, 7, 6, 5, 4], Numbers(rows));
        Assert.Equal(91, rows.Items[4].Score);
    }

    [Fact]
    public void Changed_lead_that_does_not_fit_any_more_goes()
    {
        var rows = Loaded(9, 8, 7);

        rows.Replace(Rows.Row(8), holds: false);

        Assert.Equal([9, 7], Numbers(rows));
    }

    private static LeadRows Loaded(params int[] numbers)
    {
        var rows = new LeadRows();
        rows.Append(Rows.Page("next", numbers));
        return rows;
    }

    private static int[] Numbers(LeadRows rows) => [.. rows.Items.Select(row => int.Parse(row.Name.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))];
}
