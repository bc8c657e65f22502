using System.Net;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.EndToEnd;
using LeadHeat.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>A conversation whose number WhatsApp has given to somebody else: nobody is told that an answer was sent.</summary>
[Collection("channels")]
public sealed class OutOfReachTests(ChannelsFixture fixture, Chromium chromium)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Answer_to_a_number_that_was_given_up_is_refused_with_the_reason()
    {
        var lead = await GivenUpAsync();

        Assert.Contains("cannot be reached", (await fixture.Team.GetLeadAsync(lead)).OutOfReach, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.SendMessageAsync(lead, new SendMessage("are you there?", Guid.NewGuid().ToString())));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await fixture.Team.GetLeadAsync(lead)).Transcript.Items, message => message.Text == "are you there?");
    }

    [Fact]
    public async Task What_is_said_to_a_number_that_was_given_up_is_shown_as_failed()
    {
        var lead = await GivenUpAsync();

        await fixture.Team.ChangeHandlingAsync(lead, Handling.Human);

        MessageView? said = null;
        await Eventually.TrueAsync(
            async () => (said = (await fixture.Team.GetLeadAsync(lead)).Transcript.Items[^1]).DeliveryStatus == DeliveryState.Failed, Limit, () => $"it is {said}");
        Assert.Contains("cannot be reached", said!.DeliveryProblem, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ChangeHandlingAsync(lead, Handling.Bot));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task Next_step_of_who_is_out_of_reach_is_one_that_can_be_done()
    {
        var lead = await GivenUpAsync();
        var page = await TeamBrowser.SignInAsync(chromium, fixture.App, Screen.Desk);

        await page.OpenAsync(fixture.App, $"/leads/{lead}");

        await Expect(page.GetByTestId("next-step")).ToContainTextAsync("make sure that it is still theirs", new() { Timeout = (float)Limit.TotalMilliseconds });
        var recommended = await fixture.Team.GetRecommendationAsync(lead);
        Assert.Equal(LeadAction.Call, recommended.Action);
        Assert.Null(recommended.Question);
        await Expect(page.GetByTestId("next-step")).ToContainTextAsync(recommended.Text);
        await page.Context.DisposeAsync();
    }

    private async Task<Guid> GivenUpAsync()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "hello, do you have 2BHKs?")));
        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        var id = WhatsApp.Id();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, $$$"""
            {"from":"{{{number}}}","id":"{{{id}}}","timestamp":"1749416384","type":"system","system":{"body":"new identity","identity":"q1w2","type":"user_identity_changed"}}
            """));
        await fixture.EventAsync(id, InboundState.Done);
        Assert.Null(lead.OutOfReach);
        return lead.Id;
    }
}
