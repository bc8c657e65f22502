using System.Security.Claims;
using System.Text.Encodings.Web;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Lets machines in by the key in their X-Api-Key header: the two of the installation, or one that an admin made.</summary>
internal sealed class MachineKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, MachineKeys keys, ApiKeys apiKeys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "machine-key";

    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The key is unknown.");
    private static readonly AuthenticateResult Admin = Known(Roles.Admin, "Admin key");
    private static readonly AuthenticateResult Service = Known(Roles.Service, "Service");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers[Routes.ApiKeyHeader].ToString();
        if (shown.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal))
            return await apiKeys.FindAsync(shown, Context.RequestAborted) is { } key ? Known(key) : Refused;
        return keys.RoleOf(shown) switch
        {
            Roles.Admin => Admin,
            Roles.Service => Service,
            _ => Refused,
        };
    }

    private static AuthenticateResult Known(KnownKey key)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, $"Key {key.Name}"), new Claim(AccessClaims.Key, key.Id.ToString()), .. key.Scopes.Select(scope => new Claim(AccessClaims.Scope, scope))],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private static AuthenticateResult Known(string role, string name)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.Name, name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
