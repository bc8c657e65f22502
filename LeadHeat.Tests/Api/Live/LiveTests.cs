using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Live;

[Collection("app")]
public sealed class LiveTests(AppFixture fixture)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Open_pages_are_told_of_a_message_and_of_its_answer()
    {
        using var end = new CancellationTokenSource(Soon);
        using var service = Clients.Http(fixture.App, fixture.App.ServiceKey());
        // With the headers the stream is open; before them, what happens may be missed.
        using var stream = await service.GetAsync(new Uri(Routes.Events, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, end.Token);
        var visitor = await Visitor.ArriveAsync(fixture.App);
        var told = await visitor.SayAsync("Hello");
        HashSet<Guid?> wanted = [.. (await visitor.MessagesAsync()).Skip(1).Select(message => (Guid?)message.Id)];
        var lead = await visitor.LeadIdAsync();

        var changed = false;
        await foreach (var item in SseParser.Create(await stream.Content.ReadAsStreamAsync(end.Token)).EnumerateAsync(end.Token))
        {
            var liveEvent = JsonSerializer.Deserialize(item.Data, LeadHeatJson.Default.LiveEvent)!;
            Assert.Equal(($"{liveEvent.Id}", Words.Of(liveEvent.Kind)), (item.EventId, item.EventType));
            changed |= liveEvent.Kind == LiveEventKind.LeadChanged && liveEvent.LeadId == lead;
            if (liveEvent.Kind == LiveEventKind.MessageAdded && liveEvent.ConversationId == visitor.ConversationId)
                wanted.Remove(liveEvent.MessageId);
            if (changed && wanted.Count == 0)
                break;
        }

        Assert.NotNull(told[^1].Done);
    }

    [Fact]
    public async Task Strangers_are_told_nothing()
    {
        using var stranger = Clients.Http(fixture.App, null);

        using var answer = await stranger.GetAsync(new Uri(Routes.Events, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
