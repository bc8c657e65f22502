using LeadHeat.Core.Live;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Usage;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Problems;

/// <summary>The turns that failed too often with the way to have them answered again, and what hosted models cost.</summary>
public sealed partial class ProblemsPage : IDisposable
{
    private readonly HashSet<Guid> _replayed = [];
    private IReadOnlyList<DeadTurn>? _turns;
    private ModelUsage? _usage;
    private string? _fault;
    private Refresher? _refresher;
    private IDisposable? _listening;

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private LiveFeed Feed { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    protected override Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _refresher = new Refresher(Clock, Refresher.Pause, _ => InvokeAsync(LoadAsync));
            _listening = Feed.Listen(news =>
            {
                if (news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.TurnDead })
                    _refresher.Ask();
            });
        }

        (_turns, _usage) = Handover.Take<ProblemsShown>() ?? new(null, null);
        return _turns is null ? LoadAsync() : Task.CompletedTask;
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _refresher?.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            var usage = Api.GetUsageAsync(UsageBy.Day);
            _turns = await Api.GetDeadTurnsAsync();
            _usage = await usage;
            _replayed.RemoveWhere(id => _turns.All(turn => turn.TurnId != id));
            _fault = null;
            if (!RendererInfo.IsInteractive)
                Handover.Keep(new ProblemsShown(_turns, _usage));
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }

        StateHasChanged();
    }

    private async Task ReplayAsync(DeadTurn turn)
    {
        try
        {
            await Api.ReplayTurnAsync(turn.TurnId);
            _replayed.Add(turn.TurnId);
            Notices.Say($"{turn.LeadName} is being answered again.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not queued: {refused.Message}");
        }
    }
}

/// <summary>What the page shows first.</summary>
internal sealed record ProblemsShown(IReadOnlyList<DeadTurn>? Turns, ModelUsage? Usage);
