using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>A token says the person's own name, so that what they do is signed without asking the database.</summary>
internal sealed class UserClaims(
    UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (identity.FindFirst(identity.NameClaimType) is { } loginName)
            identity.RemoveClaim(loginName);
        identity.AddClaim(new Claim(identity.NameClaimType, user.Name));
        return identity;
    }
}
