using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.Conversions;

/// <summary>
/// Tells Meta which stages its leads reached, where the person has agreed to that. An event that was cut off is sent again: by its id
/// Meta takes it once. One Api of many does it.
/// </summary>
internal sealed partial class ConversionSender(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, ConversionStore store, Graph graph, TimeProvider clock, ILogger<ConversionSender> logger) : BackgroundService
{
    // Any number does that nothing else in the database locks by.
    private const long Lock = 4_715_202_615;

    private const int FewestTries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await leadership.HoldAsync(stoppingToken) || !await SendDueAsync(stoppingToken))
                    await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.TakeAsync(cancellationToken);
        foreach (var conversion in due)
            await SendAsync(conversion, cancellationToken);
        return due.Count > 0;
    }

    private async Task SendAsync(DueConversion due, CancellationToken cancellationToken)
    {
        if (!due.HasConsent)
        {
            await store.EndAsync(due, ConversionState.Withheld, "The person has not agreed to it.", TimeSpan.Zero, cancellationToken);
            return;
        }

        var payload = ConversionPayload.Of(due.Stage, due.At, due.LeadgenId, due.Email, due.Phone, $"{due.LeadId}:{Words.Of(due.Stage)}", due.TestCode);
        var answer = graph.IsSetUp
            ? await graph.PostAsync($"{Uri.EscapeDataString(due.DatasetId)}/events", payload, cancellationToken)
            : new(GraphOutcome.TokenExpired, default);
        await (answer.Outcome switch
        {
            GraphOutcome.Good => store.EndAsync(due, ConversionState.Sent, null, TimeSpan.Zero, cancellationToken),
            GraphOutcome.Refused => store.EndAsync(due, ConversionState.Failed, $"{answer.Refusal} Is the dataset's number right, and may the token write to it? Then send it again.", TimeSpan.Zero, cancellationToken),
            _ => AgainAsync(due, answer.Outcome == GraphOutcome.TokenExpired, cancellationToken),
        });
    }

    private Task AgainAsync(DueConversion due, bool needsToken, CancellationToken cancellationToken)
    {
        var pause = needsToken ? TokenPause : TimeSpan.FromSeconds(Math.Min(2 * Math.Pow(2, due.Attempts), LongestPause.TotalSeconds));
        var why = needsToken ? "The access token is missing or has expired: renew Meta__AccessToken." : "Meta asks to wait, or does not answer.";
        // One that somebody sends again may be older than a day.
        return clock.GetUtcNow() + pause - due.At < Day || due.Attempts < FewestTries
            ? store.EndAsync(due, ConversionState.Queued, why, pause, cancellationToken)
            : store.EndAsync(due, ConversionState.Failed, $"It was tried again and again. {why} Then send it again.", TimeSpan.Zero, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stages could not be told to Meta: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
