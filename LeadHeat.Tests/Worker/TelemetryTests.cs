using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LeadHeat.Core.Turns;
using LeadHeat.Worker.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadHeat.Tests.Worker;

/// <summary>What a worker tells about itself; other tests' workers are heard too.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _kinds = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public TelemetryTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "LeadHeat.Worker")
                return;
            _kinds[instrument.Name] = instrument.GetType().Name.Split('`')[0];
            listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, Read(tags))));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, Read(tags))));
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "LeadHeat.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    [Fact]
    public async Task A_turn_is_counted_and_timed_and_its_span_says_whose_agent_it_was()
    {
        var (turn, agent) = (Build.Turn(id: Guid.NewGuid()), $"agent-{Guid.NewGuid():N}");
        var api = new FakeApi();
        api.Queue(turn.TurnId);
        var runner = new TurnRunner(
            new FakeAgent((context, _) => Task.FromResult(Build.Outcome(context) with { Agent = agent })), api.Client(), new WorkerName("worker-1"),
            TimeProvider.System, NullLogger<TurnRunner>.Instance);

        await runner.RunAsync(turn, null, () => { });

        Assert.Equal(1, Assert.Single(Heard("leadheat.turns", "agent", agent)).Value);
        Assert.True(Assert.Single(Heard("leadheat.turn.duration", "agent", agent)).Value > 0);
        Assert.Equal("Histogram", _kinds["leadheat.turn.duration"]);
        var span = Assert.Single(_spans, span => Equals(span.GetTagItem("leadheat.turn.id"), turn.TurnId));
        Assert.Equal("leadheat", span.GetTagItem("gen_ai.provider.name"));
    }

    [Fact]
    public async Task Tool_calls_are_counted_and_timed()
    {
        using var agent = new AgentUnderTest();

        await agent.AnswerAsync();

        Assert.NotEmpty(Heard("leadheat.tool.calls", "gen_ai.tool.name", "geo_match"));
        Assert.NotEmpty(Heard("leadheat.tool.duration", "gen_ai.tool.name", "geo_match"));
    }

    [Theory]
    [InlineData("""{"bedsMin":"two"}""", "inventory_search", "tool_fault")]
    [InlineData("{}", "send_telemetry", "unknown_tool")]
    public async Task A_tool_call_that_fails_says_of_what_kind_its_failure_was(string arguments, string tool, string kind)
    {
        await using var model = await FakeModel.StartAsync(FakeModel.Call((tool, arguments)), FakeModel.Say("Hello."));
        using var agent = HostedUnderTest.Agent(model);

        await agent.AnswerAsync();

        Assert.Contains(_spans, span => span.DisplayName == "execute_tool " + tool && span.Status == ActivityStatusCode.Error && Equals(span.GetTagItem("error.type"), kind));
    }

    [Fact]
    public async Task Tokens_are_a_histogram_by_provider_model_and_type()
    {
        await using var model = await FakeModel.StartAsync(FakeModel.Say("Hello."));
        using var agent = HostedUnderTest.Agent(model);

        await agent.AnswerAsync();

        Assert.Equal("Histogram", _kinds["gen_ai.client.token.usage"]);
        foreach (var type in (string[])["input", "output"])
            Assert.Contains(Heard("gen_ai.client.token.usage", "gen_ai.token.type", type), told =>
                told.Tags is var tags && Equals(tags["gen_ai.operation.name"], "chat") && Equals(tags["gen_ai.provider.name"], "openai") && Equals(tags["gen_ai.request.model"], "fake-model"));
    }

    [Fact]
    public async Task The_depth_of_the_queue_is_told()
    {
        await using var redis = await PrivateRedis.StartAsync();
        using var server = new RedisServer(redis.ConnectionString);
        using var jobs = new RedisJobs(server, new WorkerName("worker-1"));
        await redis.Database.StreamCreateConsumerGroupAsync(JobNames.Stream, JobNames.Group, "0-0");
        for (var job = 0; job < 7; job++)
            await redis.Database.StreamAddAsync(JobNames.Stream, "turn", $"{Guid.NewGuid()}");
        // The connection that wakes it up comes a moment after the other one; until then nothing is read.
        await Eventually.TrueAsync(() => TakesTwoAsync(jobs), TimeSpan.FromSeconds(30), () => "Redis stayed away");
        using var depth = new QueueDepth(jobs, new HurriedClock(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(10)));
        await depth.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(
            () =>
            {
                _meters.RecordObservableInstruments();
                return Was("leadheat.jobs.waiting", 5) && Was("leadheat.jobs.pending", 2);
            },
            TimeSpan.FromSeconds(60),
            () => string.Join(", ", _measured.Select(told => $"{told.Name} {told.Value}")));
        await depth.StopAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private static async Task<bool> TakesTwoAsync(RedisJobs jobs)
    {
        try
        {
            return (await jobs.ReadNewAsync(2, CancellationToken.None)).Count == 2;
        }
        catch (JobsAwayException)
        {
            return false;
        }
    }

    private IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Heard(string name, string tag, string value) =>
        _measured.Where(told => told.Name == name && Equals(told.Tags.GetValueOrDefault(tag), value));

    private bool Was(string name, double value) => _measured.Any(told => told.Name == name && told.Value == value);

    private static Dictionary<string, object?> Read(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> read = [];
        foreach (var (name, value) in tags)
            read[name] = value;
        return read;
    }
}
