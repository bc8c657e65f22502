using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;

namespace LeadHeat.Tests.Core.Channels;

public sealed class ConversionPayloadTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_763_600_000);

    [Fact]
    public void Event_says_the_stage_and_of_the_person_hashes_only()
    {
        var payload = Encoding.UTF8.GetString(ConversionPayload.Of(LeadStatus.Qualified, At, "123123123123", " Joe@Example.com ", "+1 (555) 0100", "1:qualified", "TEST123"));

        // echo -n joe@example.com | sha256sum; echo -n 15550100 | sha256sum
        Assert.Equal("""
            {"data":[{"event_name":"Qualified","event_time":1763600000,"event_id":"1:qualified","action_source":"system_generated","user_data":{"lead_id":123123123123,"em":["2481f36dfc515ca76451aaadf1399026942a01ee50c6d0a61988b43cef039bc2"],"ph":["07e73d4c25449384f7c9ea83eb4802558df2a6ae9be7f6096fd4cb3a0debbaee"]},"custom_data":{"event_source":"crm","lead_event_source":"LeadHeat"}}],"test_event_code":"TEST123"}
            """, payload);
    }

    [Fact]
    public void What_is_not_known_of_the_person_is_not_said()
    {
        var payload = Encoding.UTF8.GetString(ConversionPayload.Of(LeadStatus.New, At, "123123123123", null, "", "1:new", null));

        Assert.Contains("\"user_data\":{\"lead_id\":123123123123}", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("test_event_code", payload, StringComparison.Ordinal);
    }
}
