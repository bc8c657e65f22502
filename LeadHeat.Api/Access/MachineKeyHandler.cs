using System.Security.Claims;
using System.Text.Encodings.Web;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Lets machines in by the key in their X-Api-Key header.</summary>
internal sealed class MachineKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, MachineKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "machine-key";

    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The key is unknown.");
    private static readonly AuthenticateResult Admin = Known(Roles.Admin, "Admin key");
    private static readonly AuthenticateResult Service = Known(Roles.Service, "Service");

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(keys.RoleOf(Request.Headers[Routes.ApiKeyHeader].ToString()) switch
        {
            Roles.Admin => Admin,
            Roles.Service => Service,
            _ => Refused,
        });

    private static AuthenticateResult Known(string role, string name)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.Name, name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
