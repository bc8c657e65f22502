using System.Security.Claims;

namespace LeadHeat.Api.Access;

/// <summary>Who does something, as timelines say it; a machine has no id.</summary>
internal sealed record Actor(Guid? Id, string Name)
{
    /// <summary>The key of the program that does it.</summary>
    public Guid? KeyId { get; private init; }

    public static Actor Of(ClaimsPrincipal caller) => new(IdIn(caller, ClaimTypes.NameIdentifier), caller.FindFirstValue(ClaimTypes.Name) ?? "Unknown")
    {
        KeyId = IdIn(caller, AccessClaims.Key),
    };

    private static Guid? IdIn(ClaimsPrincipal caller, string claim) => Guid.TryParse(caller.FindFirstValue(claim), out var id) ? id : null;
}
