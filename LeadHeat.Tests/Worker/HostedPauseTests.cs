using LeadHeat.Worker.Models;
using Microsoft.Extensions.AI;

namespace LeadHeat.Tests.Worker;

public sealed class HostedPauseTests
{
    [Fact]
    public async Task Attempts_come_ever_later_and_never_all_workers_at_once()
    {
        await using var model = await FakeModel.StartAsync(FakeModel.Refuse(500));
        var limits = HostedUnderTest.Hasty with
        {
            FirstWords = TimeSpan.FromSeconds(20), Turn = TimeSpan.FromSeconds(50), FirstPause = TimeSpan.FromMilliseconds(400), Attempts = 4,
        };
        List<double> first = [];
        for (var worker = 0; worker < 8; worker++)
        {
            var pauses = await PausesAsync(model, limits);
            Assert.Collection(pauses, pause => Assert.InRange(pause, 300, 500), pause => Assert.InRange(pause, 600, 1000), pause => Assert.InRange(pause, 1200, 2000));
            first.Add(pauses[0]);
        }

        // Whole milliseconds, so that two of them may be the same.
        Assert.True(first.Distinct().Count() > 1, "all wait equally long");
    }

    private static async Task<IReadOnlyList<double>> PausesAsync(FakeModel model, ModelLimits limits)
    {
        var clock = new CountedClock();
        using var http = new HttpClient();
        using var client = new HostedChatClient(ModelConnection.Parse($"Endpoint={model.Endpoint};Key=secret;Model=fake-model"), http, limits, clock);
        await Assert.ThrowsAsync<ModelFailure>(() => client.GetResponseAsync([new ChatMessage(ChatRole.User, "Hi")]));
        return clock.Waits;
    }

    /// <summary>Writes down for how many milliseconds it was to wait, and does not.</summary>
    private sealed class CountedClock : TimeProvider
    {
        public List<double> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
                Waits.Add(dueTime.TotalMilliseconds);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
