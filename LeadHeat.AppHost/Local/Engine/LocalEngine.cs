using System.Diagnostics;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Runs a plan: everything up in the order of its dependencies, kept up, and down again in reverse.</summary>
internal sealed class LocalEngine : IDisposable
{
    private readonly RunPlan _plan;
    private readonly Screen _screen;
    private readonly StartedProcesses _started;
    private readonly List<Supervisor> _supervisors;
    private readonly Lock _writing = new();
    private bool _ready;

    public LocalEngine(RunPlan plan, Screen screen)
    {
        _plan = plan;
        _screen = screen;
        _started = new StartedProcesses(plan.Data);
        _supervisors = [.. plan.Runners.Select(runner => new Supervisor(runner, plan.Data, _started, screen))];
        foreach (var supervisor in _supervisors)
            supervisor.Changed += WriteRunFile;
    }

    /// <summary>Returns the exit code, when it was told to stop and has stopped everything, or when something could not start.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await _started.EndLeftOversAsync(_screen.Say, cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.WhenAll(_supervisors.Select(supervisor => supervisor.RunAsync(WhatItWaitsFor(supervisor), stopping.Token)));
        try
        {
            await foreach (var ready in Task.WhenEach(Needed().Select(supervisor => supervisor.Ready)).WithCancellation(cancellationToken))
                await ready;
            _ready = true;
            WriteRunFile();
            _screen.Ready(_plan, [.. _supervisors.Where(supervisor => !supervisor.Ready.IsFaulted).Select(supervisor => supervisor.Runner)], clock.Elapsed);
            await running;
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (CannotStart reason)
        {
            // In the order of the picture the first to fail is the one that the others wait for.
            var failed = Needed().First(supervisor => supervisor.Ready.Exception?.InnerExceptions.Contains(reason) == true);
            _screen.Failure(reason, failed.Runner.Name, failed.Log);
            return 1;
        }
        finally
        {
            await stopping.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await StopAsync();
            await running;
        }
    }

    /// <summary>For who cannot wait until everything has stopped in order.</summary>
    public void Kill() => _supervisors.ForEach(supervisor => supervisor.Kill());

    public void Dispose() => _supervisors.ForEach(supervisor => supervisor.Dispose());

    private IEnumerable<Supervisor> Needed() => _supervisors.Where(supervisor => !supervisor.Runner.IsExtra);

    private Task WhatItWaitsFor(Supervisor supervisor) => Task.WhenAll(
        _supervisors.Where(other => supervisor.Runner.WaitsFor.Contains(other.Runner.Resource)).Select(other => other.Ready));

    private async Task StopAsync()
    {
        File.Delete(_plan.Data.PathOf(RunFile.FileName));
        _ready = false;
        _screen.Say("\nStopping");
        foreach (var replicas in _supervisors.GroupBy(supervisor => supervisor.Runner.Resource).Reverse())
            await Task.WhenAll(replicas.Select(replica => replica.StopAsync()));
        _screen.Say("Stopped");
    }

    private void WriteRunFile()
    {
        lock (_writing)
            if (_ready)
                new RunFile(Environment.ProcessId, _plan.AdminEmail, _plan.ConnectionStrings(), [.. _supervisors.Select(Entry)]).Write(_plan.Data);
    }

    private static RunFile.Entry Entry(Supervisor supervisor) => new(
        supervisor.Runner.Name,
        supervisor.Runner.Resource,
        supervisor.State,
        supervisor.Restarts,
        supervisor.ProcessId is { } processId ? [processId] : [],
        supervisor.Runner.Urls,
        supervisor.Log.FilePath);
}
