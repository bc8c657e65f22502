using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Faults;
using StackExchange.Redis;

namespace LeadHeat.Tests.Api.Turns;

/// <summary>What breaks around a turn loses none and answers none twice.</summary>
[Collection("own app")]
public sealed class TurnFaultTests(TurnFaultTests.BreakableApp breakable) : IClassFixture<TurnFaultTests.BreakableApp>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    // A conversation may send 60 messages in a minute, whatever becomes of them.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private RunningApp App => breakable.App;

    [Fact]
    public async Task Workers_that_are_killed_amid_turns_leave_every_visitor_with_one_reply()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Visitor.ArriveAsync(App)));

        var turns = visitors.Select(visitor => visitor.SayAsync("Looking for a 2BHK in Whitefield under 2 Cr")).ToList();
        await Task.WhenAny(turns);
        App.Kill("worker");

        foreach (var told in await Task.WhenAll(turns).WaitAsync(Limit))
            Assert.NotNull(told[^1].Done?.Reply);
        foreach (var visitor in visitors)
            await AssertOneReplyAsync(visitor);
    }

    [Fact]
    [Trait("Suite", "Faults")]
    public async Task A_worker_that_took_a_turn_and_died_is_succeeded_by_another()
    {
        var visitor = await Visitor.ArriveAsync(App);
        using var frozen = await FrozenWorkers.FreezeAsync(App);
        var turn = visitor.SayAsync("Looking for a villa");
        var taken = await ClaimAsync(visitor, "doomed");

        var thawed = Stopwatch.GetTimestamp();
        frozen.Dispose();
        var told = await turn.WaitAsync(Limit);
        var late = await App.Service().PutOutcomeAsync(Outcome(taken));

        Assert.NotNull(told[^1].Done?.Reply);
        Assert.Equal(OutcomeResult.Known, late.Result);
        Assert.Equal("2", await visitor.AskAsync("select attempts from turns where conversation_id = '{0}'"));
        await AssertOneReplyAsync(visitor);
        await FaultLedger.NoteAsync(FaultLedger.Line("a reply of a lease that is over", 1, 0, 0, 0, 0, 0, Stopwatch.GetElapsedTime(thawed).TotalSeconds));
    }

    [Fact]
    public async Task The_end_of_a_turn_is_told_when_its_first_worker_stores_it_after_a_second_one_began()
    {
        var visitor = await Visitor.ArriveAsync(App);
        using var frozen = await FrozenWorkers.FreezeAsync(App);
        var messageId = $"{Guid.NewGuid():N}";
        var turn = visitor.SayAsync("Looking for a villa", messageId);
        var first = await ClaimAsync(visitor, "slow");
        var second = Assert.Single((await App.Service().ClaimTurnsAsync(new ClaimTurns("slow", [first.TurnId]))).Turns).Context!;
        await PublishAsync(new(second.TurnId, JobNames.EventId(second.Attempt, 1), TurnEventKind.Step, Step: new("understand")));

        var stored = await App.Service().PutOutcomeAsync(Outcome(first));

        Assert.Equal((2, OutcomeResult.Stored), (second.Attempt, stored.Result));
        Assert.Equal(TurnEventKind.Done, (await turn.WaitAsync(Limit))[^1].Kind);
        Assert.Equal(TurnEventKind.Done, (await visitor.SayAsync("Looking for a villa", messageId).WaitAsync(Limit))[^1].Kind);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_holds_no_turn_up()
    {
        var visitor = await Visitor.ArriveAsync(App);
        using var frozen = await FrozenWorkers.FreezeAsync(App);
        var turn = visitor.SayAsync("Looking for a villa");
        await ClaimAsync(visitor, "gone");
        // What the Api would have written with a clock that was two hours ahead.
        await visitor.AskAsync(
            "update turns set queued_at = queued_at + interval '2 hours', lease_until = lease_until + interval '2 hours' where conversation_id = '{0}'");

        frozen.Dispose();

        Assert.NotNull((await turn.WaitAsync(2 * Limit))[^1].Done?.Reply);
        await AssertOneReplyAsync(visitor);
    }

    [Fact]
    public async Task While_Redis_hangs_messages_are_accepted_and_they_are_answered_when_it_is_back()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Visitor.ArriveAsync(App)));
        App.Kill("redis", UnixSignal.Stop);
        List<Task<List<TurnEvent>>> turns = [.. visitors.Select(visitor => visitor.SayAsync("Looking for a studio"))];
        foreach (var visitor in visitors)
            await Eventually.TrueAsync(
                async () => await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}'") == "1", TimeSpan.FromSeconds(60), () => "a turn");

        await Task.Delay(TimeSpan.FromSeconds(10));
        Assert.All(turns, turn => Assert.False(turn.IsCompleted));
        App.Kill("redis", UnixSignal.Continue);

        foreach (var told in await Task.WhenAll(turns).WaitAsync(Limit))
            Assert.NotNull(told[^1].Done?.Reply);
        foreach (var visitor in visitors)
            await AssertOneReplyAsync(visitor);
    }

    [Fact]
    public async Task A_Redis_that_is_killed_loses_no_turn()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Visitor.ArriveAsync(App)));
        var turns = visitors.Select(visitor => visitor.SayAsync("Looking for a studio")).ToList();

        App.Kill("redis");

        foreach (var told in await Task.WhenAll(turns).WaitAsync(Limit))
            Assert.NotNull(told[^1].Done?.Reply);
        foreach (var visitor in visitors)
            await AssertOneReplyAsync(visitor);
    }

    [Fact]
    public async Task While_Postgres_restarts_callers_are_told_to_come_back_and_then_all_goes_on()
    {
        var visitor = await Visitor.ArriveAsync(App);
        using var http = App.ApiClient();
        var api = App.Pids("api").Single();
        App.Kill("postgres", UnixSignal.Interrupt);

        // One that was accepted just before is answered only after the restart: nobody waits for it here. The restart may take less than a second.
        List<Task<HttpResponseMessage>> sent = [];
        HttpResponseMessage? refused = null;
        await Eventually.TrueAsync(
            async () =>
            {
                sent.Add(SendAsync(http, visitor, Guid.NewGuid()));
                await Task.Delay(50);
                refused = sent.Find(one => one.IsCompleted && one.Result.StatusCode == HttpStatusCode.ServiceUnavailable)?.Result;
                return refused is not null;
            },
            TimeSpan.FromSeconds(60), () => string.Join(", ", sent.Where(one => one.IsCompleted).Select(one => one.Result.StatusCode)));
        var messageId = Guid.NewGuid();
        await Eventually.TrueAsync(
            async () =>
            {
                await Task.Delay(Pause);
                return (await SendAsync(http, visitor, messageId)).StatusCode == HttpStatusCode.OK;
            },
            Limit, () => App.Log("api"));

        Assert.True(refused!.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(api, App.Pids("api").Single());
        Assert.Equal("1", await visitor.AskAsync($"select count(*) from messages where conversation_id = '{{0}}' and external_id = '{messageId}'"));
        await Eventually.TrueAsync(
            async () => await visitor.AskAsync("select count(*) from turns where conversation_id = '{0}' and state <> 'done'") == "0", Limit, () => "open turns");
    }

    [Fact]
    public async Task A_turn_that_fails_five_times_goes_to_people_and_can_be_replayed()
    {
        var visitor = await Visitor.ArriveAsync(App);
        var team = App.Team();
        using var frozen = await FrozenWorkers.FreezeAsync(App);
        var turn = visitor.SayAsync("Looking for a plot");
        for (var attempt = 1; attempt <= TurnLimits.Attempts; attempt++)
        {
            var taken = await ClaimAsync(visitor, "clumsy");
            Assert.Equal(attempt, taken.Attempt);
            await App.Service().FailTurnAsync(taken.TurnId, new TurnFailed("clumsy", "It stumbled."));
        }

        var told = await turn.WaitAsync(Limit);
        var dead = Assert.Single(await team.GetDeadTurnsAsync(), dead => dead.LeadId == told[0].Done?.LeadId || dead.Reason == "It stumbled.");
        var lead = await team.GetLeadAsync(dead.LeadId);
        Assert.Equal(TurnEventKind.Error, told[^1].Kind);
        Assert.Equal((Handling.Queued, MessageAuthor.System), (lead.Lead.Handling, lead.Lead.LastAuthor));
        Assert.NotNull(lead.Lead.WaitingSince);

        await team.ReplayTurnAsync(dead.TurnId);
        frozen.Dispose();

        await Eventually.TrueAsync(
            async () => await visitor.AskAsync("select state from turns where conversation_id = '{0}'") == "done", Limit, () => App.Log("worker"));
        Assert.Empty(await team.GetDeadTurnsAsync());
        await AssertOneReplyAsync(visitor);
    }

    private static async Task AssertOneReplyAsync(Visitor visitor)
    {
        var messages = await visitor.MessagesAsync();
        var question = messages.ToList().FindIndex(message => message.Author == MessageAuthor.Visitor);
        Assert.Single(messages.Skip(question + 1), message => message.Author == MessageAuthor.Bot);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Visitor visitor, Guid messageId) =>
        http.PostAsJsonAsync(Routes.Turns, new SendTurn(visitor.SessionId, "Hello", $"{messageId}"), LeadHeatJson.Default.SendTurn);

    private async Task<TurnContext> ClaimAsync(Visitor visitor, string worker)
    {
        TurnContext? taken = null;
        string? state = null;
        await Eventually.TrueAsync(
            async () =>
            {
                state = await visitor.AskAsync("select state || ' ' || coalesce(worker, '') from turns where conversation_id = '{0}'");
                if (!Guid.TryParse(await visitor.AskAsync("select id from turns where conversation_id = '{0}' and state = 'queued'"), out var turn))
                    return false;
                taken = (await App.Service().ClaimTurnsAsync(new ClaimTurns(worker, [turn]))).Turns[0].Context;
                return taken is not null;
            },
            Limit, () => $"no turn to claim, it is {state}\n{App.Output}");
        return taken!;
    }

    /// <summary>As a worker tells what happens in a turn.</summary>
    private async Task PublishAsync(TurnEvent told)
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(App.ConnectionString("redis"));
        await redis.GetDatabase().ListRightPushAsync(JobNames.EventsOf(told.TurnId), JsonSerializer.SerializeToUtf8Bytes(told, LeadHeatJson.Default.TurnEvent));
        await redis.GetSubscriber().PublishAsync(
            RedisChannel.Literal(JobNames.Events), JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<TurnEvent>>([told], LeadHeatJson.Default.IReadOnlyListTurnEvent));
    }

    private static TurnOutcome Outcome(TurnContext turn) => new(
        turn.TurnId, turn.OwnerVersion, turn.Attempt, "Too late", [], [], [], turn.Dialogue, "", null, [], "built-in", null, "1", 1, 0, 0);

    /// <summary>Workers that are there and do nothing, until this is disposed.</summary>
    private sealed class FrozenWorkers(IReadOnlyList<int> pids) : IDisposable
    {
        public static async Task<FrozenWorkers> FreezeAsync(RunningApp app)
        {
            await Eventually.TrueAsync(() => app.Pids("worker-0").Count > 0 && app.Pids("worker-1").Count > 0, Limit, () => app.Output);
            var pids = app.Pids("worker");
            foreach (var pid in pids)
                RunningApp.Send(UnixSignal.Stop, pid);
            // 4711 (dotnet) T 4700 …: stopped
            await Eventually.TrueAsync(
                () => pids.All(pid => File.ReadAllText($"/proc/{pid}/stat").Contains(") T ", StringComparison.Ordinal)), Limit, () => app.Output);
            return new(pids);
        }

        public void Dispose()
        {
            foreach (var pid in pids)
                RunningApp.Send(UnixSignal.Continue, pid);
        }
    }

    /// <summary>One run for all of these: each leaves it whole.</summary>
    public sealed class BreakableApp : IAsyncLifetime
    {
        private RunningApp? _app;

        public RunningApp App => _app ?? throw new InvalidOperationException("The app is not running.");

        public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
