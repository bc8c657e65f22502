using LeadHeat.Core.Live;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Usage;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Problems;

/// <summary>The turns that failed too often with the way to have them answered again, and what hosted models cost.</summary>
public sealed partial class ProblemsPage
{
    private readonly HashSet<Guid> _replayed = [];
    private IReadOnlyList<DeadTurn>? _turns;
    private ModelUsage? _usage;
    private string? _fault;

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.TurnDead };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        (_turns, _usage) = Take<ProblemsShown>() ?? new(null, null);
        return _turns is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            await Readings.ReadAsync(ReadAsync, read =>
            {
                (_turns, _usage, _fault) = (read.Turns, read.Usage, null);
                _replayed.RemoveWhere(id => read.Turns!.All(turn => turn.TurnId != id));
                Keep(read);
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private async Task<ProblemsShown> ReadAsync()
    {
        var usage = Api.GetUsageAsync(UsageBy.Day);
        return new(await Api.GetDeadTurnsAsync(), await usage);
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
