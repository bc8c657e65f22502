using System.Text.Json;
using LeadHeat.Core.Channels;

namespace LeadHeat.Tests.Core.Channels;

public sealed class LeadAdsPageTests
{
    [Fact]
    public void Page_brings_its_ids_and_the_way_to_the_next()
    {
        var page = Read("""{"data":[{"id":"1","created_time":"2015-02-28T08:49:14+0000"},{"id":2},{"no":"id"}],"paging":{"cursors":{"before":"a","after":"b"},"next":"https://graph"}}""")!;

        Assert.Equal(["1", "2"], page.Ids);
        Assert.Equal("b", page.After);
    }

    [Theory]
    [InlineData("""{"data":[],"paging":{"cursors":{"before":"a","after":"b"}}}""")]
    [InlineData("""{"data":[]}""")]
    public void Last_page_leads_nowhere(string json) => Assert.Null(Read(json)!.After);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"data":"no"}""")]
    public void What_is_no_page_is_none(string json) => Assert.Null(Read(json));

    [Fact]
    public void Path_asks_for_a_bounded_page_after_a_time()
    {
        var path = Uri.UnescapeDataString(LeadAdsPage.PathOf("12", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), "x y"));

        Assert.Equal("""12/leads?fields=id,created_time&limit=100&filtering=[{"field":"time_created","operator":"GREATER_THAN","value":1700000000}]&after=x y""", path);
    }

    [Fact]
    public void Delivery_is_one_that_is_taken_apart_like_metas()
    {
        var parts = MetaEnvelope.Split(LeadAdsPage.Delivery("12", ["1", "2"]));

        Assert.Equal([(InboundKind.Lead, "1"), (InboundKind.Lead, "2")], parts.Select(part => (part.Kind, part.ExternalId)));
    }

    private static LeadAdsPage? Read(string json) => LeadAdsPage.Read(JsonDocument.Parse(json).RootElement);
}
