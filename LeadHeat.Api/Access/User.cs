using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>A member of the team.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public required string Name { get; set; }
}
