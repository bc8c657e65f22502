using System.Net;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Scoring;

/// <summary>The card's trial on all leads: begun here or by somebody else, and followed to its end.</summary>
public sealed partial class ScorecardPage
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    private ShadowRun? _run;
    private bool _begun;

    private bool IsTrying => _begun || _run is { State: ShadowState.Running };

    // Who has begun it here follows it already.
    private void Show(ShadowRun? run)
    {
        if (_begun)
            return;
        _run = run;
        if (IsTrying)
            RefreshLater();
    }

    private async Task LoadRunAsync()
    {
        try
        {
            await Readings.ReadAsync(LatestRunAsync, Show);
        }
        catch (LeadHeatException)
        {
            // It is read again; what is being written stands there meanwhile.
        }
    }

    private async Task<ShadowRun?> LatestRunAsync()
    {
        try
        {
            return await Api.GetLatestShadowAsync(Name, Version);
        }
        catch (LeadHeatException none) when (none.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task TryAsync(int? capacity)
    {
        if (IsTrying || (_dirty && !await SaveAsync()))
            return;
        _begun = true;
        try
        {
            _run = await Api.StartShadowAsync(Name, Version, new(capacity));
            await FollowAsync(_run.Id);
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not tried: {refused.Message}");
        }

        _begun = false;
    }

    private async Task FollowAsync(Guid id)
    {
        try
        {
            while (_run is { State: ShadowState.Running })
            {
                StateHasChanged();
                await Task.Delay(Look, Clock);
                _run = await Api.GetShadowAsync(id);
            }
        }
        catch (LeadHeatException)
        {
            // What became of it is looked up until somebody can tell.
            RefreshLater();
        }
    }
}
