using System.Text.Json.Nodes;
using System.Threading.Channels;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Simulator;

/// <summary>A message that was taken.</summary>
/// <param name="Who">The number without a plus sign, or the id of who has none.</param>
/// <param name="Ours">What it was sent with, and is reported with.</param>
/// <param name="FlowToken">Of a flow; null for all else.</param>
internal sealed record TakenMessage(string Id, string Who, string Ours, string? FlowToken);

/// <summary>Tells a moment later what became of taken messages: most are read, some are only delivered, a few fail, some get a thumb; flows are filled in.</summary>
internal sealed class SimulatedReports(SignedDeliveries deliveries, SimulatedPhone phone, SentTwice sentTwice, TimeProvider clock) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int Thumbs = 6;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly Channel<TakenMessage> _taken = Channel.CreateUnbounded<TakenMessage>(new() { SingleReader = true });

    public void Add(TakenMessage message)
    {
        sentTwice.Note(message.Ours);
        _taken.Writer.TryWrite(message);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<TakenMessage> messages = [];
        while (await _taken.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Moment, clock, stoppingToken);
            messages.Clear();
            while (messages.Count < MostAtOnce && _taken.Reader.TryRead(out var message))
                messages.Add(message);
            var now = clock.GetUtcNow();
            await deliveries.SendAsync(
                InboundChannel.Whatsapp, SimulatedTraffic.Envelope(InboundChannel.Whatsapp, messages.SelectMany(message => Of(message, now)), now), stoppingToken);
            foreach (var flow in messages.Where(message => message.FlowToken is not null))
                await phone.FillInAsync(flow, stoppingToken);
        }
    }

    private IEnumerable<JsonObject> Of(TakenMessage message, DateTimeOffset now)
    {
        var dice = Dice.For(message.Id);
        string[] states = message.FlowToken is not null ? ["sent", "delivered", "read"] : dice.Percent(4) ? ["sent", "failed"] : dice.Percent(75) ? ["sent", "delivered", "read"] : ["sent", "delivered"];
        // Nobody has read it: somebody may send it again.
        if (states[^1] == "failed")
            sentTwice.Forget(message.Ours);
        yield return SimulatedTraffic.Change("messages", new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["phone_number_id"] = SimulatedTraffic.PhoneNumberId },
            ["statuses"] = new JsonArray([.. states.Select(state => Status(message, state, now))]),
        });
        if (states[^1] == "read" && dice.Percent(Thumbs))
            yield return Thumb(message, now);
    }

    private static JsonObject Thumb(TakenMessage message, DateTimeOffset now) => SimulatedTraffic.Message(message.Who, null, new JsonObject
    {
        [SimulatedTraffic.SenderOf(message.Who)] = message.Who, ["id"] = $"{message.Id}.thumb", ["timestamp"] = SimulatedTraffic.Seconds(now), ["type"] = "reaction",
        ["reaction"] = new JsonObject { ["message_id"] = message.Id, ["emoji"] = "👍" },
    });

    private static JsonObject Status(TakenMessage message, string state, DateTimeOffset now)
    {
        var status = new JsonObject
        {
            ["id"] = message.Id, ["status"] = state, ["timestamp"] = SimulatedTraffic.Seconds(now), ["recipient_id"] = message.Who,
            ["biz_opaque_callback_data"] = message.Ours,
        };
        if (state == "failed")
            status["errors"] = new JsonArray(new JsonObject { ["code"] = 131049, ["title"] = "Message was not delivered to maintain healthy ecosystem engagement." });
        return status;
    }
}
