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
}
