using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Faults;

namespace LeadHeat.Tests.Api.Channels;

[Collection("channels")]
public sealed class WebhookTests(ChannelsFixture fixture)
{
    [Theory]
    [InlineData(Routes.WhatsAppWebhook)]
    [InlineData(Routes.LeadAdsWebhook)]
    public async Task Handshake_gives_the_bare_challenge_to_who_knows_the_token(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(fixture.App.ApiUrl) };
        using var right = await http.GetAsync($"{path}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={ChannelsFixture.VerifyToken}");
        using var wrong = await http.GetAsync($"{path}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x");
        using var mode = await http.GetAsync($"{path}?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token={ChannelsFixture.VerifyToken}");

        Assert.Equal("1158201444", await right.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", right.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (wrong.StatusCode, mode.StatusCode));
    }

    [Fact]
    public async Task Handshake_is_closed_while_no_token_is_set()
    {
        await using var unset = await SecondApi.StartAsync(
            fixture.App, fixture.App.ServiceConnectionString("leadsdb"), fixture.App.ConnectionString("redis"), new(fixture.Settings) { ["Meta__VerifyToken"] = "" });
        using var http = new HttpClient { BaseAddress = new Uri(unset.Url) };

        foreach (var token in (string[])["", "&hub.verify_token=", "&hub.verify_token=x"])
        {
            using var answer = await http.GetAsync($"{Routes.WhatsAppWebhook}?hub.mode=subscribe&hub.challenge=1158201444{token}");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Forged_delivery_is_refused_counted_and_leaves_nothing()
    {
        var (number, before) = (ChannelsFixture.Number(), await fixture.Team.GetInboundCountsAsync());
        var body = WhatsApp.Messages(number, (WhatsApp.Id(), "forged é"));
        var right = MetaSignature.Of(Encoding.UTF8.GetBytes(body), ChannelsFixture.Secret);
        string?[] forged = [null, right["sha256=".Length..], MetaSignature.Of(Encoding.UTF8.GetBytes(body), "another"), MetaSignature.Of([1], ChannelsFixture.Secret)];

        foreach (var signature in forged)
            Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, signature));

        var (sha1, written) = ("sha1=" + right["sha256=".Length..][..40], body.Replace("é", "\\u00e9", StringComparison.Ordinal));
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body, sha1));
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, written, right));
        Assert.Equal(before.Refused + forged.Length + 2, (await fixture.Team.GetInboundCountsAsync()).Refused);
        Assert.Empty((await fixture.Team.GetLeadsAsync(new LeadQuery(Text: number))).Items);
    }

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task Ten_messages_of_a_new_person_at_once_each_five_times_are_one_conversation_of_ten()
    {
        var number = ChannelsFixture.Number();
        var ids = Enumerable.Range(0, 10).Select(_ => WhatsApp.Id()).ToArray();
        var bodies = ids.Select((id, i) => WhatsApp.Messages(number, (id, $"album {i}"))).ToArray();

        var answers = await Task.WhenAll(Enumerable.Repeat(bodies, 5).SelectMany(each => each).Select(body => fixture.DeliverAsync(Routes.WhatsAppWebhook, body)));

        Assert.All(answers, status => Assert.Equal(200, status));
        var lead = await fixture.LeadOfAsync(number, lead => Said(lead).Length >= 10);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"album {i}").Order(), Said(lead).Order());
        Assert.Equal(($"Person {number}", "+" + number, LeadSource.Whatsapp), (lead.Contact.Name, lead.Contact.Phone, lead.Lead.Source));
        Assert.Equal(FactSource.Channel, lead.Facts.Single(fact => fact.Field == FactFields.Phone).SetBy);
        await IntakeLedger.DecideAsync(fixture.App, ids, fault: "ten messages of a new person at once, each five times");
    }

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task Poisoned_message_of_a_batch_is_quarantined_and_costs_its_neighbours_nothing()
    {
        var (number, poisoned) = (ChannelsFixture.Number(), WhatsApp.Id());
        var ids = Enumerable.Range(0, 10).Select(_ => WhatsApp.Id()).ToArray();
        string Text(int i) => $$$"""{"from":"{{{number}}}","id":"{{{ids[i]}}}","timestamp":"1","type":"text","text":{"body":"batch {{{i}}}"}}""";
        var messages = Enumerable.Range(0, 5).Select(Text)
            .Append($$$"""{"from":"{{{number}}}","id":"{{{poisoned}}}","timestamp":"yesterday","type":"text","text":["not",{"an":"object"}]}""")
            .Concat(Enumerable.Range(5, 5).Select(Text));

        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, string.Join(',', messages))));

        var lead = await fixture.LeadOfAsync(number, lead => Said(lead).Length >= 10);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"batch {i}"), Said(lead));
        var quarantined = await fixture.EventAsync(poisoned, InboundState.Quarantined);
        Assert.Equal("The text message has no text.", quarantined.Failure);
        var kept = await fixture.Team.GetInboundAsync(quarantined.Id);
        Assert.Contains("yesterday", kept.Body, StringComparison.Ordinal);
        Assert.Equal((DeliveryVerdict.Verified, MetaSignature.MarkOf(ChannelsFixture.Secret)), (kept.Verdict, kept.SignedBy));
        await fixture.Team.ReplayInboundAsync(quarantined.Id);
        await fixture.EventAsync(poisoned, InboundState.Quarantined);
        await IntakeLedger.DecideAsync(fixture.App, [.. ids, poisoned], dead: 1, "a batch with a poisoned message", outOfOrder: 0);
    }

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task Thousand_reports_with_a_poisoned_one_among_them_cost_nothing_but_that_one()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hi, looking for a 2BHK in Whitefield under 2 Cr")));
        var reply = Reply(await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent))!;
        var poisoned = WhatsApp.Id();
        string[] others = [.. Enumerable.Range(0, 997).Select(_ => WhatsApp.OneStatus(WhatsApp.Id(), "delivered"))];
        IEnumerable<string> reports =
        [
            WhatsApp.OneStatus(reply.ChannelMessageId!, "delivered"), .. others[..500], $$$"""{"id":"{{{poisoned}}}","status":["delivered"],"timestamp":{}}""",
            .. others[500..], WhatsApp.OneStatus(reply.ChannelMessageId!, "read"),
        ];

        var began = Stopwatch.GetTimestamp();
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Statuses(reports)));

        await fixture.EventAsync($"{reply.ChannelMessageId}:read", InboundState.Done);
        await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Read);
        await QuarantinedAsync(poisoned);
        await ReportsAsync("a thousand reports with a poisoned one", others.Select(each => each.Split('"')[3] + ":delivered"), outOfOrder: null, dead: 1, began);
    }

    [Theory]
    [InlineData("not json SOME")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"flows","value":{"event":"SOME"}}]}]}""")]
    public async Task Unknown_shape_is_acknowledged_and_shown(string body)
    {
        var mark = Guid.NewGuid().ToString();

        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, body.Replace("SOME", mark, StringComparison.Ordinal)));

        await QuarantinedAsync(mark);
    }

    [Fact]
    public async Task What_comes_to_the_wrong_address_says_which_is_the_right_one()
    {
        var (lead, message) = (LeadAdsTests.Id(), WhatsApp.Id());

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, LeadAdsTests.Delivery(lead));
        await fixture.DeliverAsync(Routes.LeadAdsWebhook, WhatsApp.Messages(ChannelsFixture.Number(), (message, "hello")));

        Assert.Contains(Routes.LeadAdsWebhook, (await fixture.EventAsync(lead, InboundState.Quarantined)).Failure, StringComparison.Ordinal);
        Assert.Contains(Routes.WhatsAppWebhook, (await fixture.EventAsync(message, InboundState.Quarantined)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shape_that_an_update_knows_comes_in_when_it_is_tried_again()
    {
        var (mark, message) = (Guid.NewGuid().ToString(), WhatsApp.Id());
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, $$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"new_things","value":{"event":"{{{mark}}}"}}]}]}""");
        var unread = await QuarantinedAsync(mark);
        // An update cannot be had here: the delivery becomes one that this version knows.
        using (var keys = new SealedFields(Path.Combine(fixture.App.Data, "keys", "api")))
        {
            var known = Convert.ToHexString(keys.Seal(Encoding.UTF8.GetBytes(WhatsApp.Messages(ChannelsFixture.Number(), (message, "hello from a new shape")))));
            await Psql.RunAsync(fixture.App, $"update deliveries set body = decode('{known}', 'hex') where id = (select delivery_id from inbound where id = '{unread.Id}')");
        }

        await fixture.Team.ReplayInboundAsync(unread.Id);

        Assert.NotNull((await fixture.EventAsync(message, InboundState.Done)).LeadId);
        Assert.Empty((await fixture.Team.GetInboundAsync(unread.ExternalId)).Items);
    }

    [Fact]
    public async Task Ad_that_brought_somebody_to_WhatsApp_stays_with_the_lead()
    {
        var number = ChannelsFixture.Number();
        string Tapped(string ad) => $$$"""
            {"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"text","text":{"body":"Hi, a 2BHK in Whitefield"},
            "referral":{"source_url":"https://fb.me/{{{ad}}}","source_id":"{{{ad}}}","source_type":"ad","headline":"Homes {{{ad}}}","ctwa_clid":"click-{{{ad}}}"}}
            """;

        foreach (var ad in (string[])["one", "two"])
            await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, Tapped(ad)));

        var lead = await fixture.LeadOfAsync(number, found => found.Transcript.Items.Count(message => message.Author == MessageAuthor.Visitor) == 2 && found.Origin is not null);
        Assert.Equal(
            new Dictionary<string, string> { ["headline"] = "Homes one", ["ad"] = "one", ["link"] = "https://fb.me/one", ["ctwa_clid"] = "click-one" }, lead.Origin);
        Assert.Contains(lead.Timeline, line => line.Text == "Came from an ad: Homes one");
    }

    [Fact]
    public async Task What_is_sent_besides_words_stands_on_the_lead()
    {
        var (number, stranger) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hi, looking for a 2BHK in Whitefield under 2 Cr")));
        var reply = Reply(await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent))!;
        string Sent(string type, string content) => $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"{{{type}}}","{{{type}}}":{{{content}}}}""";
        var place = Sent("location", """{"latitude":12.9352,"longitude":77.7338}""");
        var card = Sent("contacts", """[{"name":{"formatted_name":"Ravi Rao"},"phones":[{"phone":"+91 98123 45678"}]}]""");
        var liked = Sent("reaction", $$$"""{"message_id":"{{{reply.ChannelMessageId}}}","emoji":"👍"}""");

        foreach (var time in (int[])[1, 2])
            Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, $"{place},{card},{liked}")));

        string[] notes = ["Sent a place: 12.9352, 77.7338", "Sent a contact card: Ravi Rao, +91 98123 45678", "Reacted with 👍 to “"];
        var lead = await fixture.LeadOfAsync(number, found => notes.All(note => found.Timeline.Any(line => line.Text.StartsWith(note, StringComparison.Ordinal))));
        Assert.All(notes, note => Assert.Single(lead.Timeline, line => line.Text.StartsWith(note, StringComparison.Ordinal)));
        Assert.Equal("+" + number, lead.Contact.Phone);

        var first = WhatsApp.Id();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(stranger, $$$"""{"from":"{{{stranger}}}","id":"{{{first}}}","timestamp":"1749416383","type":"unsupported"}"""));
        Assert.NotNull((await fixture.EventAsync(first, InboundState.Done)).LeadId);
    }

    [Fact]
    public async Task Person_whose_number_WhatsApp_keeps_to_itself_is_answered()
    {
        var (user, id) = ($"IN.{Guid.NewGuid():N}", WhatsApp.Id());

        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.OfUser(user, id, "Hi, looking for a 2BHK in Whitefield under 2 Cr"));

        var leadId = (await fixture.EventAsync(id, InboundState.Done)).LeadId!.Value;
        LeadDetail? lead = null;
        await Eventually.TrueAsync(
            async () => Reply(lead = await fixture.Team.GetLeadAsync(leadId))?.DeliveryStatus == DeliveryState.Sent, TimeSpan.FromSeconds(90),
            () => string.Join('\n', lead!.Transcript.Items));
        var sent = Assert.Single(fixture.Graph.SentTo(user));
        Assert.Equal((user, false), (sent.GetProperty("recipient").GetString(), sent.TryGetProperty("to", out _)));
        Assert.Null(lead!.Contact.Phone);
    }

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task Bot_answers_on_WhatsApp_and_its_reply_only_moves_forward()
    {
        var number = ChannelsFixture.Number();
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hi, looking for a 2BHK in Whitefield under 2 Cr")));

        var lead = await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent);
        var reply = Reply(lead)!;
        var sent = Assert.Single(fixture.Graph.SentTo(number));
        Assert.Equal($"lh:msg:{reply.Id}", sent.GetProperty("biz_opaque_callback_data").GetString());
        Assert.Contains(reply.Text[..20], sent.GetRawText().Replace("\\u2019", "’", StringComparison.Ordinal), StringComparison.Ordinal);
        var began = Stopwatch.GetTimestamp();
        foreach (var state in (string[])["read", "delivered", "sent", "read"])
            await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Status(reply.ChannelMessageId!, state));

        lead = await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Read);
        await fixture.EventAsync($"{reply.ChannelMessageId}:sent", InboundState.Done);
        Assert.Equal(DeliveryState.Read, Reply(await fixture.LeadOfAsync(number))!.DeliveryStatus);
        await ReportsAsync("reports doubled and in another order", new[] { "read", "delivered", "sent" }.Select(state => $"{reply.ChannelMessageId}:{state}"), outOfOrder: 0, dead: 0, began);
    }

    [Fact]
    public async Task What_cannot_be_sent_says_why_and_what_passes_later_is_sent_once()
    {
        var (refused, slow) = (ChannelsFixture.Number(), ChannelsFixture.Number());
        fixture.Graph.Trouble[refused] = new([(400, 131047)]);
        fixture.Graph.Trouble[slow] = new([(429, 4), (503, 2)]);

        foreach (var number in (string[])[refused, slow])
            await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hello, 2BHK in Whitefield please")));

        var failed = Reply(await fixture.LeadOfAsync(refused, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Failed))!;
        Assert.Equal("More than 24 hours have passed since their last message. Send a template instead.", failed.DeliveryProblem);
        await fixture.LeadOfAsync(slow, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Sent);
        Assert.Single(fixture.Graph.SentTo(slow));
    }

    [Fact]
    public async Task Sending_that_was_cut_off_is_not_repeated_and_its_report_still_finds_it()
    {
        var number = ChannelsFixture.Number();
        fixture.Graph.Trouble[number] = new([(0, -1)]);
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hello, 2BHK in Whitefield please")));
        var reply = Reply(await fixture.LeadOfAsync(number, lead => fixture.Graph.SentTo(number).Length > 0 && Reply(lead)?.DeliveryStatus == DeliveryState.Sending))!;

        await fixture.DeliverAsync(
            Routes.WhatsAppWebhook, WhatsApp.Status(WhatsApp.Id(), "delivered", $",\"biz_opaque_callback_data\":\"lh:msg:{reply.Id}\""));

        await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Delivered);
        Assert.Single(fixture.Graph.SentTo(number));
    }

    [Fact]
    public async Task Message_that_was_given_up_has_arrived_when_WhatsApp_says_so()
    {
        var number = ChannelsFixture.Number();
        fixture.Graph.Trouble[number] = new([(0, -1)]);
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Messages(number, (WhatsApp.Id(), "Hello, 2BHK in Whitefield please")));
        var reply = Reply(await fixture.LeadOfAsync(number, lead => fixture.Graph.SentTo(number).Length > 0 && Reply(lead)?.DeliveryStatus == DeliveryState.Sending))!;
        await AppHost.Psql.RunAsync(fixture.App, $"update outgoing set next_at = now() - interval '1 second' where message_id = '{reply.Id}'");
        await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Failed);

        await fixture.DeliverAsync(
            Routes.WhatsAppWebhook, WhatsApp.Status(WhatsApp.Id(), "delivered", $",\"biz_opaque_callback_data\":\"lh:msg:{reply.Id}\""));

        var arrived = Reply(await fixture.LeadOfAsync(number, lead => Reply(lead)?.DeliveryStatus == DeliveryState.Delivered))!;
        Assert.Null(arrived.DeliveryProblem);
    }

    // Each report that was acknowledged is stored; the unique key keeps it from being stored twice.
    private async Task ReportsAsync(string fault, IEnumerable<string> reports, int? outOfOrder, int dead, long began)
    {
        string[] ids = [.. reports];
        var list = string.Join(',', ids.Select(id => $"'{id}'"));
        var stored = int.Parse((await Psql.RunAsync(fixture.App, $"select count(*) from inbound where channel = 'whatsapp' and external_id in ({list})"))!, CultureInfo.InvariantCulture);
        await FaultLedger.NoteAsync(FaultLedger.Line(
            fault, ids.Length + dead, ids.Length - stored, 0, outOfOrder, 0, dead, Stopwatch.GetElapsedTime(began).TotalSeconds));
        Assert.Equal(ids.Length, stored);
    }

    private async Task<InboundItem> QuarantinedAsync(string mark)
    {
        InboundItem? found = null;
        await Eventually.TrueAsync(
            async () =>
            {
                foreach (var item in (await fixture.Team.GetInboundAsync(state: InboundState.Quarantined)).Items)
                {
                    if ((await fixture.Team.GetInboundAsync(item.Id)).Body.Contains(mark, StringComparison.Ordinal))
                        found = item;
                }

                return found is not null;
            }, TimeSpan.FromSeconds(90), () => "not quarantined");
        return found!;
    }

    private static string[] Said(LeadDetail lead) =>
        [.. lead.Transcript.Items.Where(message => message.Author == MessageAuthor.Visitor).Select(message => message.Text)];

    private static MessageView? Reply(LeadDetail lead) => lead.Transcript.Items.FirstOrDefault(message => message.Author == MessageAuthor.Bot);
}
