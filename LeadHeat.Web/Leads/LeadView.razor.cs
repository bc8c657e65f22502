using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>A lead: the conversation, who it is and what to do. Stands beside the inbox's list or alone.</summary>
public sealed partial class LeadView
{
    private LeadState _state = null!;
    private Me? _me;
    private IReadOnlyList<TeamMember> _team = [];
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
    private TeamSession Session { get; init; } = null!;

    protected override void OnInitialized()
    {
        _state = new LeadState(Api, LeadId, Clock);
        base.OnInitialized();
    }

    protected override async Task OnInitializedAsync()
    {
        if (Take<LeadDetail>() is { } rendered && rendered.Id == LeadId)
            _state.Take(rendered);
        _me = await Session.GetMeAsync();
        await LoadAsync();
    }

    protected override bool Concerns(LiveNews news) => _state.Concerns(news);

    protected override async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var last = _state.Transcript.Newest;
        await _state.RefreshAsync(cancellationToken);
        // The bot may have answered by now: its reply is the newest then.
        if (_state.Transcript.After(last).Any(message => message.Author == MessageAuthor.Visitor))
            Notices.Announce($"New message from {_state.Detail?.Lead.Name}");
    }

    private async Task LoadAsync()
    {
        var team = TeamAsync();
        await _state.RefreshAsync();
        _team = await team;
        if (_state.Detail is { } detail)
            Keep(detail);
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

    private Task RetryAsync() => RefreshAsync(CancellationToken.None);

    private async Task Lit(IReadOnlyList<Evidence> evidence)
    {
        _sideOpen = false;
        await _state.LightAsync(evidence);
    }

    private void Show() => StateHasChanged();
}
