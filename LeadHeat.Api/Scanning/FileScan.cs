using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace LeadHeat.Api.Scanning;

/// <summary>
/// One file on its way through clamd's INSTREAM: each piece behind its length, a length of nought at the end, then one answer: "stream: OK" or
/// "stream: Name FOUND". Whatever else happens, the file is not scanned.
/// </summary>
internal sealed class FileScan(ScannerOptions options, Action<ScanResult, string> note) : IAsyncDisposable
{
    private const int LongestAnswer = 1024;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    private Socket? _socket;
    private string? _broken;

    public async Task WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (options.ClamAv.Length == 0 || _broken is not null || piece.Length == 0)
            return;
        await TryAsync(
            async limit =>
            {
                await ConnectAsync(limit);
                await SendLengthAsync(piece.Length, limit);
                await SendAsync(piece, limit);
            },
            cancellationToken);
    }

    public async Task<ScanResult> EndAsync(CancellationToken cancellationToken)
    {
        if (options.ClamAv.Length == 0)
            return new(ScanVerdict.Clean);
        var answer = "";
        if (_broken is null)
            await TryAsync(
                async limit =>
                {
                    await ConnectAsync(limit);
                    await SendLengthAsync(0, limit);
                },
                cancellationToken);
        // Who refuses in the middle says why before closing.
        if (_socket is { } socket)
            await TryAsync(async limit => answer = await AnswerAsync(socket, limit), cancellationToken);
        var result = Read(answer, _broken is null);
        if (result.Verdict != ScanVerdict.Clean)
            note(result, _broken ?? "the scanner's answer was not understood");
        return result;
    }

    public ValueTask DisposeAsync()
    {
        _socket?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ScanResult Read(string answer, bool isWhole)
    {
        if (answer.EndsWith("size limit exceeded. ERROR", StringComparison.Ordinal))
            return new(ScanVerdict.TooLarge);
        if (answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal))
            return new(ScanVerdict.Infected, answer["stream: ".Length..^" FOUND".Length]);
        return new(answer == "stream: OK" && isWhole ? ScanVerdict.Clean : ScanVerdict.Unscanned);
    }

    // Another socket for each file: one that was cut in the middle cannot go on with the next.
    private async Task ConnectAsync(CancellationToken limit)
    {
        if (_socket is not null)
            return;
        var address = options.Address!;
        var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(limit);
        patience.CancelAfter(ConnectLimit);
        try
        {
            await socket.ConnectAsync(address, patience.Token);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _socket = socket;
        await SendAsync("zINSTREAM\0"u8.ToArray(), limit);
    }

    private Task SendLengthAsync(int length, CancellationToken limit)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return SendAsync(bytes, limit);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken limit)
    {
        while (bytes.Length > 0)
            bytes = bytes[await _socket!.SendAsync(bytes, limit)..];
    }

    private static async Task<string> AnswerAsync(Socket socket, CancellationToken limit)
    {
        var buffer = new byte[LongestAnswer];
        var length = 0;
        while (length < buffer.Length && await socket.ReceiveAsync(buffer.AsMemory(length), limit) is var came and > 0)
        {
            length += came;
            if (buffer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end)
                return Encoding.UTF8.GetString(buffer, 0, end);
        }

        return "";
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.ClamAvSeconds));
        try
        {
            await act(limit.Token);
        }
        catch (SocketException refused)
        {
            _broken ??= refused.SocketErrorCode.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _broken ??= "it did not answer in time";
        }
    }
}
