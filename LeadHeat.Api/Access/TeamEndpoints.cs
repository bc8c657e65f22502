using System.Security.Claims;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>The members of the team, and what admins do with them.</summary>
internal static class TeamEndpoints
{
    private static readonly QueryParameters Proof = new([new("proof", "By what you know that it is they who ask; it is written down.", Words.All<IdentityProof>())]);

    public static void MapTeam(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Routes.Team, ListAsync).WithTags("Access").RequireAuthorization(Policies.Team).ShowsNoOthersLeads().WithSummary("The members of the team");
        var admin = routes.MapGroup(Routes.Team).WithTags("Access").RequireAuthorization(Policies.People).AuditsItself();
        admin.MapPost("", AddAsync).WithSummary("Adds a member with a password; for admins").ProducesProblem(StatusCodes.Status409Conflict);
        admin.MapPost("invitations", InviteNewAsync).WithSummary("Asks somebody into the team; the answer has the only sight of the way in")
            .ProducesProblem(StatusCodes.Status409Conflict);
        admin.MapPatch("{id:guid}", ChangeAsync).WithSummary("Changes a member's role, or disables a member; ends the member's sign-ins");
        admin.MapPost("{id:guid}/invitation", InviteAsync).WithSummary("A new way in for a member who lost the password or the invitation");
        admin.MapDelete("{id:guid}/sign-ins", SignOutAsync).WithSummary("Signs a member out everywhere");
        admin.MapDelete("{id:guid}/second-factor", RemoveFactorAsync).WithMetadata(Proof)
            .WithSummary("Takes away the second factor of a member who lost it, once it is sure who asks");
    }

    private static async Task<Ok<IReadOnlyList<TeamMember>>> ListAsync(MemberLists members, CancellationToken cancellationToken) =>
        TypedResults.Ok(await members.ReadAsync(cancellationToken));

    private static async Task<Results<Created<TeamMember>, ValidationProblem, ProblemHttpResult>> AddAsync(
        AddMember member, ClaimsPrincipal caller, NewMembers members, CancellationToken cancellationToken)
    {
        var (result, user) = await members.AddAsync(member.Name, member.Email, member.Role, member.Password, Actor.Of(caller), cancellationToken);
        return Explain(result, member.Email) switch
        {
            null => TypedResults.Created((string?)null, new TeamMember(user.Id, user.Name, user.Email!, member.Role)),
            { } known when known.StatusCode == StatusCodes.Status409Conflict => known,
            _ => TypedResults.ValidationProblem(FieldErrors(result)),
        };
    }

    private static async Task<Results<Created<Invitation>, ValidationProblem, ProblemHttpResult>> InviteNewAsync(
        InviteMember member, ClaimsPrincipal caller, NewMembers added, Members members, CancellationToken cancellationToken)
    {
        var (result, user) = await added.AddAsync(member.Name, member.Email, member.Role, null, Actor.Of(caller), cancellationToken);
        if (Explain(result, member.Email) is { } refusal)
            return refusal.StatusCode == StatusCodes.Status409Conflict ? refusal : TypedResults.ValidationProblem(FieldErrors(result));
        return await members.InviteAsync(user.Id, Actor.Of(caller), cancellationToken) is { } invitation
            ? TypedResults.Created((string?)null, invitation)
            : Unknown();
    }

    private static async Task<Results<Created<Invitation>, ProblemHttpResult>> InviteAsync(
        Guid id, ClaimsPrincipal caller, Members members, CancellationToken cancellationToken) =>
        await members.InviteAsync(id, Actor.Of(caller), cancellationToken) is { } invitation ? TypedResults.Created((string?)null, invitation) : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeMember change, ClaimsPrincipal caller, Members members, CancellationToken cancellationToken) =>
        await members.ChangeAsync(id, change, Actor.Of(caller), cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(
        Guid id, ClaimsPrincipal caller, Members members, CancellationToken cancellationToken) =>
        await members.SignOutAsync(id, Actor.Of(caller), cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> RemoveFactorAsync(
        Guid id, HttpContext context, ClaimsPrincipal caller, SecondFactors factors, UserManager<User> users, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request.Query, Proof);
        var proof = query.Words<IdentityProof>("proof");
        if (proof is null && query.Errors.Count == 0)
            query.Refuse("proof", $"Say by what you know that it is they who ask: {string.Join(", ", Words.All<IdentityProof>())}.");
        if (query.Errors.Count > 0)
            return TypedResults.ValidationProblem(query.Errors);
        if (await users.FindByIdAsync(id.ToString()) is null)
            return Unknown();
        await factors.RemoveAsync(id, Actor.Of(caller), proof![0], cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult? Explain(IdentityResult result, string email) =>
        result.Succeeded ? null
        : result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))
            ? TypedResults.Problem($"{email} is in the team already.", statusCode: StatusCodes.Status409Conflict, title: "Known already")
            : TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);

    /// <summary>What Identity refuses, by the field it is about.</summary>
    public static Dictionary<string, string[]> FieldErrors(IdentityResult result) => result.Errors
        .GroupBy(error => error.Code.Contains("Password", StringComparison.Ordinal) ? "password" : error.Code == "Token" ? "token" : "email", error => error.Description)
        .ToDictionary(field => field.Key, field => field.ToArray());

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("The team has no such member.", statusCode: StatusCodes.Status404NotFound, title: "The member is unknown");
}
