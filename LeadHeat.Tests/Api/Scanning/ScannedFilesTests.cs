using System.Text;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Scanning;

/// <summary>Every file from outside goes by the scanner before anybody sees it.</summary>
[Collection("channels")]
public sealed class ScannedFilesTests(ChannelsFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string _mark = $"s{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task Infected_files_are_refused_by_name_and_nothing_of_them_is_kept()
    {
        var csv = await Assert.ThrowsAsync<LeadHeatException>(() => UploadAsync($"name,email\nAnn {FakeClamd.Virus},{_mark}@example.com\n"));
        var document = await Assert.ThrowsAsync<LeadHeatException>(() => AddDocumentAsync($"# Pets\n\n{FakeClamd.Virus}"));

        Assert.Contains("Test-Virus", csv.Message, StringComparison.Ordinal);
        Assert.Contains("Test-Virus", document.Why, StringComparison.Ordinal);
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from upload_pieces where position('{_mark}' in encode(bytes, 'escape')) > 0"));
        Assert.Empty((await fixture.Team.GetDocumentsAsync(_mark)).Items);
    }

    [Fact]
    public async Task A_file_that_comes_while_the_scanner_is_away_is_kept_and_shown_to_nobody_until_it_is_back()
    {
        fixture.Clamd.Mood = ClamdMood.Away;
        UploadView clean, infected;
        LeadHeatException document;
        try
        {
            clean = await UploadAsync($"name,email\nAnn,{_mark}@example.com\n");
            infected = await UploadAsync($"name,email\nBea {FakeClamd.Virus},bea.{_mark}@example.com\n");
            document = await Assert.ThrowsAsync<LeadHeatException>(() => AddDocumentAsync("# Pets\n\nAre welcome."));
        }
        finally
        {
            fixture.Clamd.Mood = ClamdMood.Well;
        }

        Assert.All([clean, infected], upload => Assert.Equal((UploadState.Unscanned, 0, 0), (upload.State, upload.Preview.Count, upload.Mapping.Count)));
        Assert.Equal(503, (int)document.Status);
        await Eventually.TrueAsync(
            async () => (await fixture.Team.GetUploadAsync(clean.Id)).State == UploadState.Done && (await fixture.Team.GetUploadAsync(infected.Id)).State == UploadState.Rejected,
            Patience, () => "they still wait");
        Assert.Equal($"{_mark}@example.com", (await fixture.Team.GetLeadAsync(Assert.Single((await fixture.Team.GetLeadsAsync(new LeadQuery(Text: _mark))).Items).Id)).Contact?.Email);
        Assert.Contains("Test-Virus", (await fixture.Team.GetUploadAsync(infected.Id)).Reason, StringComparison.Ordinal);
        Assert.Equal("0", await Psql.RunAsync(fixture.App, $"select count(*) from upload_pieces where upload_id = '{infected.Id}'"));
    }

    [Fact]
    public async Task What_somebody_sent_on_WhatsApp_is_scanned_before_it_is_shown()
    {
        var (number, photo, bad) = (ChannelsFixture.Number(), $"photo{Guid.NewGuid():N}", $"bad{Guid.NewGuid():N}");
        fixture.Graph.Files[photo] = ([0xFF, 0xD8, 0xFF, 7], "image/jpeg");
        fixture.Graph.Files[bad] = (Encoding.ASCII.GetBytes(FakeClamd.Virus), "application/pdf");
        foreach (var name in (string[])[photo, bad])
            fixture.Graph.Leads[name] = $$"""{"id":"{{name}}","url":"{{fixture.Graph.FileUrl(name)}}"}""";
        string Sent(string name) => $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"document","document":{"id":"{{{name}}}","filename":"{{{name}}}.x"}}""";
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, $"{Sent(photo)},{Sent(bad)}"));
        var lead = await fixture.LeadOfAsync(number, found => found.Timeline.Count(line => line.Kind == ActivityKind.Media) == 2);
        string PathOf(string name) => LeadHeatClient.MediaPath(lead.Id, lead.Timeline.Single(line => line.Text.EndsWith($": {name}.x", StringComparison.Ordinal)).Id);

        using var shown = await fixture.Team.DownloadAsync(PathOf(photo));
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.DownloadAsync(PathOf(bad)));
        fixture.Clamd.Mood = ClamdMood.Away;
        var unseen = await Assert.ThrowsAsync<LeadHeatException>(() => fixture.Team.DownloadAsync(PathOf(photo)));
        fixture.Clamd.Mood = ClamdMood.Well;

        Assert.Equal([0xFF, 0xD8, 0xFF, 7], await shown.Content.ReadAsByteArrayAsync());
        Assert.Contains("Test-Virus", refused.Message, StringComparison.Ordinal);
        Assert.Equal(503, (int)unseen.Status);
    }

    private Task<UploadView> UploadAsync(string text) => fixture.Team.UploadAsync($"{_mark}.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private Task<KnowledgeDocument> AddDocumentAsync(string text) => fixture.Team.AddDocumentAsync(_mark, "rules", "pets.md", new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
