using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Api.Knowledge;

/// <summary>A small server with OpenAI's embeddings endpoint, misbehaving where the script says so; the last step is repeated for ever.</summary>
internal sealed class FakeEmbeddings : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, JsonArray, Task>> _script;
    private readonly WebApplication _app;
    private Func<HttpContext, JsonArray, Task> _last = Vectors(128);

    private FakeEmbeddings(IEnumerable<Func<HttpContext, JsonArray, Task>> script)
    {
        _script = new(script);
        _app = SmallServer.Build();
        _app.MapPost("/v1/embeddings", AnswerAsync);
    }

    public ConcurrentQueue<JsonNode> Requests { get; } = new();

    public string Endpoint => _app.Address() + "/v1";

    public static async Task<FakeEmbeddings> StartAsync(params Func<HttpContext, JsonArray, Task>[] script)
    {
        var fake = new FakeEmbeddings(script);
        await fake._app.StartAsync();
        return fake;
    }

    /// <summary>From the next request on.</summary>
    public void Then(Func<HttpContext, JsonArray, Task> step) => _script.Enqueue(step);

    /// <summary>A vector for each text, in the wrong order, as the format allows; texts with the same words lie close.</summary>
    public static Func<HttpContext, JsonArray, Task> Vectors(int dimensions) => async (http, texts) =>
    {
        var data = new JsonArray([.. texts.Select((text, index) => (JsonNode)new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = Of((string)text!, dimensions) }).Reverse()]);
        await http.Response.WriteAsJsonAsync(new JsonObject { ["object"] = "list", ["data"] = data, ["model"] = "fake" });
    };

    public static Func<HttpContext, JsonArray, Task> Refuse(int status, string? retryAfter = null) => (http, _) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public static Func<HttpContext, JsonArray, Task> Say(string text) => async (http, _) =>
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(text);
    };

    /// <summary>Ends the connection in the middle of the answer.</summary>
    public static async Task Cut(HttpContext http, JsonArray texts)
    {
        http.Response.ContentLength = 10_000;
        await http.Response.WriteAsync("{\"data\":[{\"index\":0,\"embedding\":[0.1,");
        http.Abort();
    }

    /// <summary>Gives no answer while the caller waits.</summary>
    public static Task Hang(HttpContext http, JsonArray texts) => Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = (await JsonNode.ParseAsync(http.Request.Body))!;
        Requests.Enqueue(request);
        if (_script.TryDequeue(out var step))
            _last = step;
        await _last(http, request["input"]!.AsArray());
    }

    private static JsonArray Of(string text, int dimensions)
    {
        var vector = new double[dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', '.', ',', '?'], StringSplitOptions.RemoveEmptyEntries))
            vector[word.Aggregate(7, (hash, letter) => ((hash * 31) + letter) & 0xFFFF) % dimensions] += 1;
        return new JsonArray([.. vector.Select(value => (JsonNode)JsonValue.Create(value))]);
    }
}
