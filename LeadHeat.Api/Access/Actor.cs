using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>Who does something, as timelines say it; a machine has no id.</summary>
internal sealed record Actor(Guid? Id, string Name)
{
    public static Actor Of(ClaimsPrincipal caller) => new(
        Guid.TryParse(caller.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null,
        caller.FindFirstValue(ClaimTypes.Name) ?? "Unknown");
}
