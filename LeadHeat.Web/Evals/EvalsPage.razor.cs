using LeadHeat.Core.Evals;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Evals;

/// <summary>How well the bot did in the last run of the evals, and which corrections became cases.</summary>
public sealed partial class EvalsPage
{
    private readonly EvalsState _state = new();
    private string? _fault;

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    protected override Task OnInitializedAsync()
    {
        _state.Overview = Handover.Take<EvalOverview>();
        return _state.Overview is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            _state.Overview = await Api.GetEvalsAsync();
            _fault = null;
            if (!RendererInfo.IsInteractive)
                Handover.Keep(_state.Overview);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
    }

    private async Task ForgetAsync(KeptCase kept)
    {
        try
        {
            await Api.ForgetCaseAsync(kept.Id);
            _state.Forget(kept.Id);
            Notices.Say("The test case is gone.");
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not removed: {refused.Message}");
        }
    }
}
