using System.Collections.Concurrent;
using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp;

/// <summary>
/// Sends what waits for WhatsApp, each conversation in its order. WhatsApp knows no repeated request, so a message is marked before it
/// is sent: one that was cut off is never sent twice by itself, and is shown as unsure instead of forgotten.
/// </summary>
internal sealed partial class WhatsAppSender(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, WhatsAppOutbox outbox, Graph graph, LiveEvents live, TimeProvider clock, ILogger<WhatsAppSender> logger) : BackgroundService
{
    // Any number does that nothing else in the database locks by.
    private const long Lock = 4_715_202_613;
    private const int MostAttempts = 8;

    // Each waits for Meta most of the time.
    private const int MostAtOnce = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly ConcurrentDictionary<Guid, bool> _underWay = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        try
        {
            await SendAllAsync(leadership, stoppingToken);
        }
        finally
        {
            // What is under way is not cut off: nobody would know whether it arrived.
            for (var i = 0; i < MostAtOnce; i++)
                await _free.WaitAsync(CancellationToken.None);
            _free.Release(MostAtOnce);
        }
    }

    private async Task SendAllAsync(Leadership leadership, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var pace = new Pace(clock, Round);
                if (!await leadership.HoldAsync(stoppingToken) || await SendDueAsync(stoppingToken) == 0)
                    await Task.Delay(Pause, clock, stoppingToken);
                else
                    await pace.RestAsync(stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
                await Task.Delay(Pause * 4, clock, stoppingToken);
            }
        }
    }

    /// <summary>How many were begun. They are not waited for: one that Meta leaves unanswered must not hold up the others.</summary>
    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var begun = 0;
        foreach (var message in await outbox.TakeAsync(cancellationToken))
        {
            if (!_underWay.TryAdd(message.MessageId, true))
                continue;
            await _free.WaitAsync(cancellationToken);
            _ = SendAndFreeAsync(message);
            begun++;
        }

        return begun;
    }

    private async Task SendAndFreeAsync(OutgoingMessage message)
    {
        try
        {
            await SendAsync(message);
        }
        catch (NpgsqlException failure) when (Outage.Is(failure))
        {
            LogOutage(logger, failure.Message);
        }
        // Whatever is wrong with one message must not keep the others from being sent.
        catch (Exception failure)
        {
            LogFailed(logger, failure, message.MessageId);
        }
        finally
        {
            _underWay.TryRemove(message.MessageId, out _);
            _free.Release();
        }
    }

    private async Task SendAsync(OutgoingMessage message)
    {
        if (!await outbox.BeginAsync(message.MessageId))
            return;
        if (WhyNot(message) is { } why)
        {
            await EndAsync(message, DeliveryState.Failed, null, why, TimeSpan.Zero);
            return;
        }

        var payload = message.Template switch
        {
            { FlowToken: not null } flow => WhatsAppPayload.Flow(message.To, message.MessageId, message.Text, flow),
            { } template => WhatsAppPayload.Template(message.To, message.MessageId, template),
            null => WhatsAppPayload.Of(message.To, message.MessageId, message.Text, message.Chips, message.Cards),
        };
        var answer = await graph.PostAsync($"{Uri.EscapeDataString(message.Account!)}/messages", payload, CancellationToken.None);
        await (answer.Outcome switch
        {
            GraphOutcome.Good => EndAsync(message, DeliveryState.Sent, IdOf(answer.Body), null, TimeSpan.Zero),
            GraphOutcome.TokenExpired => EndAsync(message, DeliveryState.Queued, null, WhatsAppFailures.InWords(190, null), TokenPause),
            GraphOutcome.Later when message.Attempts + 1 < MostAttempts => EndAsync(
                message, DeliveryState.Queued, null, null, TimeSpan.FromSeconds(Math.Pow(2, message.Attempts))),
            // It stays marked as being sent: a report may still tell that it arrived.
            GraphOutcome.Unsure => Task.CompletedTask,
            _ => EndAsync(message, DeliveryState.Failed, null, WhatsAppFailures.InWords(answer.Code, answer.Message), TimeSpan.Zero),
        });
    }

    private string? WhyNot(OutgoingMessage message)
    {
        if (message.NoMessages || (message.NoMarketing && message.Template is { FlowToken: null }))
            return "Not sent: they have taken back that we may write to them.";
        if (!graph.IsSetUp)
            return "WhatsApp is not connected: an admin has to set Meta__AccessToken.";
        if (!message.To.IsKnown || message.Account is null)
            return WhatsAppFailures.OutOfReach;
        return message.Template is null or { FlowToken: not null } && message.HeardAt is { } heard && clock.GetUtcNow() - heard > AnswerWindow.Length ? WhatsAppFailures.Outside24Hours : null;
    }

    private async Task EndAsync(OutgoingMessage message, DeliveryState state, string? externalId, string? failure, TimeSpan retryIn)
    {
        await outbox.EndAsync(message.MessageId, state, externalId, failure, retryIn);
        live.Publish(LiveEventKind.MessageAdded, message.LeadId, message.ConversationId, message.MessageId);
    }

    private static string? IdOf(JsonElement body) =>
        body.TryGetProperty("messages", out var sent) && sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() > 0
            && sent[0].TryGetProperty("id", out var id) ? id.GetString() : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be sent")]
    private static partial void LogFailed(ILogger logger, Exception failure, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages could not be sent: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
