using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>
/// Works off what came in: takes deliveries apart and hands their events to the handler of their channel, each contact's in order,
/// several contacts at once. One Api of many does it at a time.
/// </summary>
internal sealed partial class InboundPump(
    [FromKeyedServices(Database.Leaders)] NpgsqlDataSource leaders, Deliveries deliveries, InboundEvents events, SenderNames names, IEnumerable<IInboundHandler> handlers, InboundSignal signal, LiveEvents live,
    TimeProvider clock, ILogger<InboundPump> logger) : BackgroundService
{
    // Any number does that nothing else in the database locks by.
    private const long Lock = 4_715_202_612;

    // What is handled at once is stored together. More would not be done sooner, and what platforms deliver meanwhile would wait for it.
    private static readonly int ContactsAtOnce = Math.Min(8, 4 * Environment.ProcessorCount);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // Nobody sees it in an answer. At 200 events a second a fifth of the processor is saved, and platforms are acknowledged in half of the time.
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(30);

    private readonly Dictionary<InboundChannel, IInboundHandler> _handlers = handlers.ToDictionary(handler => handler.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leadership = new Leadership(leaders, Lock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var pace = new Pace(clock, Round);
                if (await leadership.HoldAsync(stoppingToken) && await PumpAsync(stoppingToken))
                    await pace.RestAsync(stoppingToken);
                else
                    await signal.WaitAsync(Idle, stoppingToken);
            }
            catch (NpgsqlException failure) when (Outage.Is(failure))
            {
                LogOutage(logger, failure.Message);
                await Task.Delay(Idle, clock, stoppingToken);
            }
        }
    }

    /// <summary>Whether there may be more.</summary>
    private async Task<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var split = await deliveries.SplitAsync(cancellationToken);
        await HearAsync(cancellationToken);
        var taken = await events.TakeAsync(cancellationToken);
        var named = await names.OfAsync(taken, pending => _handlers[pending.Channel].PartiesOf(pending), cancellationToken);
        await Parallel.ForEachAsync(
            InTurn.Of(named), new ParallelOptions { MaxDegreeOfParallelism = ContactsAtOnce, CancellationToken = cancellationToken },
            async (ofContact, token) =>
            {
                foreach (var each in ofContact)
                {
                    if (!await (each.HeldUntil is { } until ? HoldAsync(each.Event, until, token) : HandleAsync(each.Event, token)))
                        break;
                }
            });
        if (split + taken.Count == 0)
            return false;
        live.Publish(LiveEventKind.InboundChanged);
        return true;
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
        {
            try
            {
                await handler.HearAsync(cancellationToken);
            }
            // It is heard in its turn.
            catch (Exception failure) when (failure is not OperationCanceledException && !Outage.Is(failure))
            {
                LogUnheard(logger, failure, handler.Channel);
            }
        }
    }

    /// <summary>False when the event waits for another try, and what the contact sent after it with it.</summary>
    private async Task<bool> HandleAsync(PendingEvent pending, CancellationToken cancellationToken)
    {
        try
        {
            var handled = await _handlers[pending.Channel].HandleAsync(pending, cancellationToken);
            await events.EndAsync(pending, handled, cancellationToken);
            return handled.State != InboundState.Pending;
        }
        // Whatever is wrong with one event must not keep the others from being handled; an outage is everybody's.
        catch (Exception failure) when (failure is not OperationCanceledException && !Outage.Is(failure))
        {
            LogFailed(logger, failure, pending.Id);
            await events.FailAsync(pending, $"Something went wrong on our side ({failure.GetType().Name}); the Api's log says what. Try again when it is mended.");
            return false;
        }
    }

    // What comes after it under its own name waits behind it, so that each name is held once.
    private async Task<bool> HoldAsync(PendingEvent pending, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await events.EndAsync(pending, Handled.Wait("It follows what the same person wrote before it, which waits.", until - clock.GetUtcNow()), cancellationToken);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Id} could not be handled")]
    private static partial void LogFailed(ILogger logger, Exception failure, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "What cannot wait of {Channel} could not be heard")]
    private static partial void LogUnheard(ILogger logger, Exception failure, InboundChannel channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came in could not be worked off: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
