using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace LeadHeat.Worker.Models;

/// <summary>
/// Any OpenAI-compatible model as an <see cref="IChatClient"/>. Until the first piece has come an answer is tried again; after it,
/// a failure is the caller's to handle. Everything that goes wrong is a <see cref="ModelFailure"/>.
/// Microsoft.Extensions.AI.OpenAI does the translation too: use it instead where it restores.
/// </summary>
internal sealed class HostedChatClient(ModelConnection connection, HttpClient http, ModelLimits limits, TimeProvider clock) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new("openai", connection.Endpoint, connection.Model);

    private readonly Wire.ChatClient _client = new(connection.Model, new ApiKeyCredential(connection.Key), new OpenAI.OpenAIClientOptions
    {
        Endpoint = connection.Endpoint,
        NetworkTimeout = limits.Turn,
        RetryPolicy = new ClientRetryPolicy(0),
        Transport = new HttpClientPipelineTransport(http),
    });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var wireMessages = ModelWire.Messages(messages);
        var wireOptions = ModelWire.Options(options);
        var answer = new StreamedAnswer();
        await using var stream = await OpenAsync(wireMessages, wireOptions, cancellationToken);
        do
        {
            foreach (var content in answer.Read(stream.Current))
                yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }
        while (await stream.MoveNextAsync(limits.Silence));

        yield return new ChatResponseUpdate(ChatRole.Assistant, answer.Finish());
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The HttpClient is the container's.
    }

    /// <summary>A stream that has brought its first piece.</summary>
    private async Task<ModelStream> OpenAsync(
        List<Wire.ChatMessage> messages, Wire.ChatCompletionOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stream = new ModelStream(token => _client.CompleteChatStreamingAsync(messages, options, token), cancellationToken);
            try
            {
                if (await stream.MoveNextAsync(limits.FirstWords))
                    return stream;
                throw new ModelFailure(ModelFailure.CutOff);
            }
            catch (ModelFailure failure)
            {
                await stream.DisposeAsync();
                var pause = Pause(attempt, failure);
                if (!failure.IsPassing || attempt >= limits.Attempts || pause > limits.LongestPause)
                    throw;
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private TimeSpan Pause(int attempt, ModelFailure failure) =>
        failure.RetryAfter ?? limits.FirstPause * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
}
