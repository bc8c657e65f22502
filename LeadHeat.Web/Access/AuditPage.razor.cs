using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Access;

/// <summary>Who changed or exported what; for admins.</summary>
public sealed partial class AuditPage
{
    private List<AuditRow>? _rows;
    private IReadOnlyList<TeamMember> _members = [];
    private string? _next;
    private bool _filtered;
    private string _actor = "";
    private string _action = "";
    private string _subject = "";
    private string? _fault;

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => ReadAsync(null);

    private Task MoreAsync() => ReadAsync(_next);

    private async Task ReadAsync(string? cursor)
    {
        try
        {
            if (_members.Count == 0)
                _members = await Api.GetTeamAsync();
            await Readings.ReadAsync(() => Api.GetAuditAsync(Guid.TryParse(_actor, out var actor) ? actor : null, _action.Trim(), _subject.Trim(), cursor), page =>
            {
                _rows = cursor is null ? [.. page.Items] : [.. _rows!, .. page.Items];
                (_next, _fault, _filtered) = (page.Next, null, _actor + _action + _subject != "");
            });
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    // role: agent → admin
    private static string Change(AuditRow row) => row.After is not { ValueKind: System.Text.Json.JsonValueKind.Object } after ? "" : string.Join(", ", after.EnumerateObject()
        .Select(member => (member.Name, Now: member.Value.ToString(), Was: row.Before is { } before && before.TryGetProperty(member.Name, out var was) ? was.ToString() : null))
        .Where(member => member.Now != member.Was)
        .Select(member => member.Was is null ? $"{member.Name}: {member.Now}" : $"{member.Name}: {member.Was} → {member.Now}"));
}
