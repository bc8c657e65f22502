using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>Numbers are given to other people: these find nothing of who had the number before.</summary>
[Collection("channels")]
public sealed class SecondHandNumberTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Number_that_its_person_left_begins_a_new_conversation()
    {
        var (number, next) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        var first = await SayAsync(number, "my budget is 2 Cr");
        await TellAsync(number, $$""","system":{"body":"changed","wa_id":"{{next}}","type":"user_changed_number"}""");

        var (stranger, same) = (await SayAsync(number, "who is this"), await SayAsync(next, "it is me"));

        Assert.NotEqual(first, stranger);
        Assert.Equal(first, same);
        Assert.DoesNotContain((await fixture.Team.GetLeadAsync(stranger)).Transcript.Items, message => message.Text.Contains("2 Cr", StringComparison.Ordinal));
        await StayApartAsync(first, stranger);
    }

    [Fact]
    public async Task Number_that_comes_with_another_id_is_another_person()
    {
        var number = ChannelsFixture.Number();
        var first = await SayAsync(number, "my budget is 2 Cr", "IN.1" + number);

        var stranger = await SayAsync(number, "hello", "IN.2" + number);

        Assert.NotEqual(first, stranger);
        Assert.Equal(first, await SayAsync(number: null, "it is me, without my number", "IN.1" + number));
        Assert.Equal(stranger, await SayAsync(number, "and me", "IN.2" + number));
        await StayApartAsync(first, stranger);
        Assert.Contains((await fixture.Team.GetLeadAsync(first)).Timeline, IsLost);
    }

    [Fact]
    public async Task Number_that_was_set_up_anew_begins_a_new_conversation_unless_an_id_tells_who_it_is()
    {
        var (number, known) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        var (first, withId) = (await SayAsync(number, "my budget is 2 Cr"), await SayAsync(known, "hello", "IN.1" + known));
        foreach (var each in (string[])[number, known])
            await TellAsync(each, ""","system":{"body":"new identity","identity":"q1w2","type":"user_identity_changed"}""");

        var stranger = await SayAsync(number, "who is this");
        Assert.NotEqual(first, stranger);
        Assert.Equal(withId, await SayAsync(known, "it is me on a new phone", "IN.1" + known));
        await StayApartAsync(first, stranger);
        Assert.Single((await fixture.Team.GetLeadAsync(first)).Timeline, IsLost);
        Assert.DoesNotContain((await fixture.Team.GetLeadAsync(withId)).Timeline, IsLost);
    }

    [Fact]
    public async Task Number_of_another_person_goes_with_who_has_it_now()
    {
        var (before, number) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        var (old, first) = (await SayAsync(number, "the number is mine", "IN.1" + number), await SayAsync(before, "hello", "IN.2" + number));
        await TellAsync(before, $$""","from_user_id":"IN.2{{number}}","system":{"body":"changed","wa_id":"{{number}}","user_id":"IN.3{{number}}","type":"user_changed_number"}""");

        Assert.Equal(first, await SayAsync(number, "it is me", "IN.3" + number));
        Assert.Equal(old, await SayAsync(number: null, "and me", "IN.1" + number));
        await StayApartAsync(old, first);
    }

    private async Task<Guid> SayAsync(string? number, string text, string? userId = null)
    {
        var id = WhatsApp.Id();
        var sender = string.Concat(number is null ? "" : $"\"from\":\"{number}\",", userId is null ? "" : $"\"from_user_id\":\"{userId}\",");
        var body = WhatsApp.Delivery(number ?? "", $$$"""{{{{sender}}}"id":"{{{id}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{text}}}"}}""");
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body));
        return (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value;
    }

    private async Task TellAsync(string number, string system)
    {
        var id = WhatsApp.Id();
        var body = WhatsApp.Delivery(number, $$$"""{"from":"{{{number}}}","id":"{{{id}}}","timestamp":"1749416384","type":"system"{{{system}}}}""");
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body));
        await fixture.EventAsync(id, InboundState.Done);
    }

    private static bool IsLost(ActivityView line) => line.Text.StartsWith("Somebody else may have this WhatsApp number", StringComparison.Ordinal);

    // Everybody who waits to be compared has been, and nobody found them to be one for certain.
    private async Task StayApartAsync(Guid one, Guid other)
    {
        await People.Talks.CheckedAsync(fixture, one);
        await People.Talks.CheckedAsync(fixture, other);
        LeadDetail[] leads = [await fixture.Team.GetLeadAsync(one), await fixture.Team.GetLeadAsync(other)];
        Assert.NotEqual(leads[0].Contact.Id, leads[1].Contact.Id);
        Assert.DoesNotContain((await fixture.Team.GetContactAsync(leads[0].Contact.Id)).Merges, merge => merge.Automatic);
    }
}
