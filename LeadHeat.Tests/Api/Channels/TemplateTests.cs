using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

[Collection("channels")]
public sealed class TemplateTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Template_goes_out_after_24_hours_and_the_transcript_shows_its_words()
    {
        var (number, lead) = await WroteLongAgoAsync();
        await fixture.Team.SetTemplatesAsync(new([new("we_are_back", "en", "Hello {{1}}, the flat in {{2}} is free again.")]));
        Assert.True(lead.AnswerUntil < DateTimeOffset.UtcNow);

        var choice = new SendTemplate("we_are_back", "en", ["Asha", "Whitefield"], Guid.NewGuid().ToString());
        await fixture.Team.SendTemplateAsync(lead.Id, choice);
        var again = await fixture.Team.SendTemplateAsync(lead.Id, choice);

        var shown = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.Id == again.Id && message.DeliveryStatus == DeliveryState.Sent));
        Assert.Equal("Hello Asha, the flat in Whitefield is free again.", shown.Transcript.Items.Single(message => message.Author == MessageAuthor.Person).Text);
        var sent = Assert.Single(fixture.Graph.SentTo(number), body => body.GetProperty("type").GetString() == "template");
        Assert.Equal("we_are_back", sent.GetProperty("template").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Free_words_after_24_hours_fail_with_the_reason_and_are_sent_again_when_the_person_has_written()
    {
        var (number, lead) = await WroteLongAgoAsync();
        var message = await fixture.Team.SendMessageAsync(lead.Id, new SendMessage("Are you still looking?", Guid.NewGuid().ToString()));
        var failed = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(each => each.Id == message.Id && each.DeliveryStatus == DeliveryState.Failed));
        Assert.Contains("24 hours", failed.Transcript.Items.Single(each => each.Id == message.Id).DeliveryProblem, StringComparison.Ordinal);

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "hello again")));
        await fixture.LeadOfAsync(number, found => found.AnswerUntil > DateTimeOffset.UtcNow);
        await fixture.Team.ResendMessageAsync(lead.Id, message.Id);
        await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(each => each.Id == message.Id && each.DeliveryStatus == DeliveryState.Sent));

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.ResendMessageAsync(lead.Id, message.Id));
        Assert.Equal(409, (int)refused.Status);
        Assert.Single(fixture.Graph.SentTo(number), body => body.ToString().Contains("Are you still looking?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_four_hours_count_from_when_they_wrote_however_late_it_came()
    {
        var number = ChannelsFixture.Number();
        var wrote = DateTimeOffset.UtcNow.AddHours(-30);
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, $$$"""
            {"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"{{{wrote.ToUnixTimeSeconds()}}}","type":"text","text":{"body":"looking for a 2 bhk in Whitefield"}}
            """));

        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Failed));

        Assert.Equal(wrote.AddHours(24), lead.AnswerUntil!.Value, TimeSpan.FromSeconds(2));
        Assert.Contains("24 hours", lead.Transcript.Items.Single(message => message.DeliveryStatus == DeliveryState.Failed).DeliveryProblem, StringComparison.Ordinal);
        Assert.Empty(fixture.Graph.SentTo(number));
    }

    [Fact]
    public async Task List_of_templates_with_a_gap_or_a_wrong_name_is_refused()
    {
        foreach (var wrong in new[] { new WhatsAppTemplate("fine", "en", "{{2}}"), new WhatsAppTemplate("Not Fine", "en", "x"), new WhatsAppTemplate("fine", "english", "x") })
        {
            var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.SetTemplatesAsync(new([wrong])));
            Assert.Equal(400, (int)refused.Status);
        }
    }

    [Fact]
    public async Task Approved_templates_are_fetched_and_those_entered_by_hand_stay()
    {
        static string At(string name, string body, string status = "APPROVED", string more = "") => $$"""
            {"name":"{{name}}","language":"en","status":"{{status}}","category":"UTILITY","components":[{"type":"BODY","text":"{{body}}"}{{more}}],"id":"1"}
            """;
        await fixture.Team.SetTemplatesAsync(new([new("gone_at_meta", "en", "Old", FromMeta: true), new("by_hand", "en", "Mine"), new("visit", "en", "As it was", FromMeta: true)]));
        fixture.Graph.Templates[ChannelsFixture.AccountId] =
        [
            $$"""{{At("visit", "Hello {{first_name}}, see you on {{day}}.")}},{{At("rejected", "No", "REJECTED")}}""",
            $$"""{{At("with_picture", "Look", more: ",{\"type\":\"HEADER\",\"format\":\"IMAGE\"}")}},{{At("new_here", "Hello {{1}}")}}""",
        ];

        var fetched = await fixture.Team.FetchTemplatesAsync();

        Assert.Equal(
            [new("by_hand", "en", "Mine"), new("visit", "en", "Hello {{first_name}}, see you on {{day}}.", TemplateCategory.Utility, true), new("new_here", "en", "Hello {{1}}", TemplateCategory.Utility, true)],
            fetched.Items);
        Assert.Equal((true, 1), (fetched.CanFetch, fetched.Left));
    }

    [Fact]
    public async Task Names_of_variables_go_along_with_their_values()
    {
        var (number, lead) = await WroteLongAgoAsync();
        await fixture.Team.SetTemplatesAsync(new([new("named", "en", "Hello {{first_name}}, the flat in {{area}} is free.")]));

        await fixture.Team.SendTemplateAsync(lead.Id, new SendTemplate("named", "en", ["Asha", "Whitefield"], Guid.NewGuid().ToString()));

        await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message is { Text: "Hello Asha, the flat in Whitefield is free.", DeliveryStatus: DeliveryState.Sent }));
        var sent = Assert.Single(fixture.Graph.SentTo(number), body => body.GetProperty("type").GetString() == "template");
        Assert.Equal(
            """[{"type":"text","parameter_name":"first_name","text":"Asha"},{"type":"text","parameter_name":"area","text":"Whitefield"}]""",
            sent.GetProperty("template").GetProperty("components")[0].GetProperty("parameters").GetRawText());
    }

    [Fact]
    public async Task What_Meta_refuses_changes_no_template()
    {
        await fixture.Team.SetTemplatesAsync(new([new("kept", "en", "Stays", FromMeta: true)]));
        fixture.Graph.Templates.TryRemove(ChannelsFixture.AccountId, out _);

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.FetchTemplatesAsync());

        Assert.Equal(409, (int)refused.Status);
        Assert.Equal("kept", Assert.Single((await fixture.Team.GetTemplatesAsync()).Items).Name);
    }

    private async Task<(string Number, LeadDetail Lead)> WroteLongAgoAsync()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "looking for a 2 bhk in Whitefield")));
        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        await fixture.AgeAsync(lead.Id, TimeSpan.FromHours(25));
        return (number, await fixture.Team.GetLeadAsync(lead.Id));
    }
}
