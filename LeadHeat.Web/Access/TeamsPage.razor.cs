using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;

namespace LeadHeat.Web.Access;

/// <summary>Who shares leads with whom.</summary>
public sealed partial class TeamsPage
{

    protected override bool Concerns(LiveNews news) => news.Kind == LiveNewsKind.Reload;

    protected override async Task<TeamsShown> ReadAsync()
    {
        var members = Api.GetTeamAsync();
        return new(await Api.GetSalesTeamsAsync(), [.. (await members).Where(member => !member.Disabled)]);
    }

    private Task SaveAsync((Guid? Id, SaveTeam Team) save) => RunAsync(() => Api.SaveTeamAsync(save.Id, save.Team), $"{save.Team.Name} is saved.");

    private Task RemoveAsync(SalesTeam team) => RunAsync(() => Api.RemoveTeamAsync(team.Id), $"{team.Name} is gone; its leads belong to no team.");

    private async Task RunAsync(Func<Task> act, string done)
    {
        if (!await Notices.TryAsync(act))
            return;
        Notices.Say(done);
        await LoadAsync();
    }
}

/// <summary>What the page shows first.</summary>
public sealed record TeamsShown(IReadOnlyList<SalesTeam> Teams, IReadOnlyList<TeamMember> Members);
