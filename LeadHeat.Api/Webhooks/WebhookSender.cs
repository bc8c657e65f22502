using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Webhooks;

/// <summary>Sends what waits. Every Api does; each row is taken by one of them.</summary>
internal sealed partial class WebhookSender(
    WebhookOutbox outbox, WebhookClient client, WebhookSecrets secrets, IOptions<WebhookOptions> options, LiveEvents live, TimeProvider clock,
    ILogger<WebhookSender> logger) : BackgroundService
{
    private const int AtOnce = 8;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleaned = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (clock.GetUtcNow() - cleaned > BetweenCleanings)
                {
                    await outbox.ForgetAsync(TimeSpan.FromDays(options.Value.LogDays), stoppingToken);
                    cleaned = clock.GetUtcNow();
                }

                if (await SendDueAsync(stoppingToken) == 0)
                    await Task.Delay(Idle, clock, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
                await Task.Delay(Idle, clock, stoppingToken);
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.TakeAsync(cancellationToken);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (delivery, token) => await SendAsync(delivery, token));
        if (due.Count > 0)
            live.Publish(LiveEventKind.WebhooksChanged);
        return due.Count;
    }

    private async Task SendAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var body = await outbox.BodyOfAsync(due, cancellationToken);
        var attempt = secrets.OpenOrNull(due.Secret) is { } secret
            ? await client.PostAsync(due.Url, due.Id, body, secret, cancellationToken)
            : new(null, "Its secret cannot be read with the keys that are here: add the webhook anew.", null, 0);
        var next = attempt.IsGood ? null : WebhookRetry.Next(due.Attempts, due.Since, clock.GetUtcNow(), Random.Shared.NextDouble());
        await outbox.EndAsync(due, attempt, next, options.Value.MostFailures, cancellationToken);
        if (!attempt.IsGood)
            LogFailed(logger, due.Id, due.Attempts, attempt.Status);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Id} failed at attempt {Attempt} with status {Status}")]
    private static partial void LogFailed(ILogger logger, Guid id, int attempt, int? status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be sent: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
