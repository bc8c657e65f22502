using System.Net;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using Npgsql;

namespace LeadHeat.Tests.Api.Privacy;

[Collection("channels")]
public sealed class ConsentTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Who_writes_stop_gets_nothing_from_anybody_until_they_write_start()
    {
        var number = ChannelsFixture.Number();
        await fixture.Team.SetTemplatesAsync(new([new("we_are_back", "en", "Hello {{1}}")]));
        var lead = await SaidAsync(number, "2 bhk in Whitefield", found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        var sent = fixture.Graph.SentTo(number).Length;

        var silent = await SaidAsync(number, "Stop.", found => found.Silence is not null);
        Assert.Equal(("Stop.", "whatsapp", false), (silent.Silence!.Words, silent.Silence.Source, silent.Silence.Granted));
        Assert.Equal([ConsentPurposes.Marketing, ConsentPurposes.Messages], (await fixture.Team.GetConsentsAsync(lead.Contact.Id)).Withdrawn);
        await Refused(() => fixture.Team.SendMessageAsync(lead.Id, new SendMessage("But wait", Guid.NewGuid().ToString())));
        await Refused(() => fixture.Team.SendTemplateAsync(lead.Id, new SendTemplate("we_are_back", "en", ["you"], Guid.NewGuid().ToString())));
        await Refused(() => fixture.Team.ChangeHandlingAsync(lead.Id, Handling.Bot, silent.Owner!.Version));
        await SaidAsync(number, "and leave me alone", found => found.Transcript.Items.Any(message => message.Text == "and leave me alone"));
        Assert.Equal(sent, fixture.Graph.SentTo(number).Length);

        var back = await SaidAsync(number, "START", found => found.Silence is null && found.Transcript.Items[^1].Author == MessageAuthor.Bot);
        Assert.Equal([ConsentPurposes.Marketing], (await fixture.Team.GetConsentsAsync(lead.Contact.Id)).Withdrawn);
        Assert.Equal(Handling.Bot, back.Lead.Handling);
        await fixture.Team.SendMessageAsync(lead.Id, new SendMessage("Good to have you back", Guid.NewGuid().ToString(), back.Owner!.Version));
        await Refused(() => fixture.Team.SendTemplateAsync(lead.Id, new SendTemplate("we_are_back", "en", ["you"], Guid.NewGuid().ToString())));
    }

    [Fact]
    public async Task Somebody_whose_first_word_is_stop_is_not_answered()
    {
        var number = ChannelsFixture.Number();

        var lead = await SaidAsync(number, "STOP", found => found.Silence is not null);

        Assert.Equal(Handling.Human, lead.Lead.Handling);
        Assert.Empty(fixture.Graph.SentTo(number));
    }

    [Fact]
    public async Task Stop_within_a_sentence_is_talk()
    {
        var number = ChannelsFixture.Number();

        var lead = await SaidAsync(number, "can I stop by tomorrow?", found => found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));

        Assert.Null(lead.Silence);
    }

    [Fact]
    public async Task Box_of_the_chat_is_noted_once_with_its_words_and_the_ledger_never_changes()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var tick = new RecordConsent(ConsentPurposes.Marketing, true, "Send me offers by e-mail", "box-1");
        var web = fixture.App.Service();
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<LeadHeatException>(() => web.RecordVisitorConsentAsync(visitor.SessionId, tick))).Status);
        await visitor.SayAsync("hello");

        await web.RecordVisitorConsentAsync(visitor.SessionId, tick);
        await web.RecordVisitorConsentAsync(visitor.SessionId, tick);

        var lead = await fixture.Team.GetLeadAsync(await visitor.LeadIdAsync());
        var ledger = await fixture.Team.GetConsentsAsync(lead.Contact.Id);
        Assert.Equal(("web", "Send me offers by e-mail", true), (Assert.Single(ledger.Items).Source, ledger.Items[0].Words, ledger.Items[0].Granted));
        await fixture.Team.RecordConsentAsync(lead.Contact.Id, new RecordConsent(ConsentPurposes.Marketing, false, "Told me on the phone"));
        ledger = await fixture.Team.GetConsentsAsync(lead.Contact.Id);
        Assert.Equal([ConsentPurposes.Marketing], ledger.Withdrawn);
        foreach (var change in (string[])["update consents set granted = true", "delete from consents"])
            await Assert.ThrowsAsync<PostgresException>(() => Psql.RunAsync(fixture.App, $"{change} where contact_id = '{lead.Contact.Id}'"));
    }

    [Theory]
    [InlineData("stop messaging me")]
    [InlineData("please don't contact me again")]
    [InlineData("unsubscribe")]
    public async Task Who_asks_in_a_web_chat_to_be_left_alone_takes_back_both_purposes_and_a_person_is_called(string wish)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync("2 bhk in Whitefield");

        await visitor.SayAsync(wish, "wish-1");
        await visitor.SayAsync(wish, "wish-1");

        var lead = await fixture.Team.GetLeadAsync(await visitor.LeadIdAsync());
        var ledger = await fixture.Team.GetConsentsAsync(lead.Contact.Id);
        Assert.Equal([ConsentPurposes.Marketing, ConsentPurposes.Messages], ledger.Withdrawn);
        Assert.All(ledger.Items, line => Assert.Equal(("web", wish, false), (line.Source, line.Words, line.Granted)));
        Assert.Equal(2, ledger.Items.Count);
        Assert.Equal("1", await visitor.AskAsync("select count(*) from activities a join conversations c on c.lead_id = a.lead_id where c.id = '{0}' and a.text = 'Wants no more messages'"));
        Assert.Equal(Handling.Queued, lead.Lead.Handling);
    }

    [Fact]
    public async Task Another_time_or_way_in_a_web_chat_takes_nothing_back()
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);

        await visitor.SayAsync("don't contact me before six, I'm at work");

        Assert.Empty((await fixture.Team.GetConsentsAsync((await fixture.Team.GetLeadAsync(await visitor.LeadIdAsync())).Contact.Id)).Items);
    }

    private async Task<LeadDetail> SaidAsync(string number, string text, Func<LeadDetail, bool> holds)
    {
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), text)));
        return await fixture.LeadOfAsync(number, holds);
    }

    private static async Task Refused(Func<Task> send) =>
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<LeadHeatException>(send)).Status);
}
