using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using Xunit.Abstractions;

namespace LeadHeat.Tests.Faults;

/// <summary>Somebody sets the machine's clock while visitors talk: of the Api, of the workers and of Web alike.</summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed class ClockFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_clock_that_jumps_an_hour_ahead_and_back_loses_nothing_and_keeps_the_order()
    {
        var clock = Path.Combine(Path.GetTempPath(), $"leadheat-clock-{Guid.NewGuid():N}");
        try
        {
            await using var app = await RunningApp.StartAsync(new() { Environment = JumpingClock.In(clock) });
            var (visitors, jumps) = (FaultScale.Of(12, 60), FaultScale.Of(4, 20));
            var traffic = await Traffic.StartAsync(app, visitors, 6);
            for (var jump = 1; jump <= jumps; jump++)
            {
                await traffic.ReachedAsync((double)jump / (jumps + 2));
                JumpingClock.Set(clock, TimeSpan.FromHours((jump % 4) switch { 1 => 1, 3 => -1, _ => 0 }));
            }

            output.WriteLine(await FaultLedger.DecideAsync(app, traffic, $"clock set an hour ahead and back, {jumps} times"));
            await TokensGrowOldAsync(app, clock);
        }
        finally
        {
            File.Delete(clock);
        }
    }

    // Here because an app whose clock can be set takes its time to start.
    private static async Task TokensGrowOldAsync(RunningApp app, string clock)
    {
        JumpingClock.Set(clock, TimeSpan.FromHours(1)); // No process has been further ahead.
        using var web = Caller.Service(app);
        var first = await web.Client.SignInAsync(new SignIn(app.AdminEmail, app.AdminPassword));
        using var early = Caller.Token(app, first.AccessToken);
        Assert.Equal(200, (await early.GetAsync(Routes.Me)).Status);

        JumpingClock.Set(clock, TimeSpan.FromHours(3));
        await Eventually.TrueAsync(async () => (await early.GetAsync(Routes.Me)).Status == 401, TimeSpan.FromSeconds(10), () => "A token of an hour ago is still good.");
        var second = await web.Client.RefreshAsync(new RefreshSignIn(first.RefreshToken));
        using var later = Caller.Token(app, second.AccessToken);
        Assert.Equal(200, (await later.GetAsync(Routes.Me)).Status);

        JumpingClock.Set(clock, TimeSpan.FromDays(15));
        await Eventually.TrueAsync(async () => (await later.GetAsync(Routes.Me)).Status == 401, TimeSpan.FromSeconds(10), () => "A token of two weeks ago is still good.");
        (await web.PostAsync(Routes.Refresh, $$"""{"refreshToken":"{{second.RefreshToken}}"}""")).Refusal(401);
    }

    [Fact]
    public async Task An_Api_that_starts_on_a_clock_that_was_set_back_puts_new_messages_behind_the_old_ones()
    {
        var clock = Path.Combine(Path.GetTempPath(), $"leadheat-clock-{Guid.NewGuid():N}");
        try
        {
            await using var app = await RunningApp.StartAsync(new() { Environment = JumpingClock.In(clock) });
            var visitor = await Visitor.ArriveAsync(app);
            await visitor.SayAsync("Hello");
            JumpingClock.Set(clock, TimeSpan.FromHours(1));
            await Eventually.TrueAsync(
                async () =>
                {
                    await visitor.SayAsync("2 BHK in Whitefield");
                    return (await visitor.MessagesAsync())[^1].At > DateTimeOffset.UtcNow.AddMinutes(30);
                },
                TimeSpan.FromSeconds(60), () => "the clock was not set");

            JumpingClock.Set(clock, TimeSpan.Zero);
            var before = app.Pids("api").Single();
            app.Kill("api");
            await Eventually.TrueAsync(() => app.Pids("api") is [var now] && now != before, TimeSpan.FromSeconds(60), () => app.Output);
            await Eventually.TrueAsync(() => SaidAsync(visitor, "under 2 Cr"), TimeSpan.FromSeconds(120), () => app.Log("api"));

            Assert.Equal(["under 2 Cr"], (await visitor.MessagesAsync()).Where(message => message.Author == MessageAuthor.Visitor).TakeLast(1).Select(message => message.Text));
        }
        finally
        {
            File.Delete(clock);
        }
    }

    private static async Task<bool> SaidAsync(Visitor visitor, string text)
    {
        try
        {
            return (await visitor.SayAsync(text, "after-the-restart")).Count > 0;
        }
        catch (LeadHeatException)
        {
            return false;
        }
    }
}
