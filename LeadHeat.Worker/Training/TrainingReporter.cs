using System.Net;
using LeadHeat.Core.Wire;

namespace LeadHeat.Worker.Training;

/// <summary>Tells the Api every second how far a training is, which keeps it ours; stops it when it is not ours any more.</summary>
internal sealed class TrainingReporter : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop;
    private readonly Task _telling;
    private Standing _now = new(0, "");

    public TrainingReporter(LeadHeatClient api, Guid id, string worker, TimeProvider clock, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Stopped = _stop.Token;
        _telling = TellAsync(api, id, worker, clock);
    }

    /// <summary>Is cancelled when the training is not ours any more.</summary>
    public CancellationToken Stopped { get; }

    public void Say(double share, string step) => Volatile.Write(ref _now, new(share, step));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _telling;
        _stop.Dispose();
    }

    private async Task TellAsync(LeadHeatClient api, Guid id, string worker, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
                await TellOnceAsync(api, id, worker);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Done, or the host stops.
        }
    }

    private async Task TellOnceAsync(LeadHeatClient api, Guid id, string worker)
    {
        try
        {
            var (share, step) = Volatile.Read(ref _now);
            await api.TellProgressAsync(id, new(worker, share, step), _stop.Token);
        }
        catch (LeadHeatException lost) when (lost.Status == HttpStatusCode.Conflict)
        {
            await _stop.CancelAsync();
        }
        catch (LeadHeatException)
        {
            // The Api is away: the lease is longer than a restart takes.
        }
    }

    private sealed record Standing(double Share, string Step);
}
