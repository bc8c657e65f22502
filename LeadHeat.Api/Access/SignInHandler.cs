using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Lets members of the team in by the token of an open sign-in.</summary>
internal sealed class SignInHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, SignIns signIns)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "bearer";

    private const string Prefix = "Bearer ";

    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The token is not good, or not any more.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await signIns.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } user)
            return Refused;
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.Name), new(ClaimTypes.Email, user.Email),
                new(ClaimTypes.Role, user.Role), new(AccessClaims.SignIn, user.SignInId.ToString()),
                new(AccessClaims.SecondFactor, user.SecondFactor ? "true" : "false"),
                .. user.Teams.Select(team => new Claim(AccessClaims.Team, team.ToString())),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>What we say of a caller beyond the usual.</summary>
internal static class AccessClaims
{
    public const string SignIn = "sign-in";
    public const string SecondFactor = "second-factor";
    public const string Team = "team";
    public const string Key = "key";
    public const string Scope = "scope";

    /// <summary>Somebody who came in by a password alone; keys of programs are none.</summary>
    public static bool LacksSecondFactor(ClaimsPrincipal caller) => caller.HasClaim(SecondFactor, "false");

    /// <summary>The sign-in that the caller's token is of.</summary>
    public static Guid SignInOf(ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(SignIn)!);
}
