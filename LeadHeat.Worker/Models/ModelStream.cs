using System.ClientModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Wire = OpenAI.Chat;

namespace LeadHeat.Worker.Models;

/// <summary>One answer as it comes in, with a limit on every wait, and with every way to fail told as a <see cref="ModelFailure"/>.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _patience;
    private readonly CancellationToken _caller;
    private readonly IAsyncEnumerator<Wire.StreamingChatCompletionUpdate> _updates;
    private bool _hasBegun;

    public ModelStream(Func<CancellationToken, AsyncCollectionResult<Wire.StreamingChatCompletionUpdate>> open, CancellationToken caller)
    {
        _caller = caller;
        _patience = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _updates = open(_patience.Token).GetAsyncEnumerator(_patience.Token);
    }

    public Wire.StreamingChatCompletionUpdate Current => _updates.Current;

    public async Task<bool> MoveNextAsync(TimeSpan longestWait)
    {
        _patience.CancelAfter(longestWait);
        try
        {
            return _hasBegun = await _updates.MoveNextAsync();
        }
        catch (ClientResultException refused)
        {
            throw new ModelFailure(ReasonOf(refused.Status), refused) { RetryAfter = RetryAfter(refused) };
        }
        catch (OperationCanceledException) when (!_caller.IsCancellationRequested)
        {
            throw new ModelFailure(ModelFailure.TooSlow);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            throw new ModelFailure(_hasBegun ? ModelFailure.CutOff : ModelFailure.Unreachable, cut);
        }
        // What the package throws when a piece is no JSON, or not the JSON that it should be.
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException
            or InvalidDataException)
        {
            throw new ModelFailure(ModelFailure.BadAnswer, broken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync();
        _patience.Dispose();
    }

    // The package says 0 where no answer came at all.
    private static string ReasonOf(int status) => status switch
    {
        0 => ModelFailure.Unreachable,
        (int)HttpStatusCode.TooManyRequests => ModelFailure.RateLimited,
        (int)HttpStatusCode.RequestTimeout or >= 500 => ModelFailure.ServerError,
        _ => ModelFailure.Refused,
    };

    // Retry-After: 20, or a date, or OpenAI's finer retry-after-ms: 1500.
    private static TimeSpan? RetryAfter(ClientResultException refused)
    {
        if (refused.GetRawResponse()?.Headers is not { } headers)
            return null;
        if (headers.TryGetValue("retry-after-ms", out var fine) && double.TryParse(fine, CultureInfo.InvariantCulture, out var milliseconds))
            return TimeSpan.FromMilliseconds(Math.Max(0, milliseconds));
        if (!headers.TryGetValue("Retry-After", out var text))
            return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Max(0, seconds));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date)
            ? Later(date - DateTimeOffset.UtcNow)
            : null;
    }

    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
