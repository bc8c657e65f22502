using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>What people send besides words can be opened from their lead.</summary>
[Collection("channels")]
public sealed class MediaTests(ChannelsFixture fixture)
{
    [Fact]
    public async Task Photo_is_fetched_when_somebody_opens_it_and_page_code_stays_a_file()
    {
        var (number, photo, page, away) = (ChannelsFixture.Number(), $"photo{Guid.NewGuid():N}", $"page{Guid.NewGuid():N}", $"away{Guid.NewGuid():N}");
        fixture.Graph.Files[photo] = ([0xFF, 0xD8, 0xFF, 7], "image/jpeg");
        fixture.Graph.Files[page] = ("<script>alert(1)</script>"u8.ToArray(), "text/html");
        foreach (var name in (string[])[photo, page])
            fixture.Graph.Leads[name] = $$"""{"id":"{{name}}","url":"{{fixture.Graph.FileUrl(name)}}"}""";
        fixture.Graph.Leads[away] = $$"""{"id":"{{away}}","url":"https://evil.example/{{away}}"}""";
        string Sent(string type, string name) => $$$"""{"from":"{{{number}}}","id":"{{{WhatsApp.Id()}}}","timestamp":"1749416383","type":"{{{type}}}","{{{type}}}":{"id":"{{{name}}}","filename":"{{{name}}}.x"}}""";
        await fixture.DeliverAsync(Routes.WhatsAppWebhook, WhatsApp.Delivery(number, $"{Sent("image", photo)},{Sent("document", page)},{Sent("video", away)}"));
        var lead = await fixture.LeadOfAsync(number, found => found.Timeline.Count(line => line.Kind == ActivityKind.Media) == 3);
        using var admin = new HttpClient { BaseAddress = new Uri(fixture.App.ApiUrl), DefaultRequestHeaders = { { Routes.ApiKeyHeader, fixture.App.AdminKey } } };

        using var opened = await admin.GetAsync(PathOf(lead, photo));
        using var asFile = await admin.GetAsync(PathOf(lead, page));
        using var refused = await admin.GetAsync(PathOf(lead, away));
        using var unknown = await admin.GetAsync(LeadHeatClient.MediaPath(lead.Id, Guid.NewGuid()));

        Assert.Equal(("image/jpeg", 4), (opened.Content.Headers.ContentType?.MediaType, (await opened.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(("application/octet-stream", "attachment"), (asFile.Content.Headers.ContentType?.MediaType, asFile.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal((409, 404), ((int)refused.StatusCode, (int)unknown.StatusCode));
    }

    private static string PathOf(LeadDetail lead, string name) => LeadHeatClient.MediaPath(lead.Id, lead.Timeline.Single(line => line.Text.EndsWith($": {name}.x", StringComparison.Ordinal)).Id);
}
