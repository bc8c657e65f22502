using System.Net;
using System.Net.Sockets;

namespace LeadHeat.Tests.Faults;

/// <summary>What a connection meets on its way.</summary>
internal enum Line
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>A few bytes at a time.</summary>
    Slow,

    /// <summary>It is reset in the middle of an answer.</summary>
    Cut,

    /// <summary>It stays open, and nothing of the answer comes any more.</summary>
    HalfOpen,
}

/// <summary>Stands between callers and a server, and breaks connections as real networks do: every so many of them, in turn.</summary>
internal sealed class TcpFaultProxy : IAsyncDisposable
{
    private const int CutAfter = 700;
    private const int SlowPiece = 64;

    private static readonly TimeSpan SlowPause = TimeSpan.FromMilliseconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _server;
    private readonly Line[] _lines;
    private readonly Task _accepting;
    private int _connections;

    public TcpFaultProxy(Uri server, params Line[] lines)
    {
        (_server, _lines) = (new(IPAddress.Loopback, server.Port), lines);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections there were.</summary>
    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = CarryAsync(caller, _lines[(Interlocked.Increment(ref _connections) - 1) % _lines.Length]);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy is closed.
        }
    }

    private async Task CarryAsync(TcpClient caller, Line line)
    {
        using (caller)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server, _end.Token);
                var asking = caller.GetStream().CopyToAsync(server.GetStream(), _end.Token);
                await AnswerAsync(server.GetStream(), caller, line);
                await asking;
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // As in any network: both ends see it.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream server, TcpClient caller, Line line)
    {
        var (to, buffer, passed) = (caller.GetStream(), new byte[line == Line.Slow ? SlowPiece : 16 * 1024], 0);
        while (await server.ReadAsync(buffer, _end.Token) is var read and > 0)
        {
            if ((line is Line.Cut or Line.HalfOpen) && passed + read > CutAfter)
            {
                if (line == Line.HalfOpen)
                    await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
                // Reset, not closed.
                caller.LingerState = new(enable: true, seconds: 0);
                caller.Client.Close();
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            passed += read;
            if (line == Line.Slow)
                await Task.Delay(SlowPause, _end.Token);
        }
    }
}
