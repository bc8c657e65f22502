using System.Runtime.InteropServices;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Ctrl-C, a closed terminal and a polite kill ask to stop; asked twice, it is meant at once.</summary>
internal sealed class Shutdown : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public CancellationToken Asked => _asked.Token;

    public void Listen(Action askedTwice)
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                if (_asked.IsCancellationRequested)
                    askedTwice();
                else
                    _asked.Cancel();
            }));
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _asked.Dispose();
    }
}
