using System.Diagnostics;

namespace LeadHeat.AppHost.Local.Engine;

internal enum RunState
{
    Waiting,
    Starting,
    Running,
    Restarting,
    Stopped,
}

/// <summary>Keeps one process of the app running: starts it, knows when it is ready, starts it again when it dies, stops it.</summary>
internal sealed class Supervisor(Runner runner, DataFolder data, StartedProcesses started, Screen screen) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private const int ExtraChances = 3;

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LogFile _log = new(Path.Combine(data.Logs, runner.Name + ".log"));
    private volatile GuardedProcess? _process;

    public event Action? Changed;

    public Runner Runner => runner;

    public RunState State { get; private set; } = RunState.Waiting;

    public int Restarts { get; private set; }

    public int? ProcessId => State is RunState.Starting or RunState.Running ? _process?.Id : null;

    public LogFile Log => _log;

    /// <summary>Completes when it is ready for the first time; fails when it cannot be, by its own reason or by that of what it waits for.</summary>
    public Task Ready => _ready.Task;

    public async Task RunAsync(Task dependencies, CancellationToken cancellationToken)
    {
        await dependencies.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!dependencies.IsCompletedSuccessfully)
        {
            FailLike(dependencies);
            return;
        }

        try
        {
            Become(RunState.Starting);
            await runner.PrepareAsync(_log, cancellationToken);
            for (var pauses = new RestartPauses(); ;)
            {
                var lifetime = Stopwatch.StartNew();
                await RunOnceAsync(cancellationToken);
                await Task.Delay(pauses.After(lifetime.Elapsed), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ready.TrySetCanceled(cancellationToken);
        }
        catch (CannotStart reason)
        {
            _ready.TrySetException(reason);
            if (runner.IsExtra)
                screen.Say(runner.Name, $"does not start; going on without it ({_log.FilePath})");
        }
        finally
        {
            _ready.TrySetCanceled(CancellationToken.None);
        }
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await process.StopAsync(runner.StopSignal, runner.StopLimit);
            await LetGoAsync(process);
        }

        Become(RunState.Stopped);
    }

    public void Kill() => _process?.Send(Signal.Kill);

    public void Dispose() => _log.Dispose();

    // Canceled would say that somebody asked to stop, and the app host may hear of this one first.
    private void FailLike(Task dependencies)
    {
        if (dependencies.Exception is { } failure)
            _ready.TrySetException(failure.InnerExceptions);
        else
            _ready.TrySetCanceled(CancellationToken.None);
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var process = GuardedProcess.Start(NeedToKnow.Only(runner.Resource, runner.Command()), _log.Append);
        _process = process;
        started.Add(process, runner.Name);
        Become(RunState.Starting);

        if (await BecomesHealthyAsync(process, clock, cancellationToken))
            await AnnounceAsync(clock, cancellationToken);
        else if (!Ready.IsCompletedSuccessfully && Restarts >= (runner.IsExtra ? ExtraChances : 0))
            throw new CannotStart(process.Exited.IsCompleted
                ? $"{runner.Name} ended with code {await process.Exited} instead of starting."
                : $"{runner.Name} was not ready within {runner.StartLimit.TotalSeconds:0} s.");
        else
            process.Send(Signal.Kill); // It may hang: nobody else would end it.

        var exitCode = await process.Exited.WaitAsync(cancellationToken);
        Restarts++;
        Become(RunState.Restarting);
        screen.Say(runner.Name, $"ended with code {exitCode}; starting again ({Restarts})");
        await LetGoAsync(process);
    }

    private async Task LetGoAsync(GuardedProcess process)
    {
        _process = null;
        await process.DisposeAsync();
        started.Remove(process);
    }

    private async Task<bool> BecomesHealthyAsync(GuardedProcess process, Stopwatch clock, CancellationToken cancellationToken)
    {
        while (!process.Exited.IsCompleted && clock.Elapsed < runner.StartLimit)
        {
            if (await runner.IsHealthyAsync(cancellationToken))
                return true;
            await Task.WhenAny(process.Exited, Task.Delay(Poll, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }

    private async Task AnnounceAsync(Stopwatch clock, CancellationToken cancellationToken)
    {
        if (!Ready.IsCompleted)
            await runner.FinishAsync(_log, cancellationToken);
        Become(RunState.Running);
        screen.Say(runner.Name, $"ready after {clock.Elapsed.TotalSeconds:0.0} s");
        _ready.TrySetResult();
    }

    private void Become(RunState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
