using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadHeat.Web.Access;

/// <summary>Who asks, outside of a page.</summary>
internal sealed class RequestUser(ClaimsPrincipal user) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
}
