using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Intake;

/// <summary>Starts made-up traffic and shows how far it is; nothing where the simulator is off.</summary>
public sealed partial class SimulatorPanel
{
    private SimulatorStatus? _status;
    private SimulatorLedger? _ledger;
    private int _count = 60;
    private int _rate = 5;
    private int _batch = 3;
    private int _duplicates = 5;
    private int _reordered = 5;
    private int _seed = 1;
    private int _lost;
    private int _odd = 5;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.InboundChanged }
        || (_ledger is { IsSettled: false } && news is { Event.Kind: LiveEventKind.MessageAdded });

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        (_status, _ledger) = (Take<SimulatorStatus>(), Take<SimulatorLedger>());
        return _status is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            _status = await Api.GetSimulatorAsync();
            Keep(_status);
            if (_status is not { Enabled: true, Run: not null })
                return;
            _ledger = await Api.GetSimulatorLedgerAsync();
            Keep(_ledger);
        }
        catch (LeadHeatException)
        {
            // The page says already that the Api cannot be reached; the panel is not why anybody comes here.
        }
    }

    private Task<bool> StartAsync() => Notices.TryAsync(async () => _status = await Api.StartSimulatorAsync(new(_count, _rate, _duplicates, _reordered, _batch, _seed, _lost, _odd)));

    private Task<bool> StopAsync() => Notices.TryAsync(() => Api.StopSimulatorAsync());
}
