using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LeadHeat.Core.Wire;

/// <summary>
/// The one way to the Api for Web, Worker and programs. The <see cref="HttpClient"/> brings the address and the credentials.
/// Every call throws <see cref="LeadHeatException"/> when the Api refuses or cannot be reached.
/// </summary>
public sealed partial class LeadHeatClient(HttpClient http)
{
    private static readonly LeadHeatJson Json = LeadHeatJson.Default;

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, type, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(method, path, content, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, answerType, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync<TBody>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyType);
        using var response = await SendAsync(method, path, content, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unreachable(unreachable);
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw Unreachable(late.InnerException);
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await ProblemAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false)
                ?? throw new LeadHeatException(HttpStatusCode.BadGateway, "The answer was empty", null, null);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw Unreachable(broken);
        }
    }

    // People read its message: how often was tried, and which socket refused, is for logs.
    private static LeadHeatException Unreachable(Exception why) =>
        new(HttpStatusCode.ServiceUnavailable, "LeadHeat's service cannot be reached right now", null, null, why);

    private static async Task<LeadHeatException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ProblemBody? body = null;
        try
        {
            body = await response.Content.ReadFromJsonAsync(Json.ProblemBody, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            // A proxy's page or an empty body: the status says all there is.
        }

        return new LeadHeatException(response.StatusCode, body?.Title ?? $"Refused with {(int)response.StatusCode}", body?.Detail, body?.Errors) { Ticket = body?.Ticket };
    }

    /// <summary>Server-sent events as they arrive: id, event name, data.</summary>
    private async IAsyncEnumerable<(string? Id, string Event, string Data)> EventsAsync(
        HttpRequestMessage request, [EnumeratorCancellation] CancellationToken cancellationToken, Action? begun = null)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unreachable(unreachable);
        }

        using (response)
        {
            if (!response.IsSuccessStatusCode)
                throw await ProblemAsync(response, cancellationToken).ConfigureAwait(false);
            begun?.Invoke();
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(body).EnumerateAsync(cancellationToken).ConfigureAwait(false))
                yield return (item.EventId, item.EventType, item.Data);
        }
    }
}
