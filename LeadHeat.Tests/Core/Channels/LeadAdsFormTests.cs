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
        Assert.Equal("Filled in a form of the campaign “Monsoon”", form.Filled(default, new Dictionary<string, string>()).CameFrom);
    }

    [Theory]
    [InlineData("\"is_organic\":true,\"ad_id\":\"3\",\"campaign_name\":\"Monsoon\"", "Filled in a form without an ad")]
    [InlineData("\"platform\":\"ig\"", "Filled in a form without an ad")]
    [InlineData("\"is_organic\":false,\"ad_id\":\"3\"", "Filled in a form of an ad")]
    public void Form_says_whether_an_ad_brought_it(string members, string cameFrom) =>
        Assert.Equal(cameFrom, Read($$"""{"id":"1","field_data":[],{{members}}}""")!.Filled(default, new Dictionary<string, string>()).CameFrom);

    [Theory]
    [InlineData("""{"field_data":[]}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","field_data":{}}""")]
    [InlineData("""[]""")]
    public void What_is_no_form_is_none(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"legal_content":{"custom_disclaimer":{"title":"T","body":{"text":"B"},"checkboxes":[{"key":"a","text":"One"},{"key":"b"},{"text":"no key"},7]}}}""", "a=T|B|One")]
    [InlineData("""{"legal_content":{"custom_disclaimer":{"checkboxes":[{"key":"a","text":"One"},{"key":"a","text":"Two"}]}}}""", "a=Two")]
    [InlineData("""{"legal_content":{"custom_disclaimer":{"title":7,"body":"text","checkboxes":{"key":"a"}}}}""", "")]
    [InlineData("""{"legal_content":{"privacy_policy":{"url":"https://example.com"}}}""", "")]
    [InlineData("""{"legal_content":[]}""", null)]
    [InlineData("""{"id":"1"}""", null)]
    [InlineData("""[]""", null)]
    public void Words_of_the_boxes_are_read_with_what_stands_above_them(string json, string? words)
    {
        using var document = JsonDocument.Parse(json);
        var read = LeadAdsDisclaimer.Read(document.RootElement);

        Assert.Equal(words, read is null ? null : string.Join(';', read.Select(box => $"{box.Key}={box.Value.Replace('\n', '|')}")));
    }

    private static LeadAdsForm? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LeadAdsForm.Read(document.RootElement);
    }
}
