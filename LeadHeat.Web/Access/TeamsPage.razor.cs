using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Access;

/// <summary>Who shares leads with whom.</summary>
public sealed partial class TeamsPage
{
    private TeamsShown? _shown;
    private string? _fault;

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync();

    protected override Task OnInitializedAsync()
    {
        _shown = Take<TeamsShown>();
        return _shown is null ? LoadAsync() : Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        try
        {
            var members = Api.GetTeamAsync();
            _shown = new TeamsShown(await Api.GetSalesTeamsAsync(), [.. (await members).Where(member => !member.Disabled)]);
            _fault = null;
            Keep(_shown);
        }
        catch (LeadHeatException refused)
        {
            _fault = refused.Message;
        }
    }

    private Task SaveAsync((Guid? Id, SaveTeam Team) save) => RunAsync(() => Api.SaveTeamAsync(save.Id, save.Team), $"{save.Team.Name} is saved.");

    private Task RemoveAsync(SalesTeam team) => RunAsync(() => Api.RemoveTeamAsync(team.Id), $"{team.Name} is gone; its leads belong to no team.");

    private async Task RunAsync(Func<Task> act, string done)
    {
        try
        {
            await act();
            Notices.Say(done);
            await LoadAsync();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail(refused.Errors.Values.FirstOrDefault()?.FirstOrDefault() ?? refused.Message);
        }
    }
}

/// <summary>What the page shows first.</summary>
internal sealed record TeamsShown(IReadOnlyList<SalesTeam> Teams, IReadOnlyList<TeamMember> Members);
