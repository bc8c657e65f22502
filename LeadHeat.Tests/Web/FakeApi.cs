using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Web;

/// <summary>Answers the client in the test's stead, and remembers what was asked.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly Dictionary<string, Func<string, HttpResponseMessage>> _answers = [];

    public List<string> Asked { get; } = [];

    /// <summary>What an answer waits for on its way back.</summary>
    public Dictionary<string, Task> Slow { get; } = [];

    public LeadHeatClient Client => new(new HttpClient(this) { BaseAddress = new Uri("http://api") });

    /// <summary>Answers a method and path, whatever the query.</summary>
    public FakeApi Answer<T>(string request, Func<string, T> answer, JsonTypeInfo<T> type)
    {
        _answers[request] = query => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(answer(query), type)) };
        return this;
    }

    public FakeApi Refuse(string request, HttpStatusCode status, string title)
    {
        _answers[request] = _ => new HttpResponseMessage(status)
        {
            Content = new StringContent(JsonSerializer.Serialize(new ProblemBody(title, null, (int)status, null), LeadHeatJson.Default.ProblemBody)),
        };
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        Asked.Add(path + request.RequestUri.Query);
        var answered = _answers.TryGetValue(path, out var answer)
            ? answer(request.RequestUri.Query)
            : throw new InvalidOperationException($"The test has no answer to {path}.");
        await Slow.GetValueOrDefault(path, Task.CompletedTask);
        return answered;
    }
}
