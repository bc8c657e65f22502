using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LeadHeat.Bench;

/// <summary>
/// One kept-alive connection to the Api, as light as it can be: it shares two cores with what it measures.
/// Understands what the Api sends (chunked bodies, or a length) and nothing else.
/// </summary>
internal sealed class Wire(Uri address, string key) : IDisposable
{
    public static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "content-length: "u8.ToArray();

    private byte[] _answer = new byte[16 * 1024];
    private int _filled;
    private Socket? _socket;

    /// <summary>Of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>Head and body of the last answer, chunk marks and all.</summary>
    public string Answer => Encoding.UTF8.GetString(_answer, 0, _filled);

    public Task PostAsync(string path, string json, Action<ReadOnlySpan<byte>>? arrived = null) =>
        SendAsync($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nX-Api-Key: {key}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(json).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{json}", arrived);

    public Task GetAsync(string path) =>
        SendAsync($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nX-Api-Key: {key}\r\n\r\n", null);

    public void Dispose() => _socket?.Dispose();

    /// <param name="arrived">Gets all that has come so far, each time that something has.</param>
    private async Task SendAsync(string request, Action<ReadOnlySpan<byte>>? arrived)
    {
        _socket ??= await ConnectAsync();
        await _socket.SendAsync(Encoding.UTF8.GetBytes(request));
        (_filled, Status) = (0, 0);
        while (!IsWhole())
        {
            if (_filled == _answer.Length)
                Array.Resize(ref _answer, _answer.Length * 2);
            var count = await _socket.ReceiveAsync(_answer.AsMemory(_filled));
            if (count == 0)
            {
                _socket.Dispose();
                _socket = null;
                throw new IOException("The connection was closed within an answer.");
            }
            _filled += count;
            arrived?.Invoke(_answer.AsSpan(0, _filled));
        }
        Status = int.Parse(_answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", address.Port);
        return socket;
    }

    private bool IsWhole()
    {
        var answer = _answer.AsSpan(0, _filled);
        var head = answer.IndexOf(HeadEnd);
        if (head < 0)
            return false;
        var length = LowerHead(head).IndexOf(Length);
        if (length < 0)
            return answer.EndsWith(LastChunk);
        var digits = answer[(length + Length.Length)..];
        return _filled >= head + HeadEnd.Length + int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }

    private Span<byte> LowerHead(int length)
    {
        Span<byte> head = new byte[length];
        Ascii.ToLower(_answer.AsSpan(0, length), head, out _);
        return head;
    }
}
