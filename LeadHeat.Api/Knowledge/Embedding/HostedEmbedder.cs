using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LeadHeat.Api.Knowledge.Embedding;

/// <summary>
/// An embedding model behind OpenAI's wire format. What is busy, broken or slow is asked again a few times; an answer that does not fit the question is a
/// failure, so that no wrong vector is ever kept.
/// </summary>
internal sealed class HostedEmbedder(EmbeddingConnection connection, HttpClient http, TimeProvider clock) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int MostTexts = 64;
    private const int Attempts = 4;
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly Uri _address = new(connection.Endpoint.ToString().TrimEnd('/') + "/embeddings");

    // Set by every answer: a model may be changed behind its name.
    private volatile int _dimensions;
    private volatile string? _failure;

    public string Model => connection.Model;

    /// <summary>How many numbers its vectors had the last time; null before the first.</summary>
    public int? Dimensions => _dimensions == 0 ? null : _dimensions;

    /// <summary>Why it gave none the last time; null when it did.</summary>
    public string? Failure => _failure;

    /// <summary>The vectors of texts, in their order, each of length 1 and all of one dimension.</summary>
    /// <exception cref="EmbeddingFailure">They cannot be had now.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        GeneratedEmbeddings<Embedding<float>> all = [];
        foreach (var texts in values.Chunk(MostTexts))
            all.AddRange(await ReadAsync(texts, cancellationToken));
        return all.Select(one => one.Vector.Length).Distinct().Count() <= 1 ? all : throw new EmbeddingFailure("The embedding model gave vectors of different lengths.");
    }

    /// <summary>One text's vector at the first attempt; null where there is none in this time.</summary>
    public async Task<float[]?> TryOnceAsync(string text, TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            return (await OnceAsync([text], most, cancellationToken))[0].Vector.ToArray();
        }
        catch (EmbeddingFailure)
        {
            return null;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("openai", connection.Endpoint, connection.Model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<Embedding<float>[]> ReadAsync(string[] texts, CancellationToken cancellationToken)
    {
        for (var (attempt, pause) = (1, FirstPause); ; attempt++, pause *= 2)
        {
            try
            {
                return await OnceAsync(texts, AttemptTime, cancellationToken);
            }
            catch (EmbeddingFailure failure)
            {
                _failure = failure.Message;
                if (!failure.MayPass || attempt == Attempts)
                    throw;
                var wait = failure.RetryAfter is { } told && told > pause ? told : pause;
                await Task.Delay(wait < LongestPause ? wait : LongestPause, clock, cancellationToken);
            }
        }
    }

    private async Task<Embedding<float>[]> OnceAsync(string[] texts, TimeSpan most, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Content = JsonContent.Create(new EmbeddingRequest(connection.Model, texts), EmbeddingJson.Default.EmbeddingRequest),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", connection.Key);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                throw Refused(response);
            var vectors = Check(await response.Content.ReadFromJsonAsync(EmbeddingJson.Default.EmbeddingAnswer, either.Token), texts.Length);
            (_dimensions, _failure) = (vectors[0].Vector.Length, null);
            return vectors;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingFailure($"The embedding model gave no answer within {most.TotalSeconds:0.#} s.", mayPass: true);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException or NotSupportedException)
        {
            throw new EmbeddingFailure("The embedding model's answer was cut or could not be read.", mayPass: true, broken);
        }
    }

    private EmbeddingFailure Refused(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        return new($"The embedding model answered {(int)response.StatusCode}.", response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            RetryAfter = after?.Delta ?? after?.Date - clock.GetUtcNow(),
        };
    }

    private static Embedding<float>[] Check(EmbeddingAnswer? answer, int count)
    {
        var vectors = answer?.Data?.OrderBy(one => one.Index).Select(one => one.Embedding ?? []).ToArray() ?? [];
        if (vectors.Length != count || answer!.Data!.Select(one => one.Index).Distinct().Count() != count)
            throw new EmbeddingFailure($"The embedding model gave {vectors.Length} vectors for {count} texts.");
        if (vectors[0].Length == 0 || vectors.Any(vector => vector.Length != vectors[0].Length))
            throw new EmbeddingFailure("The embedding model gave vectors of different lengths.");
        return [.. vectors.Select(vector => new Embedding<float>(Unit(vector)))];
    }

    private static float[] Unit(float[] vector)
    {
        var length = Math.Sqrt(vector.Sum(value => (double)value * value));
        return double.IsFinite(length) && length > 0
            ? Array.ConvertAll(vector, value => (float)(value / length)) : throw new EmbeddingFailure("The embedding model gave a vector without a direction.");
    }
}

/// <summary>A hosted embedding model did not give what it was asked for.</summary>
/// <param name="mayPass">Whether the same may succeed a little later.</param>
internal sealed class EmbeddingFailure(string message, bool mayPass = false, Exception? inner = null) : Exception(message, inner)
{
    public bool MayPass { get; } = mayPass;

    public TimeSpan? RetryAfter { get; init; }
}
