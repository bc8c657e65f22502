using System.Net;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Repeats a call that failed in passing, if sending it twice does no more than sending it once. A POST is not repeated here, unless who
/// sends it says that it only reads.
/// </summary>
internal sealed class RetryHandler(TimeProvider clock) : DelegatingHandler
{
    private const int Attempts = 4;
    private static readonly HttpRequestOptionsKey<bool> IsRead = new("leadheat.read");
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!MayRepeat(request))
            return await base.SendAsync(request, cancellationToken);

        for (var attempt = 1; ; attempt++)
        {
            var response = await TryOnceAsync(request, isLast: attempt == Attempts, cancellationToken);
            if (response is not null && (attempt == Attempts || !IsPassing(response.StatusCode)))
                return response;

            var pause = Pause(attempt, response);
            response?.Dispose();
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage?> TryOnceAsync(HttpRequestMessage request, bool isLast, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(AttemptLimit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            return await base.SendAsync(request, limit.Token);
        }
        catch (HttpRequestException) when (!isLast)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Who called did not cancel anything: to them this is a service that cannot be reached.
            return isLast ? throw new HttpRequestException($"No answer within {AttemptLimit.TotalSeconds:0} s, {Attempts} times.") : null;
        }
    }

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Content is null or not StreamContent
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete
            || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options || (request.Options.TryGetValue(IsRead, out var isRead) && isRead));

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static TimeSpan Pause(int attempt, HttpResponseMessage? response)
    {
        var doubled = FirstPause * (1 << (attempt - 1)) * (0.5 + Random.Shared.NextDouble());
        var asked = response?.Headers.RetryAfter?.Delta ?? doubled;
        return asked < LongestPause ? asked : LongestPause;
    }
}
