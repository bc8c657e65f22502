using System.Globalization;
using System.Net;
using System.Text;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.People;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Privacy;

[Collection("channels")]
public sealed class DeletionTests(ChannelsFixture fixture)
{
    private readonly string _phrase = "marmalade " + Talks.Word();
    private readonly string _inFile = "telescope " + Talks.Word();
    private readonly string _inTask = "anvil " + Talks.Word();
    private readonly string _number = ChannelsFixture.Number();
    private readonly string _email = $"zuleika.{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task Person_who_is_erased_is_found_nowhere_and_the_receipt_counts_what_went()
    {
        var (lead, first) = await KnownEverywhereAsync();
        // The words are where they are looked for: what does not find them now proves nothing afterwards.
        var before = await FindAsync();
        foreach (var place in (string[])["messages.text", "inbound.body", "deliveries.body", "refused_bodies.body", "upload_errors.cells", "upload_pieces.bytes", "uploads.preview", "tasks.title", "turn_records.data", "contacts.email"])
            Assert.Contains(before, found => found.EndsWith(place, StringComparison.Ordinal));

        var deleted = await fixture.Team.DeletePersonAsync(lead.Contact.Id);
        Assert.Equal((HttpStatusCode)404, (await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.GetLeadAsync(lead.Id))).Status);
        Assert.Contains((await fixture.Team.GetErasuresAsync()).Waiting, waiting => waiting.ContactId == deleted.ContactId && waiting.Rows == deleted.Rows);
        var receipt = await fixture.Team.ErasePersonAsync(lead.Contact.Id);

