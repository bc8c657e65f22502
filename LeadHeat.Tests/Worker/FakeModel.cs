using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Worker;

/// <summary>
/// A small OpenAI-compatible server: streamed chat completions in the pieces that OpenAI sends, from a script, and misbehaving where
/// the script says so. The last step of a script is repeated for ever.
/// </summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private const string EndlessMark = "Neverend";

    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private readonly WebApplication _app;
    private Func<HttpContext, Task>? _last;

    private FakeModel()
    {
        _app = SmallServer.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    public string Endpoint => _app.Address() + "/v1";

    /// <summary>All that the model was sent, as text.</summary>
    public string Read => string.Join('\n', Requests.Select(request => request.ToString()));

    public static async Task<FakeModel> StartAsync(params Func<HttpContext, Task>[] script)
    {
        var model = new FakeModel();
        model.Then(script);
        await model._app.StartAsync();
        return model;
    }

    public void Then(params Func<HttpContext, Task>[] script)
    {
        foreach (var step in script)
            _script.Enqueue(step);
    }

    /// <summary>Says this, a few letters at a time.</summary>
    public static Func<HttpContext, Task> Say(string text) => async http =>
    {
        await BeginAsync(http);
        await WordsAsync(http, text);
        await EndAsync(http, "stop");
    };

    /// <summary>Calls tools; the arguments come in pieces.</summary>
    public static Func<HttpContext, Task> Call(params (string Name, string Arguments)[] calls) => async http =>
    {
        await BeginAsync(http);
        for (var index = 0; index < calls.Length; index++)
        {
            var (name, arguments) = calls[index];
            await ChunkAsync(http, ToolDelta(index, arguments: "", id: $"call_{Guid.NewGuid():N}", name));
            foreach (var piece in Pieces(arguments, 7))
                await ChunkAsync(http, ToolDelta(index, piece));
        }

        await EndAsync(http, "tool_calls");
    };

    /// <summary>Calls a tool each time another way, and again whenever it is told what came of it.</summary>
    public static Func<HttpContext, Task> Endless() => http => Call(("inventory_search", $$"""{"areas":["{{EndlessMark}} {{Guid.NewGuid():N}}"]}"""))(http);

    /// <summary>How often it did that.</summary>
    public int EndlessCalls => Requests.Count(IsEndless);

    /// <summary>Refuses with a status, as OpenAI does.</summary>
    public static Func<HttpContext, Task> Refuse(int status, string? retryAfter = null) => async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync("""{"error":{"message":"Not now","type":"requests","param":null,"code":"busy"}}""");
    };

    /// <summary>Begins to speak, and the connection is cut.</summary>
    public static Func<HttpContext, Task> Cut(string text) => async http =>
    {
        await BeginAsync(http);
        await WordsAsync(http, text);
        // An error after the beginning: Kestrel closes the connection where the next piece should be.
        throw new InvalidOperationException("cut");
    };

    /// <summary>Begins to speak, and ends without having finished.</summary>
    public static Func<HttpContext, Task> Stop(string text) => async http =>
    {
        await BeginAsync(http);
        await WordsAsync(http, text);
    };

    /// <summary>Sends something that is no JSON.</summary>
    public static Func<HttpContext, Task> Babble() => async http =>
    {
        await BeginAsync(http);
        await http.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\n\n");
    };

    /// <summary>Sends this many bytes, in pieces of words or as one that has no end.</summary>
    public static Func<HttpContext, Task> Flood(int bytes, bool inPieces) => async http =>
    {
        await BeginAsync(http);
        var words = string.Concat(Enumerable.Repeat("homes ", 1_000));
        if (!inPieces)
            await http.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"");
        for (var sent = 0; sent < bytes && !http.RequestAborted.IsCancellationRequested; sent += words.Length)
            await (inPieces ? ChunkAsync(http, new JsonObject { ["content"] = words }) : http.Response.WriteAsync(words));
    };

    /// <summary>Says nothing for a while, or begins and then says nothing.</summary>
    public static Func<HttpContext, Task> Hang(string text = "") => async http =>
    {
        if (text.Length > 0)
        {
            await BeginAsync(http);
            await WordsAsync(http, text);
        }

        await Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
        Requests.Enqueue(request);
        if (IsEndless(request))
        {
            await Endless()(http);
            return;
        }

        if (_script.TryDequeue(out var step))
            _last = step;
        await _last!(http);
    }

    // What came of such a call is the last that it is told.
    private static bool IsEndless(JsonElement request)
    {
        var messages = request.GetProperty("messages").EnumerateArray().ToArray();
        return messages is [.., var calling, var told] && told.GetProperty("role").GetString() == "tool" && calling.ToString().Contains(EndlessMark, StringComparison.Ordinal);
    }

    private static async Task BeginAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        await ChunkAsync(http, new JsonObject { ["role"] = "assistant", ["content"] = "" });
    }

    private static async Task WordsAsync(HttpContext http, string text)
    {
        foreach (var piece in Pieces(text, 5))
            await ChunkAsync(http, new JsonObject { ["content"] = piece });
    }

    private static async Task EndAsync(HttpContext http, string reason)
    {
        await ChunkAsync(http, [], reason);
        await SendAsync(http, new JsonObject
        {
            ["choices"] = new JsonArray(),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 120, ["completion_tokens"] = 30, ["total_tokens"] = 150 },
        });
        await http.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static Task ChunkAsync(HttpContext http, JsonObject delta, string? finish = null) => SendAsync(http, new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finish }),
    });

    private static async Task SendAsync(HttpContext http, JsonObject chunk)
    {
        chunk["id"] = "chatcmpl-123";
        chunk["object"] = "chat.completion.chunk";
        chunk["created"] = 1_763_600_000;
        chunk["model"] = "fake-model";
        chunk["system_fingerprint"] = "fp_44709d6fcb";
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {chunk.ToJsonString()}\n\n"), Encoding.UTF8);
        await http.Response.Body.FlushAsync();
    }

    private static JsonObject ToolDelta(int index, string arguments, string? id = null, string? name = null)
    {
        var function = new JsonObject { ["arguments"] = arguments };
        var call = new JsonObject { ["index"] = index, ["function"] = function };
        if (id is not null)
        {
            call["id"] = id;
            call["type"] = "function";
            function["name"] = name;
        }

        return new JsonObject { ["tool_calls"] = new JsonArray(call) };
    }

    private static IEnumerable<string> Pieces(string text, int length)
    {
        for (var at = 0; at < text.Length; at += length)
            yield return text.Substring(at, Math.Min(length, text.Length - at));
    }
}
