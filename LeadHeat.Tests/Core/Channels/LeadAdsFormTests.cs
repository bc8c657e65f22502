using System.Text.Json;
using LeadHeat.Core.Channels;

namespace LeadHeat.Tests.Core.Channels;

/// <summary>Forms as the Graph API gives them.</summary>
public sealed class LeadAdsFormTests
{
    [Fact]
    public void Form_has_all_values_its_boxes_and_the_time_of_an_offset_without_a_colon()
    {
        var form = Read("""
            {"id":"1","form_id":7,"ad_id":"3","campaign_name":"Monsoon","created_time":"2015-02-28T08:49:14+0530",
             "field_data":[{"name":"area","values":["Whitefield"," Sarjapur Road ",""]},{"name":"rooms","values":[2]},{"values":["no question"]}],
             "custom_disclaimer_responses":[{"checkbox_key":"offers","is_checked":"1"},{"checkbox_key":"calls","is_checked":""},{"is_checked":"1"}]}
            """)!;

        Assert.Equal(("1", "7", new DateTimeOffset(2015, 2, 28, 3, 19, 14, TimeSpan.Zero)), (form.LeadId, form.FormId, form.CreatedAt));
        Assert.Equal(["area: Whitefield, Sarjapur Road", "rooms: 2"], form.Answers.Select(answer => $"{answer.Question}: {string.Join(", ", answer.Values)}"));
        Assert.Equal([new("offers", true), new("calls", false)], form.Consents);
        Assert.Equal("Filled in a form of the campaign “Monsoon”", form.Filled(default).CameFrom);
    }

    [Theory]
    [InlineData("\"is_organic\":true,\"ad_id\":\"3\",\"campaign_name\":\"Monsoon\"", "Filled in a form without an ad")]
    [InlineData("\"platform\":\"ig\"", "Filled in a form without an ad")]
    [InlineData("\"is_organic\":false,\"ad_id\":\"3\"", "Filled in a form of an ad")]
    public void Form_says_whether_an_ad_brought_it(string members, string cameFrom) =>
        Assert.Equal(cameFrom, Read($$"""{"id":"1","field_data":[],{{members}}}""")!.Filled(default).CameFrom);

    [Theory]
    [InlineData("""{"field_data":[]}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","field_data":{}}""")]
    [InlineData("""[]""")]
    public void What_is_no_form_is_none(string json) => Assert.Null(Read(json));

    private static LeadAdsForm? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LeadAdsForm.Read(document.RootElement);
    }
}
