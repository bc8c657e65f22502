using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Overview;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Inbox;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadHeat.Web.Overview;

/// <summary>How the leads do; the address holds the time and what is looked at.</summary>
public sealed partial class OverviewPage : IDisposable
{
    private OverviewView _view = OverviewView.Parse(_ => null);
    private OverviewShown? _shown;
    private string? _fault;
    private bool _loading;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    // New figures come every few seconds while people write; nobody reads charts that jump.
    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    private string HotAddress => new InboxFilter(
        Heat: Heat.Hot, Source: _view.Query.Source, Owner: _view.Query.Owner, Sort: LeadSort.Score, Playbook: _view.Query.Playbook, Figure: OverviewFigure.Open.Text).ToAddress();

    public new void Dispose()
    {
        Address.LocationChanged -= Moved;
        base.Dispose();
    }

    protected override bool Concerns(LiveNews news) =>
        news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.OverviewChanged or LiveEventKind.HeatModelChanged };

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        Address.LocationChanged += Moved;
        _view = ViewOf(Address.Uri);
        if (Take<OverviewShown>() is { } shown && shown.View == _view)
        {
            _shown = shown;
            return Task.CompletedTask;
        }
        return LoadAsync();
    }

    private static OverviewView ViewOf(string address)
    {
        var words = QueryHelpers.ParseQuery(new Uri(address).Query);
        return OverviewView.Parse(name => words.TryGetValue(name, out var word) ? word.ToString() : null);
    }

    private void Moved(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath != "/overview" || ViewOf(moved.Location) is var view && view == _view)
            return;
        _view = ViewOf(moved.Location);
        _ = InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        });
    }

    private Task GoAsync(OverviewView view)
    {
        Address.NavigateTo(view.ToAddress());
        return Task.CompletedTask;
    }

    private Task GroupAsync(ChangeEventArgs chosen) => GoAsync(_view with { By = Words.Parse<OverviewGroup>((string)chosen.Value!) });

    private async Task LoadAsync()
    {
        var view = _view;
        _loading = _shown is not null && _shown.View != view;
        try
        {
            await Readings.ReadAsync(() => OverviewShown.LoadAsync(Api, view), shown =>
            {
                // Somebody may have gone on meanwhile.
                if (view != _view)
                    return;
                (_shown, _fault) = (shown, null);
                Keep(shown);
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Title;
        }
        finally
        {
            _loading = false;
        }
    }
}