        Assert.Equal([], await FindAsync());
        Assert.Empty((await fixture.Team.GetLeadsAsync(new LeadQuery(Text: _number))).Items);
        Assert.DoesNotContain((await fixture.Team.SearchKnowledgeAsync(new(_phrase))).Hits, hit => hit.Text.Contains(_phrase, StringComparison.Ordinal));
        foreach (var store in (string[])["postgres: contacts", "postgres: messages", "inbound archive: events", "inbound archive: deliveries", "inbound archive: refused deliveries", "uploads: files", "uploads: refused rows", "search index: leads"])
            Assert.True(receipt.Rows.GetValueOrDefault(store) > 0, $"{store} of {string.Join(", ", receipt.Rows)}");
        Assert.Contains((await fixture.Team.GetErasuresAsync()).Receipts, listed => listed.Id == receipt.Id);
        await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.RestorePersonAsync(lead.Contact.Id));

        await NothingOldBringsThemBackAsync(first);
        await TheyComeBackByThemselvesAsync();
    }

    [Fact]
    public async Task Person_who_is_restored_has_everything_again_to_the_last_byte()
    {
        var (lead, _) = await KnownEverywhereAsync();
        var before = await ExportAsync(lead.Contact.Id);

        await fixture.Team.DeletePersonAsync(lead.Contact.Id);
        Assert.Equal(0, await CountAsync($"select count(*) from messages where conversation_id = '{lead.Lead.ConversationId}'"));
        await fixture.Team.RestorePersonAsync(lead.Contact.Id);

        Assert.Equal(before, await ExportAsync(lead.Contact.Id));
        Assert.Equal(lead.Score, (await fixture.Team.GetLeadAsync(lead.Id)).Score);
        Assert.Empty((await fixture.Team.ReplayScoreAsync(lead.Id)).Differences);
        await SayAsync("are you still there?", DateTimeOffset.UtcNow);
        await fixture.LeadOfAsync(_number, found => found.Id == lead.Id && found.Transcript.Items.Any(message => message.Text == "are you still there?"));
    }

    [Fact]
    public async Task Export_holds_all_that_was_said_and_html_of_it_runs_nothing()
    {
        await SayAsync("<script>alert(1)</script> " + _phrase, DateTimeOffset.UtcNow);
        var lead = await fixture.LeadOfAsync(_number, found => found.Score is not null);

        var json = await ExportAsync(lead.Contact.Id);
        var html = await ExportAsync(lead.Contact.Id, "html");

        foreach (var table in (string[])["contacts", "leads", "lead_profiles", "conversations", "messages", "turns", "turn_records", "qualifications", "activities", "outgoing", "channel_identities", "inbound"])
            Assert.Contains($"\"{table}\"", json, StringComparison.Ordinal);
        Assert.Contains("phone_number_id", json, StringComparison.Ordinal);
        Assert.Contains(_phrase, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(LeadDetail Lead, string First)> KnownEverywhereAsync()
    {
        var first = await SayAsync($"2 bhk in Whitefield with a {_phrase}, write to {_email}", DateTimeOffset.UtcNow.AddSeconds(-5));
        // The same delivery twice: of the second one nothing is an event.
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, first);
        // And once as nobody is let in.
        Assert.Equal(401, await fixture.DeliverAsync(Routes.WhatsAppWebhook, first, signature: null));
        var lead = await fixture.LeadOfAsync(_number, found => found.Contact.Email == _email && found.Transcript.Items.Any(message => message.DeliveryStatus == DeliveryState.Sent));
        await fixture.Team.AddTaskAsync(lead.Id, new AddTask($"Show the {_inTask}"));
        await EndAsync(await UploadAsync($"name,email,beds,notes\nZuleika,{_email},many rooms,{_inFile}\nOther,other.{Talks.Word()}@example.com,2,x\n", start: true));
        await UploadAsync($"wer,Adresse\nZuleika,{_email}\n", start: false);
        return (await fixture.Team.GetLeadAsync(lead.Id), first);
    }

    private async Task NothingOldBringsThemBackAsync(string delivery)
    {
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, delivery);
        await SayAsync($"one more {_phrase}", DateTimeOffset.UtcNow.AddMinutes(-10));
        var file = await EndAsync(await UploadAsync($"name,email\nZuleika,{_email}\nNext,next.{Talks.Word()}@example.com\n", start: true));

        Assert.Equal((1L, 1L), (file.RowsOk, file.RowsRejected));
        await Eventually.TrueAsync(async () => (await fixture.Team.GetInboundCountsAsync()).Pending == 0, TimeSpan.FromSeconds(60), () => "events wait");
        await Eventually.TrueAsync(async () => (await FindAsync(_number, _phrase)).Count == 0, TimeSpan.FromSeconds(60), () => "somebody is back");
        Assert.Empty((await fixture.Team.GetLeadsAsync(new LeadQuery(Text: _number))).Items);
    }

    private async Task TheyComeBackByThemselvesAsync()
    {
        await SayAsync("it is me again", DateTimeOffset.UtcNow.AddSeconds(2));

        var lead = await fixture.LeadOfAsync(_number);
        Assert.DoesNotContain(lead.Transcript.Items, message => message.Text.Contains(_phrase, StringComparison.Ordinal));
    }

    private async Task<string> SayAsync(string text, DateTimeOffset at)
    {
        var delivery = WhatsApp.Delivery(_number, $$$"""
            {"from":"{{{_number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"{{{at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}}}","type":"text","text":{"body":"{{{text}}}"}}
            """);
        Assert.Equal(200, await fixture.DeliverAsync(Routes.WhatsAppWebhook, delivery));
        return delivery;
    }

    private Task<List<string>> FindAsync() => FindAsync(_number, _email, _phrase, _inFile, _inTask);

    private Task<List<string>> FindAsync(params string[] words) => Stores.FindAsync(fixture.App, words);

    private async Task<UploadView> UploadAsync(string text, bool start)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await fixture.Team.UploadAsync("people.csv", file, OnDuplicate.Separate, "real-estate", start);
    }

    private async Task<UploadView> EndAsync(UploadView upload)
    {
        await Eventually.TrueAsync(
            async () => (upload = await fixture.Team.GetUploadAsync(upload.Id)).State is not UploadState.Importing, TimeSpan.FromSeconds(60), () => $"it is {upload.State}");
        return upload;
    }

    private async Task<int> CountAsync(string sql) => int.Parse((await Psql.RunAsync(fixture.App, sql))!, CultureInfo.InvariantCulture);

    private async Task<string> ExportAsync(Guid contactId, string format = "json")
    {
        using var http = Clients.Http(fixture.App, fixture.App.AdminKey);
        var text = await http.GetStringAsync($"{Routes.Contact(contactId)}/export?format={format}");
        return string.Join('\n', text.Split('\n').Where(line => !line.Contains("exportedAt", StringComparison.Ordinal)));
    }
}
