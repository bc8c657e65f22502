namespace LeadHeat.Worker.Jobs;

/// <summary>Pauses that double from one failure to the next, up to a limit, a little different in every process.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan longest, TimeProvider clock)
{
    private int _failures;

    public void Reset() => _failures = 0;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var doubled = first * Math.Pow(2, Math.Min(_failures++, 16)) * (0.75 + (Random.Shared.NextDouble() / 2));
        return Task.Delay(doubled < longest ? doubled : longest, clock, cancellationToken);
    }
}
