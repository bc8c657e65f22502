using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Web;

/// <summary>The chat's hub over a web socket of one's own, as somebody without a browser speaks with it.</summary>
internal sealed class RawHub : IDisposable
{
    private const char End = '\u001e';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _unread = new();
    private int _calls;

    /// <summary>Null and the status, where the connection is refused.</summary>
    public static async Task<(RawHub? Hub, int Status)> OpenAsync(RunningApp app, string path, string? origin)
    {
        var hub = new RawHub();
        hub._socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            hub._socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await hub._socket.ConnectAsync(new Uri("ws" + app.WebUrl["http".Length..] + path), limit.Token);
            return (hub, (int)hub._socket.HttpStatusCode);
        }
        catch (WebSocketException)
        {
            using (hub)
                return (null, (int)hub._socket.HttpStatusCode);
        }
    }

    /// <summary>Connected and greeted.</summary>
    public static async Task<RawHub> EnterAsync(RunningApp app)
    {
        var hub = (await OpenAsync(app, "/chat/hub", app.WebUrl)).Hub!;
        await hub.WriteAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await hub.ReadAsync());
        return hub;
    }

    /// <summary>All that a method answers, until it has ended.</summary>
    /// <param name="streams">It answers with a stream.</param>
    public async Task<string> CallAsync(string method, bool streams, params object?[] arguments)
    {
        var id = $"{++_calls}";
        await WriteAsync(JsonSerializer.Serialize(new { type = streams ? 4 : 1, invocationId = id, target = method, arguments }));
        var answers = new StringBuilder();
        while (true)
        {
            var message = await ReadAsync() ?? throw new InvalidOperationException("The connection was closed.");
            var about = JsonDocument.Parse(message).RootElement;
            answers.Append(message);
            if (about.GetProperty("type").GetInt32() == 3 && about.GetProperty("invocationId").GetString() == id)
                return answers.ToString();
        }
    }

    public async Task WriteAsync(string message)
    {
        using var limit = new CancellationTokenSource(Patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>The next message; null once the other side has closed.</summary>
    public async Task<string?> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var text = _unread.ToString();
            if (text.IndexOf(End, StringComparison.Ordinal) is var end and >= 0)
            {
                _unread.Remove(0, end + 1);
                return text[..end];
            }

            try
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                if (read.MessageType == WebSocketMessageType.Close)
                    return null;
                _unread.Append(Encoding.UTF8.GetString(buffer.AsSpan(0, read.Count)));
            }
            catch (WebSocketException)
            {
                return null;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
