using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LeadHeat.Tests.Api.Scanning;

/// <summary>How it behaves. Away: nobody gets a connection that lasts.</summary>
internal enum ClamdMood { Well, Away, Silent, Cuts, Mumbles, SaysHalf, FullAtOnce }

/// <summary>Speaks what clamd speaks when it is sent a stream, on a port or a socket of the file system; and misbehaves when it is told to.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    /// <summary>What it takes for a virus, wherever it stands in a file.</summary>
    public const string Virus = "X5O-not-really-a-virus";

    private readonly Socket _listener;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _running;

    private FakeClamd(Socket listener)
    {
        _listener = listener;
        _listener.Listen();
        _running = RunAsync();
    }

    public ClamdMood Mood { get; set; }

    /// <summary>The files that it has seen whole.</summary>
    public int Seen { get; private set; }

    /// <summary>As Uploads__ClamAv says it.</summary>
    public string Address => _listener.LocalEndPoint is IPEndPoint end ? $"127.0.0.1:{end.Port}" : _listener.LocalEndPoint!.ToString()!;

    public static FakeClamd Start(string? path = null)
    {
        var listener = path is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(path is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(path));
        return new FakeClamd(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        while (true)
        {
            var caller = await _listener.AcceptAsync(_ending.Token);
            _ = AnswerAsync(caller);
        }
    }

    private async Task AnswerAsync(Socket caller)
    {
        try
        {
            using var stream = new NetworkStream(caller, ownsSocket: true);
            if (Mood == ClamdMood.Away)
                return;
            var verb = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(verb, _ending.Token);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(verb));
            if (await ReadAsync(stream) is { } file)
                await SayAsync(stream, Encoding.Latin1.GetString(file).Contains(Virus, StringComparison.Ordinal) ? "stream: Test-Virus FOUND\0" : "stream: OK\0");
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // The caller, or the test, has enough of it.
        }
    }

    // Null: it has said what it wanted in the middle.
    private async Task<byte[]?> ReadAsync(NetworkStream stream)
    {
        using var file = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _ending.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            await stream.ReadExactlyAsync(piece, _ending.Token);
            if (piece.Length > 0 && Mood == ClamdMood.Cuts)
                return null;
            if (piece.Length > 0 && Mood == ClamdMood.FullAtOnce)
            {
                await SayAsync(stream, "INSTREAM size limit exceeded. ERROR\0");
                return null;
            }

            if (piece.Length == 0)
                break;
            file.Write(piece);
        }

        Seen++;
        switch (Mood)
        {
            case ClamdMood.Silent:
                await Task.Delay(Timeout.Infinite, _ending.Token);
                return null;
            case ClamdMood.Mumbles:
                await SayAsync(stream, new string('?', 5000));
                return null;
            case ClamdMood.SaysHalf:
                await SayAsync(stream, "stream: OK");
                return null;
            default:
                return file.ToArray();
        }
    }

    private Task SayAsync(NetworkStream stream, string words) => stream.WriteAsync(Encoding.ASCII.GetBytes(words), _ending.Token).AsTask();
}
