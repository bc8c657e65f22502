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
    private static readonly HttpRequestOptionsKey<bool> IsRead = new("leadheat.read");

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, type, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A list by a body: for words that are to stand in no address.</summary>
    private async Task<T> SearchAsync<T>(string path, List<(string Name, string Value)> query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var body = BodyOf(query);
        using var response = await SendAsync(HttpMethod.Post, path, body, cancellationToken, isRead: true).ConfigureAwait(false);
        return await ReadAsync(response, type, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Repeated names are alternatives.</summary>
    private static string ToQueryString(List<(string Name, string Value)> query) =>
        query.Count == 0 ? "" : "?" + string.Join('&', query.Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value)));

    private static JsonContent BodyOf(List<(string Name, string Value)> query) => JsonContent.Create(
        query.GroupBy(part => part.Name).ToDictionary(parts => parts.Key, parts => parts.Select(part => part.Value).ToArray()), Json.DictionaryStringStringArray);

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

    /// <param name="isRead">It changes nothing, whatever its method: who repeats calls may repeat it.</param>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken, bool isRead = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Options.Set(IsRead, isRead);
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
        catch (Exception unread) when (unread is JsonException or HttpRequestException or IOException)
        {
            // A proxy's page, an empty body, or one that broke off: the status says all there is.
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
