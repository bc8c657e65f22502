using System.Security.Claims;
using LeadHeat.Api.Data;
using LeadHeat.Core.Access;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Access;

internal static class TeamEndpoints
{
    public static void MapTeam(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Access").RequireAuthorization(Policies.Team);
        group.MapGet(Routes.Me, Who).WithSummary("Says who the caller is");
        group.MapGet(Routes.Team, ListAsync).WithSummary("The members of the team");
        group.MapPost(Routes.Team, AddAsync).WithSummary("Adds a member to the team; for admins").RequireAuthorization(Policies.Admin)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Ok<Me> Who(ClaimsPrincipal caller)
    {
        var actor = Actor.Of(caller);
        return TypedResults.Ok(new Me(
            actor.Id ?? Guid.Empty,
            actor.Name,
            caller.FindFirstValue(ClaimTypes.Email) ?? "",
            caller.IsInRole(Roles.Admin) ? Roles.Admin : Roles.Agent));
    }

    private static async Task<Ok<IReadOnlyList<TeamMember>>> ListAsync(LeadsDb db, CancellationToken cancellationToken)
    {
        var members = await (
            from user in db.Users
            join userRole in db.UserRoles on user.Id equals userRole.UserId
            join role in db.Roles on userRole.RoleId equals role.Id
            orderby user.Name, user.Id
            select new TeamMember(user.Id, user.Name, user.Email!, role.Name!)).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<TeamMember>>(members);
    }

    private static async Task<Results<Created<TeamMember>, ValidationProblem, ProblemHttpResult>> AddAsync(
        AddMember member, LeadsDb db, UserManager<User> users, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = member.Name.Trim(), Email = member.Email, UserName = member.Email, EmailConfirmed = true,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var created = await users.CreateAsync(user, member.Password);
        if (created.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return TypedResults.Problem($"{member.Email} is in the team already.", statusCode: StatusCodes.Status409Conflict, title: "Known already");
        if (!created.Succeeded)
            return TypedResults.ValidationProblem(FieldErrors(created));
        await users.AddToRoleAsync(user, member.Role);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created((string?)null, new TeamMember(user.Id, user.Name, user.Email, member.Role));
    }

    private static Dictionary<string, string[]> FieldErrors(IdentityResult result) => result.Errors
        .GroupBy(error => error.Code.Contains("Password", StringComparison.Ordinal) ? "password" : "email", error => error.Description)
        .ToDictionary(field => field.Key, field => field.ToArray());
}
