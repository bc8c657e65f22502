using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels;

/// <summary>What a request to Meta came to.</summary>
/// <param name="Outcome">What to do now.</param>
/// <param name="Body">The answer where it was good.</param>
/// <param name="Code">Meta's number of the fault.</param>
/// <param name="Message">Meta's words for it; never shown to visitors.</param>
internal sealed record GraphAnswer(GraphOutcome Outcome, JsonElement Body, int? Code = null, string? Message = null)
{
    private const int Longest = 200;

    /// <summary>That it was refused, and why as far as Meta says, in one or two sentences for the team.</summary>
    public string Refusal => (Code, Message) switch
    {
        (null, null or "") => "Meta refuses it and does not say why.",
        (null, _) => $"Meta refuses it: {Cut(Message)}",
        (_, null or "") => $"Meta refuses it (code {Code}).",
        _ => $"Meta refuses it (code {Code}): {Cut(Message)}",
    };

    private static string Cut(string message) => (message.Length <= Longest ? message : message[..Longest]).TrimEnd('.', ' ') + ".";
}

internal enum GraphOutcome
{
    Good,

    /// <summary>It was refused for good: another try changes nothing.</summary>
    Refused,

    /// <summary>Too much at the moment, or Meta is away: try later. It was certainly not done.</summary>
    Later,

    /// <summary>The token has expired or lost its rights: nothing will work until an admin has renewed it.</summary>
    TokenExpired,

    /// <summary>Cut off after it was sent: it may have been done.</summary>
    Unsure,
}

/// <summary>Meta's Graph API. The token goes into a header, so that no log of addresses has it.</summary>
internal sealed class Graph(IHttpClientFactory clients, IOptions<MetaOptions> meta, TimeProvider clock)
{
    public const string ClientName = "graph";

    private const int LargestAnswer = 4 * 1024 * 1024;

    // Whoever shows a token again and again that has expired is shut out altogether.
    private const int MostRefusals = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly int[] Throttled = [4, 17, 32, 613, 80007, 130429, 131048, 131056];

    private int _refusals;
    private long _restsUntil;

    public bool IsSetUp => meta.Value.AccessToken.Length > 0;

    public static void AddTo(IServiceCollection services) => services.AddHttpClient(ClientName, client =>
    {
        client.Timeout = TimeSpan.FromSeconds(20);
        client.MaxResponseContentBufferSize = LargestAnswer;
    }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) });

    public Task<GraphAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, AddressOf(path)), cancellationToken);

    public Task<GraphAnswer> PostAsync(string path, byte[] json, CancellationToken cancellationToken) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, AddressOf(path))
        {
            Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        }, cancellationToken);

    private Uri AddressOf(string path)
    {
        var root = meta.Value.GraphBaseUrl.ToString();
        return new Uri(root.EndsWith('/') ? root + path : $"{root}/{path}");
    }

    private async Task<GraphAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref _restsUntil))
                return new(GraphOutcome.TokenExpired, default, Message: "The token was refused again and again: Meta is not asked for a while.");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", meta.Value.AccessToken);
            try
            {
                using var client = clients.CreateClient(ClientName);
                using var response = await client.SendAsync(request, cancellationToken);
                var answer = await ReadAsync(response, cancellationToken);
                Count(answer.Outcome);
                return answer;
            }
            catch (HttpRequestException failure)
            {
                var neverSent = failure.InnerException is SocketException || failure.HttpRequestError == HttpRequestError.ConnectionError;
                return new(neverSent ? GraphOutcome.Later : GraphOutcome.Unsure, default, Message: failure.HttpRequestError.ToString());
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(GraphOutcome.Unsure, default, Message: "It took too long.");
            }
        }
    }

    private void Count(GraphOutcome outcome)
    {
        if (outcome != GraphOutcome.TokenExpired)
            Volatile.Write(ref _refusals, 0);
        else if (Interlocked.Increment(ref _refusals) >= MostRefusals)
            Volatile.Write(ref _restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
    }

    private static async Task<GraphAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        JsonElement body;
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return new(response.IsSuccessStatusCode ? GraphOutcome.Unsure : GraphOutcome.Later, default, Message: "The answer is no JSON.");
        }

        if (response.IsSuccessStatusCode)
            return new(GraphOutcome.Good, body);
        var error = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var found) ? found : default;
        var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) && number.TryGetInt32(out var known) ? known : (int?)null;
        var message = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var text) ? text.ToString() : null;
        return new(OutcomeOf(response.StatusCode, code), default, code, message);
    }

    private static GraphOutcome OutcomeOf(HttpStatusCode status, int? code) => code switch
    {
        190 => GraphOutcome.TokenExpired,
        { } known when Throttled.Contains(known) => GraphOutcome.Later,
        _ when status == HttpStatusCode.TooManyRequests || (int)status >= 500 => GraphOutcome.Later,
        _ => GraphOutcome.Refused,
    };
}
