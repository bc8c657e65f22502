using System.Globalization;
using System.Security.Claims;
using LeadHeat.Core.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LeadHeat.Web.Access;

/// <summary>What the encrypted cookie of a signed-in browser holds: who it is, and the tokens for the Api.</summary>
internal static class SignInCookie
{
    private const string Access = "access";
    private const string Refresh = "refresh";
    private const string Until = "until";

    public static ClaimsPrincipal Write(Me me, SessionTokens tokens) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, me.Id.ToString()),
            new(ClaimTypes.Name, me.Name),
            new(ClaimTypes.Email, me.Email),
            new(ClaimTypes.Role, me.Role),
            new(Access, tokens.Access),
            new(Refresh, tokens.Refresh),
            new(Until, tokens.Until.ToString("O", CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static Me ReadMe(ClaimsPrincipal user) => new(
        Guid.Parse(Read(user, ClaimTypes.NameIdentifier)), Read(user, ClaimTypes.Name), Read(user, ClaimTypes.Email), Read(user, ClaimTypes.Role));

    public static SessionTokens ReadTokens(ClaimsPrincipal user) => new(
        Read(user, Access), Read(user, Refresh), DateTimeOffset.Parse(Read(user, Until), CultureInfo.InvariantCulture));

    private static string Read(ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException($"The sign-in has no claim '{claim}'.");
}
