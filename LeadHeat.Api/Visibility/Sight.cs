using System.Security.Claims;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Visibility;

/// <summary>Which leads agents see. Admins, and programs with a key, see all.</summary>
internal enum LeadVisibility
{
    /// <summary>Every agent sees all leads.</summary>
    Everyone,

    /// <summary>The leads of one's teams, those of no team, and one's own.</summary>
    Team,

    /// <summary>One's own leads, and those of one's teams or of no team that nobody owns.</summary>
    Own,
}

/// <summary>Which leads one caller sees, as a condition on <c>leads l</c>. There is no other place that says it.</summary>
internal sealed record Sight(LeadVisibility Visibility, Guid User, Guid[] Teams)
{
    public static readonly Sight Everything = new(LeadVisibility.Everyone, Guid.Empty, []);

    public bool IsEverything => Visibility == LeadVisibility.Everyone;

    /// <summary>Null when every lead is seen.</summary>
    public string? Condition(SqlParameters parameters)
    {
        if (IsEverything)
            return null;
        var (user, teams) = (parameters.Add(User), parameters.Add(Teams));
        return Visibility == LeadVisibility.Team
            ? $"(l.team_id is null or l.team_id = any ({teams}) or l.owner_id = {user})"
            : $"(l.owner_id = {user} or (l.owner_id is null and (l.team_id is null or l.team_id = any ({teams}))))";
    }
}

/// <summary>Tells what a caller sees by the setting Access__LeadVisibility.</summary>
internal sealed class Sights(IOptions<AccessOptions> options)
{
    public Sight Of(ClaimsPrincipal caller)
    {
        if (options.Value.LeadVisibility == LeadVisibility.Everyone || caller.IsInRole(Roles.Admin) || caller.IsInRole(Roles.Service)
            || caller.HasClaim(claim => claim.Type == AccessClaims.Key))
            return Sight.Everything;
        // Whoever we cannot name sees what nobody's id and no team shows: nothing owned, nothing of a team.
        return new Sight(
            options.Value.LeadVisibility, Actor.Of(caller).Id ?? Guid.Empty, [.. caller.FindAll(AccessClaims.Team).Select(claim => Guid.Parse(claim.Value))]);
    }
}
