using System.Threading.Channels;
using LeadHeat.Api.Channels;
using LeadHeat.Api.Channels.WhatsApp;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Live;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Simulator;

/// <summary>Sends one run at a time.</summary>
internal sealed class SimulatorRunner(
    SimulatorOptions options, SignedDeliveries deliveries, SentTwice sentTwice, SimulatedOddities oddities, TemplateStore templates, TemplateFetch fetch, IOptions<MetaOptions> meta, LiveEvents live, TimeProvider clock)
    : BackgroundService
{
    private readonly Channel<SimulatorRun> _runs = Channel.CreateBounded<SimulatorRun>(1);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _messages = [];
    private readonly HashSet<string> _forms = [];
    private DateTimeOffset _began = clock.GetUtcNow();
    private CancellationTokenSource? _stop;
    private SimulatorStatus _status = new(options.IsOn, false, null, 0, 0, 0);

    public SimulatorStatus Status => Volatile.Read(ref _status);

    /// <summary>The platform's ids of what the latest run was told that it is stored, and when that run began.</summary>
    public (string[] Messages, string[] Forms, DateTimeOffset Began) Acknowledged
    {
        get
        {
            lock (_lock)
                return ([.. _messages], [.. _forms], _began);
        }
    }

    /// <summary>False when one runs already.</summary>
    public bool Start(SimulatorRun run)
    {
        lock (_lock)
        {
            if (_status.Running || !_runs.Writer.TryWrite(run))
                return false;
            _status = new(true, true, run, 0, 0, 0);
            return true;
        }
    }

    public void Stop()
    {
        lock (_lock)
            _stop?.Cancel();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var run in _runs.Reader.ReadAllAsync(stoppingToken))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            lock (_lock)
                _stop = stop;
            try
            {
                await SendAsync(run, stop.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // Somebody has stopped it: what was sent stays.
            }
            catch when (!stoppingToken.IsCancellationRequested)
            {
                Show(status => status with { Failure = "Something went wrong on our side, and the rest was not sent; the Api's log says what. Send it again." });
                throw;
            }
            finally
            {
                lock (_lock)
                    (_stop, _status) = (null, _status with { Running = false });
                live.Publish(LiveEventKind.InboundChanged);
            }
        }
    }

    private async Task SendAsync(SimulatorRun run, CancellationToken cancellationToken)
    {
        if ((await templates.ListAsync(cancellationToken)).Items.Count == 0)
            await fetch.FetchAsync(cancellationToken);
        var began = clock.GetUtcNow();
        Forget(began);
        var planned = SimulatedTraffic.Of(run, new FlowToken(null, SimulatedPeople.Playbook, FlowToken.CurrentVersion).Sign(meta.Value.AppSecret), began);
        Show(status => status with { Planned = planned.Sum(delivery => delivery.Events) });
        var before = 0;
        foreach (var delivery in planned)
        {
            if (began + TimeSpan.FromSeconds((double)before / run.Rate) - clock.GetUtcNow() is { Ticks: > 0 } early)
                await Task.Delay(early, clock, cancellationToken);
            before += delivery.Events;
            var taken = await deliveries.SendAsync(delivery.Channel, delivery.Body, cancellationToken);
            if (taken)
                Remember(delivery);
            Show(status => taken ? status with { Sent = status.Sent + delivery.Events } : status with { Refused = status.Refused + delivery.Events });
        }
    }

    private void Forget(DateTimeOffset began)
    {
        sentTwice.Clear();
        oddities.Clear();
        lock (_lock)
        {
            _messages.Clear();
            _forms.Clear();
            _began = began;
        }
    }

    private void Remember(SimulatedDelivery delivery)
    {
        var ids = MetaEnvelope.Split(delivery.Body).Select(each => each.ExternalId);
        lock (_lock)
            (delivery.Channel == InboundChannel.Whatsapp ? _messages : _forms).UnionWith(ids);
    }

    private void Show(Func<SimulatorStatus, SimulatorStatus> change)
    {
        lock (_lock)
            _status = change(_status);
    }
}
