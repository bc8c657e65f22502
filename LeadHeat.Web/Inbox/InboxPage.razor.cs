using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Inbox;

/// <summary>The list of leads beside the one that is read; the address holds the view and the open lead.</summary>
public sealed partial class InboxPage
{
    private InboxState _state = null!;
    private RowWindow _window = RowWindow.Beginning;
    private InboxFilter? _asked;
    private Guid? _openWhenAsked;

    [SupplyParameterFromQuery]
    private string? Heat { get; set; }

    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    [SupplyParameterFromQuery]
    private string? Source { get; set; }

    [SupplyParameterFromQuery]
    private string? Owner { get; set; }

    [SupplyParameterFromQuery]
    private string? Waiting { get; set; }

    [SupplyParameterFromQuery]
    private string? Find { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Upload { get; set; }

    [SupplyParameterFromQuery]
    private string? Playbook { get; set; }

    [SupplyParameterFromQuery]
    private string? CreatedFrom { get; set; }

    [SupplyParameterFromQuery]
    private string? CreatedTo { get; set; }

    [SupplyParameterFromQuery]
    private string? Figure { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [Inject]
    private TeamSession Session { get; init; } = null!;

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    [Inject]
    private SearchWords Searches { get; init; } = null!;

    private Guid? OpenLead => Guid.TryParse(Lead, out var lead) ? lead : null;

    protected override void OnInitialized()
    {
        _state = new InboxState(Api, () => Session.Me?.Id ?? Guid.Empty);
        base.OnInitialized();
    }

    protected override bool Concerns(LiveNews news) => _state.Notes(news);

    protected override Task RefreshAsync(CancellationToken cancellationToken) => _state.RefreshAsync(cancellationToken);

    protected override Task OnInitializedAsync() => Session.GetMeAsync();

    protected override async Task OnParametersSetAsync()
    {
        var filter = InboxFilter.Parse(Heat, Status, Source, Owner, Waiting, Searches.Open(Find), Sort, Upload, Playbook, CreatedFrom, CreatedTo, Figure);
        // An address on the way to the view that was asked for last is already old; a lead that was opened in it meanwhile stays open.
        if (_asked is not null && filter != _asked)
        {
            if (OpenLead is { } opened && opened != _openWhenAsked)
                Address.NavigateTo(To(_asked, opened));
            return;
        }

        _asked = null;
        if (_state.Loaded && filter == _state.Filter)
            return;
        _window = RowWindow.Beginning;
        if (!_state.Take(Take<InboxSnapshot>(), filter))
            await _state.ShowAsync(filter);
        if (_state.Snapshot() is { } snapshot)
            Keep(snapshot);
    }

    private Task LoadMoreAsync() => _state.LoadMoreAsync();

    private Task RetryAsync() => _state.ShowAsync(_state.Filter);

    private void Scrolled(RowWindowEventArgs seen) => _window = RowWindow.Of(seen.First, seen.Count);

    /// <summary>Shows a view at once; the address follows.</summary>
    private async Task ShowAsync(InboxFilter filter)
    {
        (_asked, _openWhenAsked) = (filter, OpenLead);
        Address.NavigateTo(To(filter, OpenLead));
        _window = RowWindow.Beginning;
        await _state.ShowAsync(filter);
    }

    private string? AddressAfter(Guid lead)
    {
        // A lead that has left this view, answered and waiting no more, is followed by whoever is first in it.
        var next = _state.Rows.Any(row => row.Id == lead) ? _state.Rows.SkipWhile(row => row.Id != lead).Skip(1).FirstOrDefault() : _state.Rows is [var first, ..] ? first : null;
        return next is null ? null : To(_state.Filter, next.Id);
    }

    private string To(InboxFilter filter, Guid? lead = null) => filter.ToAddress(lead, Searches.Seal(filter.Text));
}
