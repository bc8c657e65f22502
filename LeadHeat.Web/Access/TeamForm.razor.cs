using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Access;

/// <summary>One team, or one that is to be.</summary>
public sealed partial class TeamForm
{
    private HashSet<Guid> _members = [];
    private string _name = "";
    private string _playbooks = "";

    [Parameter]
    public SalesTeam? Team { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamMember> Members { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<(Guid? Id, SaveTeam Team)> Save { get; set; }

    [Parameter]
    public EventCallback<SalesTeam> Remove { get; set; }

    protected override void OnInitialized()
    {
        if (Team is null)
            return;
        (_name, _playbooks, _members) = (Team.Name, string.Join(", ", Team.Playbooks), [.. Team.Members]);
    }

    private void Choose(Guid member, bool chosen)
    {
        if (chosen)
            _members.Add(member);
        else
            _members.Remove(member);
    }

    private Task SubmitAsync() => Save.InvokeAsync((Team?.Id, new SaveTeam(
        _name.Trim(), _playbooks.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), [.. _members])));
}
