using System.Diagnostics;
using System.Text.Json;

namespace LeadHeat.Bench;

/// <summary>Somebody who chats through the API: four messages, the next as soon as the last is answered.</summary>
internal sealed class Visitor(Uri api, string key, Times times) : IDisposable
{
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(30);

    private static readonly string[] Lines =
    [
        "Hi, I am looking for a 2 bedroom apartment in Whitefield", "my budget is under 2 crore", "we want to move within 3 months", "I'm Asha, {0}",
    ];

    private readonly Wire _wire = new(api, key);

    public static int TurnsAConversation => Lines.Length;

    /// <summary>One conversation from its beginning; throws when anything goes wrong.</summary>
    public async Task TalkAsync()
    {
        var session = await StartAsync();
        foreach (var line in Lines)
            times.Add(await SayAsync(session, line.Replace("{0}", $"asha.{Guid.NewGuid():N}@example.com", StringComparison.Ordinal)));
    }

    public async Task<Guid> StartAsync()
    {
        await _wire.PostAsync("/api/agent/session", $$"""{"playbook":"real-estate","channel":"web","sessionKey":"{{Guid.NewGuid():N}}"}""").WaitAsync(TurnLimit);
        if (_wire.Status >= 300)
            throw new IOException($"session {_wire.Status}");
        var answer = _wire.Answer;
        var at = answer.IndexOf("\"sessionId\":\"", StringComparison.Ordinal) + "\"sessionId\":\"".Length;
        return Guid.Parse(answer.AsSpan(at, 36));
    }

    /// <summary>Milliseconds from sending a message to <c>done</c>.</summary>
    public async Task<double> SayAsync(Guid session, string text)
    {
        var body = $$"""{"sessionId":"{{session}}","text":{{JsonSerializer.Serialize(text)}},"clientMessageId":"{{Guid.NewGuid():N}}"}""";
        var began = Stopwatch.GetTimestamp();
        var took = 0d;
        await _wire.PostAsync("/api/agent/turn", body, answer =>
        {
            if (took == 0 && answer.IndexOf("event: done"u8) >= 0)
                took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).WaitAsync(TurnLimit);
        return _wire.Status == 200 && took > 0 ? took : throw new IOException($"turn {_wire.Status}, {(took > 0 ? "done" : "not done")}");
    }

    public void Dispose() => _wire.Dispose();
}
