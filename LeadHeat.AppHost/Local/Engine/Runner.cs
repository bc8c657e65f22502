namespace LeadHeat.AppHost.Local.Engine;

/// <summary>How one process of the app is prepared, started, asked for its health and stopped; the Supervisor decides when.</summary>
internal abstract class Runner(string resource, string name)
{
    /// <summary>The resource it runs, and its own name, which differs where a resource has replicas: worker, worker-1.</summary>
    public string Resource => resource;

    public string Name => name;

    public virtual IReadOnlyList<string> Urls => [];

    public virtual Signal StopSignal => Signal.Terminate;

    /// <summary>Who is not ready by then does not start; at a later start it is killed and started once more.</summary>
    public virtual TimeSpan StartLimit => TimeSpan.FromSeconds(120);

    public virtual TimeSpan StopLimit => TimeSpan.FromSeconds(15);

    /// <summary>The app is ready without it, and runs on when it does not start.</summary>
    public virtual bool IsExtra => false;

    /// <summary>The names of resources that must be ready before this one starts.</summary>
    public virtual IReadOnlyCollection<string> WaitsFor => [];

    public abstract Command Command();

    public abstract Task<bool> IsHealthyAsync(CancellationToken cancellationToken);

    /// <summary>Before its first start.</summary>
    public virtual Task PrepareAsync(LogFile log, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>When it is healthy for the first time, before anybody who waits for it goes on.</summary>
    public virtual Task FinishAsync(LogFile log, CancellationToken cancellationToken) => Task.CompletedTask;
}
