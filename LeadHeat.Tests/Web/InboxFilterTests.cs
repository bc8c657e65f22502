using LeadHeat.Core.Leads;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Tests.Web;

public sealed class InboxFilterTests
{
    [Fact]
    public void Address_says_the_view_and_is_read_back()
    {
        var filter = new InboxFilter(Heat.Hot, LeadStatus.Visit, LeadSource.LeadAds, "me", true, "2 BHK & lake", LeadSort.Score);

        var searches = new SearchWords(new EphemeralDataProtectionProvider());
        var address = filter.ToAddress(null, searches.Seal(filter.Text));
        var query = System.Web.HttpUtility.ParseQueryString(address[(address.IndexOf('?') + 1)..]);

        Assert.StartsWith("/inbox?heat=hot&status=visit&source=lead_ads&owner=me&waiting=true&find=", address, StringComparison.Ordinal);
        Assert.EndsWith("&sort=score", address, StringComparison.Ordinal);
        Assert.Equal(filter, InboxFilter.Parse(name => query[name], searches));
        Assert.Equal(filter.ToExport(searches.Seal(filter.Text)), "/export" + address["/inbox".Length..]);
    }

    [Fact]
    public void Words_that_somebody_looks_for_stand_in_no_address_and_are_read_back_elsewhere_too()
    {
        var keys = new EphemeralDataProtectionProvider();
        var searches = new SearchWords(keys);

        var find = searches.Seal("anna@example.com")!;

        Assert.DoesNotContain("anna", find, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(find, searches.Seal("anna@example.com"));
        Assert.Equal("anna@example.com", new SearchWords(keys).Open(find));
        Assert.Null(new SearchWords(keys).Open("anna@example.com"));
        Assert.Null(new SearchWords(new EphemeralDataProtectionProvider()).Open(find));
    }

    [Fact]
    public void Plain_view_has_a_plain_address() => Assert.Equal("/inbox", new InboxFilter().ToAddress());

    [Fact]
    public void Words_that_mean_nothing_do_not_filter() =>
        Assert.Equal(new InboxFilter(), InboxFilter.Parse("boiling", "gone", "fax", "somebody", "perhaps", "  ", "colour"));

    [Theory]
    [InlineData("me", true)]
    [InlineData("none", false)]
    [InlineData(null, true)]
    public void View_holds_a_lead_by_its_owner(string? owner, bool holds)
    {
        var me = Rows.Id(7);

        Assert.Equal(holds, new InboxFilter(Owner: owner).Holds(Rows.Row(1) with { OwnerId = me }, me));
    }

    [Fact]
    public void View_of_who_waits_holds_nobody_else()
    {
        var filter = new InboxFilter(Waiting: true);

        Assert.True(filter.Holds(Rows.Row(1) with { WaitingSince = Rows.Now }, Guid.Empty));
        Assert.False(filter.Holds(Rows.Row(1), Guid.Empty));
    }

    [Fact]
    public void Quick_view_keeps_words_and_order()
    {
        var now = new InboxFilter(Heat.Cold, Text: "lake", Sort: LeadSort.Score);
        var hot = QuickView.All.Single(view => view.Title == "Hot");

        Assert.Equal(new InboxFilter(Heat.Hot, Text: "lake", Sort: LeadSort.Score), hot.Within(now));
        Assert.True(hot.IsShown(now with { Heat = Heat.Hot }));
        Assert.False(hot.IsShown(now));
    }
}
