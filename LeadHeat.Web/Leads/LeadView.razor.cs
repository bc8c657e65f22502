using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Live;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>A lead: the conversation, who it is and what to do. Stands beside the inbox's list or alone.</summary>
public sealed partial class LeadView : IDisposable
{
    private LeadState _state = null!;
    private Me? _me;
    private IReadOnlyList<TeamMember> _team = [];
    private Refresher? _refresher;
    private IDisposable? _listening;
    private bool _sideOpen;

    [Parameter, EditorRequired]
    public required Guid LeadId { get; set; }

    /// <summary>Where Escape and the arrow lead.</summary>
    [Parameter, EditorRequired]
    public required string Back { get; set; }

    /// <summary>The next lead of the list this was opened from.</summary>
    [Parameter]
    public string? Next { get; set; }

    [Inject]
    private LeadHeatClient Api { get; init; } = null!;

    [Inject]
    private TeamSession Session { get; init; } = null!;

    [Inject]
    private LiveFeed Feed { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    [Inject]
    private Handover Handover { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _state = new LeadState(Api, LeadId, Clock);
        Listen();
        if (Handover.Take<LeadDetail>() is { } rendered && rendered.Id == LeadId)
            _state.Take(rendered);
        _me = await Session.GetMeAsync();
        await LoadAsync();
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _refresher?.Dispose();
    }

    /// <summary>Listens before reading, so that no change falls between.</summary>
    private void Listen()
    {
        if (!RendererInfo.IsInteractive)
            return;
        _refresher = new Refresher(Clock, Refresher.Pause, _ => InvokeAsync(RefreshAsync));
        _listening = Feed.Listen(news =>
        {
            if (_state.Concerns(news))
                _refresher.Ask();
        });
    }

    private async Task LoadAsync()
    {
        var team = TeamAsync();
        await _state.RefreshAsync();
        _team = await team;
        if (!RendererInfo.IsInteractive && _state.Detail is { } detail)
            Handover.Keep(detail);
    }

    private async Task<IReadOnlyList<TeamMember>> TeamAsync()
    {
        try
        {
            return await Api.GetTeamAsync();
        }
        catch (LeadHeatException)
        {
            // The lead can be read and answered without the list of owners; the lead's own fault is shown.
            return [];
        }
    }

    private async Task RefreshAsync()
    {
        var last = _state.Transcript.Newest;
        await _state.RefreshAsync();
        if (_state.Transcript.Newest is { Author: MessageAuthor.Visitor } newest && newest.Id != last?.Id)
            Notices.Announce($"New message from {_state.Detail?.Lead.Name}");
        StateHasChanged();
    }

    private async Task Lit(IReadOnlyList<Evidence> evidence)
    {
        _sideOpen = false;
        await _state.LightAsync(evidence);
    }

    private void Show() => StateHasChanged();
}
