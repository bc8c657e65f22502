using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

[Collection("channels")]
public sealed class SendingTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task While_Meta_leaves_one_message_unanswered_others_are_sent()
    {
        var (slow, others) = (ChannelsFixture.Number(), Enumerable.Range(0, 3).Select(_ => ChannelsFixture.Number()).ToArray());
        var held = fixture.Graph.Held[slow] = new(TaskCreationOptions.RunContinuationsAsynchronously);

        try
        {
            await WriteAsync(slow, "hello, do you have 2BHKs?");
            await Eventually.TrueAsync(() => fixture.Graph.SentTo(slow).Length == 1, Limit, () => "Meta was not asked");
            foreach (var other in others)
                await WriteAsync(other, "hello, do you have 3BHKs?");

            foreach (var other in others)
                await fixture.LeadOfAsync(other, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent);
            Assert.Equal(DeliveryState.Sending, Reply(await fixture.LeadOfAsync(slow))?.DeliveryStatus);
        }
        finally
        {
            held.SetResult();
        }

        await fixture.LeadOfAsync(slow, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent);
    }

    [Fact]
    public async Task Who_writes_to_another_of_our_numbers_is_answered_from_there_and_goes_on_with_the_conversation()
    {
        const string Another = "106540352242999";
        var number = ChannelsFixture.Number();

        await WriteAsync(number, "hello, do you have 2BHKs?");
        await SentFromAsync(number, WhatsApp.Account);
        await WriteAsync(number, "in Whitefield please", Another);
        await SentFromAsync(number, WhatsApp.Account, Another);
        await WriteAsync(number, "under 1.5 cr");
        await SentFromAsync(number, WhatsApp.Account, Another, WhatsApp.Account);

        Assert.Equal(3, (await fixture.LeadOfAsync(number)).Transcript.Items.Count(message => message.Author == MessageAuthor.Visitor));
    }

    private async Task WriteAsync(string number, string text, string account = WhatsApp.Account)
    {
        var message = $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{text}}}"}}""";
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, message, account)));
    }

    private Task SentFromAsync(string number, params string[] accounts) => Eventually.TrueAsync(
        () => fixture.Graph.SentFrom.TryGetValue(number, out var sent) && sent.SequenceEqual(accounts), Limit, () => $"sent from {string.Join(", ", fixture.Graph.SentFrom[number])}");

    private static MessageView? Reply(LeadDetail lead) => lead.Transcript.Items.FirstOrDefault(message => message.Author == MessageAuthor.Bot);
}
