using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>Who changed or exported what; for admins.</summary>
public sealed partial class AuditPage
{
    private List<AuditRow>? _rows;
    private IReadOnlyList<TeamMember> _members = [];
    private AuditChange _change = new([], []);
    private string? _next;
    private bool _filtered;
    private string _actor = "";
    private string _action = "";
    private string? _fault;

    /// <summary>Only what was done to the thing of this id.</summary>
    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() => ReadAsync(null);

    private Task MoreAsync() => ReadAsync(_next);

    private async Task ReadAsync(string? cursor)
    {
        try
        {
            if (_members.Count == 0)
                (_members, _change) = await NamesAsync();
            await Readings.ReadAsync(() => Api.GetAuditAsync(Guid.TryParse(_actor, out var actor) ? actor : null, _action, Subject, cursor), page =>
            {
                _rows = cursor is null ? [.. page.Items] : [.. _rows!, .. page.Items];
                (_next, _fault, _filtered) = (page.Next, null, _actor + _action + Subject != "");
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    private async Task<(IReadOnlyList<TeamMember> Members, AuditChange Change)> NamesAsync()
    {
        var members = await Api.GetTeamAsync();
        return (members, new(members, await Api.GetSalesTeamsAsync()));
    }

    private void Clear() => (_actor, _action) = ("", "");
}
