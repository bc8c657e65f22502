using System.Security.Claims;
using LeadHeat.Api.Limits;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

internal static partial class SignInEndpoints
{
    // One answer for an unknown address, a wrong password, a locked and a disabled account: nobody learns here who has an account.
    private const string Refused = "The e-mail address or the password is wrong. After five wrong passwords an account rests for five minutes.";
    private const string Expired = "The refresh token is not valid, or not any more. Sign in again at POST " + Routes.SignIn + ".";
    private const string WrongCode = "This code is wrong, was used before, or came too late. Sign in again if it stays so.";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").WithTags("Access").AllowAnonymous().RequireRateLimit(RateLimits.SignIn);
        open.MapPost(Routes.SignIn, SignInAsync).WithSummary("Signs a member of the team in; 401 with a ticket asks for the second factor");
        open.MapPost(Routes.SignInCode, SignInByCodeAsync).WithSummary("The second step of a sign-in: a code of the app, or a recovery code");
        open.MapPost(Routes.Refresh, RefreshAsync).WithSummary("Exchanges a refresh token for new tokens; one that comes twice ends the sign-in");
        routes.MapPost(Routes.SignOut, SignOutAsync).WithTags("Access").RequireAuthorization(Policies.Person).ShowsNoOthersLeads().NeedsNoSecondFactor()
            .WithSummary("Ends this sign-in: its tokens are dead at once");
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> SignInAsync(
        SignIn signIn, HttpContext context, UserManager<User> users, SignInTokens tokens, SignIns signIns, IPasswordHasher<User> hasher, ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(signIn.Email);
        if (user is not { DisabledAt: null, PasswordHash: not null } || await users.IsLockedOutAsync(user))
        {
            // As much work as for an account that one can sign in to, so that the time says nothing either.
            hasher.HashPassword(null!, signIn.Password);
            Log.Refused(Logger(loggers), user?.Id, "no such account, or it is locked or disabled");
            return Unauthorized(Refused);
        }

        if (!await users.CheckPasswordAsync(user, signIn.Password))
        {
            await users.AccessFailedAsync(user);
            Log.Refused(Logger(loggers), user.Id, "wrong password");
            return Unauthorized(Refused);
        }

        if (user.TwoFactorEnabled)
            return TypedResults.Problem(
                "Send the code of your app with this ticket to POST " + Routes.SignInCode + ".", statusCode: StatusCodes.Status401Unauthorized,
                title: "A code is needed", extensions: new Dictionary<string, object?> { ["ticket"] = tokens.Ticket(user.Id) });
        return await OpenAsync(user, context, users, signIns, loggers, cancellationToken);
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> SignInByCodeAsync(
        SignInCode code, HttpContext context, UserManager<User> users, SignInTokens tokens, SignIns signIns, SecondFactors factors, ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (tokens.ReadTicket(code.Ticket) is not { } ticket || await users.FindByIdAsync(ticket.Id.ToString()) is not { DisabledAt: null } user
            || await users.IsLockedOutAsync(user))
            return Unauthorized(WrongCode);
        if (await factors.TakeAsync(user, code.Code, cancellationToken))
            return await OpenAsync(user, context, users, signIns, loggers, cancellationToken);
        await users.AccessFailedAsync(user);
        Log.Refused(Logger(loggers), user.Id, "wrong code");
        return Unauthorized(WrongCode);
    }

    // A right password alone forgives no wrong codes: only a whole sign-in begins the count anew.
    private static async Task<Ok<SignedIn>> OpenAsync(
        User user, HttpContext context, UserManager<User> users, SignIns signIns, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (user.AccessFailedCount > 0)
            await users.ResetAccessFailedCountAsync(user);
        Log.SignedIn(Logger(loggers), user.Id);
        return TypedResults.Ok(await signIns.OpenAsync(user.Id, IsWeb(context), cancellationToken));
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> RefreshAsync(
        RefreshSignIn refresh, HttpContext context, SignIns signIns, CancellationToken cancellationToken) =>
        await signIns.RefreshAsync(refresh.RefreshToken, IsWeb(context), cancellationToken) is { } tokens ? TypedResults.Ok(tokens) : Unauthorized(Expired);

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal caller, SignIns signIns, CancellationToken cancellationToken)
    {
        await signIns.EndAsync(AccessClaims.SignInOf(caller), cancellationToken);
        return TypedResults.NoContent();
    }

    private static bool IsWeb(HttpContext context) => CallerAddress.IsMachine(context, Roles.Service);

    private static ProblemHttpResult Unauthorized(string why) =>
        TypedResults.Problem(why, statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in");

    private static ILogger Logger(ILoggerFactory loggers) => loggers.CreateLogger(typeof(SignInEndpoints));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{User} signed in")]
        public static partial void SignedIn(ILogger logger, Guid user);

        [LoggerMessage(LogLevel.Warning, "A sign-in of {User} was refused: {Reason}")]
        public static partial void Refused(ILogger logger, Guid? user, string reason);
    }
}
