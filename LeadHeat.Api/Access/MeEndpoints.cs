using System.Security.Claims;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Limits;
using LeadHeat.Api.Visibility;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>What members do with their own account, and how invited ones get into theirs.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.Me, Who).WithTags("Access").RequireAuthorization(Policies.Team).ShowsNoOthersLeads().NeedsNoSecondFactor().WithSummary("Says who the caller is");
        var me = routes.MapGroup("").WithTags("Access").RequireAuthorization(Policies.Person).AuditsItself().ShowsNoOthersLeads().NeedsNoSecondFactor();
        // A stolen token must not be good for trying passwords or codes with.
        me.MapPut(Routes.MyPassword, ChangePasswordAsync).RequireRateLimit(RateLimits.SignIn).WithSummary("Another password; ends all other sign-ins");
        me.MapDelete(Routes.MySignIns, SignOutAsync).WithSummary("Signs the caller out everywhere, here too");
        me.MapGet(Routes.MySignIns, OwnSignInsAsync).WithSummary("The caller's own open sign-ins");
        me.MapDelete(Routes.MySignIns + "/{id:guid}", EndSignInAsync).WithSummary("Ends one of the caller's own sign-ins");
        me.MapPost(Routes.MySecondFactor, BeginFactorAsync).RequireRateLimit(RateLimits.SignIn).WithSummary("A key for an authenticator app; asked for once it is confirmed")
            .ProducesProblem(StatusCodes.Status409Conflict);
        me.MapPut(Routes.MySecondFactor, ConfirmFactorAsync).RequireRateLimit(RateLimits.SignIn).WithSummary("Confirms the app by a code; answers with recovery codes");
        me.MapPost(Routes.MySecondFactor + "/remove", RemoveFactorAsync).RequireRateLimit(RateLimits.SignIn).WithSummary("Takes away the second factor");
        var open = routes.MapGroup("").WithTags("Access").AllowAnonymous().RequireRateLimit(RateLimits.SignIn);
        open.MapPost(Routes.Invitation, OpenAsync).WithSummary("Whom an invitation is for");
        open.MapPost(Routes.AcceptInvitation, AcceptAsync).WithSummary("Takes an invitation: sets the member's password");
    }

    private static Ok<Me> Who(ClaimsPrincipal caller, IOptions<AccessOptions> options)
    {
        var actor = Actor.Of(caller);
        return TypedResults.Ok(new Me(
            actor.Id ?? Guid.Empty, actor.Name, caller.FindFirstValue(ClaimTypes.Email) ?? "", caller.IsInRole(Roles.Admin) ? Roles.Admin : Roles.Agent)
        {
            SecondFactor = caller.HasClaim(AccessClaims.SecondFactor, "true"), NeedsSecondFactor = options.Value.RequireSecondFactor && AccessClaims.LacksSecondFactor(caller),
        });
    }

    private static async Task<Results<NoContent, ValidationProblem>> ChangePasswordAsync(
        ChangePassword change, ClaimsPrincipal caller, UserManager<User> users, NewMembers members, CancellationToken cancellationToken)
    {
        if (await ConfirmedAsync(caller, change.Current, users) is not { } user)
            return WrongPassword("current");
        var changed = await members.ChangePasswordAsync(user, change.Password, AccessClaims.SignInOf(caller), cancellationToken);
        return changed.Succeeded ? TypedResults.NoContent() : TypedResults.ValidationProblem(TeamEndpoints.FieldErrors(changed));
    }

    private static async Task<Ok<IReadOnlyList<OwnSignIn>>> OwnSignInsAsync(ClaimsPrincipal caller, SignIns signIns, CancellationToken cancellationToken) =>
        TypedResults.Ok(await signIns.OwnAsync(Actor.Of(caller).Id!.Value, AccessClaims.SignInOf(caller), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSignInAsync(
        Guid id, ClaimsPrincipal caller, SignIns signIns, CancellationToken cancellationToken) =>
        await signIns.EndOwnAsync(Actor.Of(caller), id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("It may have ended already.", statusCode: StatusCodes.Status404NotFound, title: "You have no such sign-in");

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal caller, Members members, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(caller);
        await members.SignOutAsync(actor.Id!.Value, actor, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<NewSecondFactor>, ValidationProblem, ProblemHttpResult>> BeginFactorAsync(
        ConfirmPassword confirm, ClaimsPrincipal caller, UserManager<User> users, SecondFactors factors, CancellationToken cancellationToken)
    {
        if (await ConfirmedAsync(caller, confirm.Password, users) is not { } user)
            return WrongPassword("password");
        return await factors.BeginAsync(user.Id, user.Email!, cancellationToken) is { } begun
            ? TypedResults.Ok(begun)
            : TypedResults.Problem("Take the second factor away first.", statusCode: StatusCodes.Status409Conflict, title: "There is a second factor already");
    }

    private static async Task<Results<Ok<RecoveryCodes>, ValidationProblem>> ConfirmFactorAsync(
        ConfirmSecondFactor confirm, ClaimsPrincipal caller, UserManager<User> users, SecondFactors factors, CancellationToken cancellationToken) =>
        await users.GetUserAsync(caller) is { } user && await factors.ConfirmAsync(user, confirm.Code, Actor.Of(caller), cancellationToken) is { } codes
            ? TypedResults.Ok(codes)
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["code"] = ["This code is wrong or too old. Type the one that the app shows now."] });

    private static async Task<Results<NoContent, ValidationProblem>> RemoveFactorAsync(
        ConfirmPassword confirm, ClaimsPrincipal caller, UserManager<User> users, SecondFactors factors, CancellationToken cancellationToken)
    {
        if (await ConfirmedAsync(caller, confirm.Password, users) is not { } user)
            return WrongPassword("password");
        await factors.RemoveAsync(user.Id, Actor.Of(caller), proof: null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Invited>, ProblemHttpResult>> OpenAsync(OpenInvitation open, Members members, CancellationToken cancellationToken) =>
        await members.InvitedAsync(open.Token, cancellationToken) is { } invited
            ? TypedResults.Ok(invited)
            : TypedResults.Problem("It was used, is too old or never was. Ask your admin for a new one.", statusCode: StatusCodes.Status404NotFound, title: "There is no such invitation");

    private static async Task<Results<NoContent, ValidationProblem>> AcceptAsync(AcceptInvitation accept, NewMembers members, CancellationToken cancellationToken)
    {
        var accepted = await members.AcceptAsync(accept, cancellationToken);
        return accepted.Succeeded ? TypedResults.NoContent() : TypedResults.ValidationProblem(TeamEndpoints.FieldErrors(accepted));
    }

    private static async Task<User?> ConfirmedAsync(ClaimsPrincipal caller, string password, UserManager<User> users)
    {
        if (await users.GetUserAsync(caller) is not { } user || await users.IsLockedOutAsync(user))
            return null;
        if (await users.CheckPasswordAsync(user, password))
            return user;
        await users.AccessFailedAsync(user);
        return null;
    }

    private static ValidationProblem WrongPassword(string field) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = ["The password is wrong."] });
}
