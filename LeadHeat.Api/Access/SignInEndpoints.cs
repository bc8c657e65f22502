using LeadHeat.Api.Limits;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

internal static class SignInEndpoints
{
    // One answer for an unknown address, a wrong password and a locked account: nobody learns here who has an account.
    private const string Refused = "The e-mail address or the password is wrong. After five wrong passwords an account rests for five minutes.";
    private const string Expired = "The refresh token is not valid, or not any more. Sign in again at POST " + Routes.SignIn + ".";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Routes.SignIn, SignInAsync).WithTags("Access").WithSummary("Signs a member of the team in")
            .AllowAnonymous().RequireRateLimit(RateLimits.SignIn).Produces<SignedIn>();
        routes.MapPost(Routes.Refresh, RefreshAsync).WithTags("Access").WithSummary("Exchanges a refresh token for new tokens")
            .AllowAnonymous().RequireRateLimit(RateLimits.SignIn).Produces<SignedIn>();
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> SignInAsync(
        SignIn signIn, UserManager<User> users, SignInManager<User> signInManager, IPasswordHasher<User> hasher)
    {
        var user = await users.FindByEmailAsync(signIn.Email);
        if (user is null)
        {
            // As much work as for a known address, so that the time says nothing either.
            hasher.HashPassword(null!, signIn.Password);
            return Unauthorized(Refused);
        }

        var checkedPassword = await signInManager.CheckPasswordSignInAsync(user, signIn.Password, lockoutOnFailure: true);
        return checkedPassword.Succeeded ? await TokensAsync(signInManager, user) : Unauthorized(Refused);
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshSignIn refresh, SignInManager<User> signInManager, IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock)
    {
        var ticket = tokens.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(refresh.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || clock.GetUtcNow() >= expires
            || await signInManager.ValidateSecurityStampAsync(ticket.Principal) is not { } user)
            return Unauthorized(Expired);
        return await TokensAsync(signInManager, user);
    }

    private static async Task<SignInHttpResult> TokensAsync(SignInManager<User> signInManager, User user) =>
        TypedResults.SignIn(await signInManager.CreateUserPrincipalAsync(user), authenticationScheme: IdentityConstants.BearerScheme);

    private static ProblemHttpResult Unauthorized(string why) =>
        TypedResults.Problem(why, statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in");
}
