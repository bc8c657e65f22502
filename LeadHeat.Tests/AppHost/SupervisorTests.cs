using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

public sealed class SupervisorTests : IDisposable
{
    private readonly DataFolder _data = DataFolder.Take(Directory.CreateTempSubdirectory("leadheat-test-").FullName);

    [Fact]
    public async Task What_waits_for_something_that_cannot_start_fails_for_the_same_reason()
    {
        using var supervisor = Supervise(new Idle());

        await supervisor.RunAsync(Task.WhenAll(Task.CompletedTask, Task.FromException(new CannotStart("no disk"))), CancellationToken.None);

        var reason = await Assert.ThrowsAsync<CannotStart>(() => supervisor.Ready);
        Assert.Equal("no disk", reason.Message);
        Assert.Equal(RunState.Waiting, supervisor.State);
    }

    [Fact]
    public async Task What_is_told_to_stop_while_it_waits_is_canceled()
    {
        using var supervisor = Supervise(new Idle());

        await supervisor.RunAsync(new TaskCompletionSource().Task, new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => supervisor.Ready);
    }

    [Fact]
    public async Task What_hangs_when_it_is_started_again_is_killed_and_started_once_more()
    {
        var twice = new HealthyAtFirst();
        using var supervisor = Supervise(twice);
        using var end = new CancellationTokenSource();
        var run = supervisor.RunAsync(Task.CompletedTask, end.Token);
        await supervisor.Ready;

        supervisor.Kill();

        await Eventually.TrueAsync(() => supervisor.Restarts >= 2, TimeSpan.FromSeconds(20), () => "It hangs for ever.");
        await end.CancelAsync();
        await run;
        await supervisor.StopAsync();
    }

    public void Dispose()
    {
        _data.Dispose();
        Directory.Delete(_data.Root, recursive: true);
    }

    private Supervisor Supervise(Runner runner) => new(runner, _data, new StartedProcesses(_data), new Screen(TextWriter.Null));

    private sealed class Idle() : Runner("idle", "idle")
    {
        public override Command Command() => new("sleep", "60");

        public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class HealthyAtFirst() : Runner("hangs", "hangs")
    {
        private bool _wasHealthy;

        public override TimeSpan StartLimit => TimeSpan.FromMilliseconds(300);

        public override Command Command() => new("sleep", "60");

        public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(!_wasHealthy && (_wasHealthy = true));
    }
}
