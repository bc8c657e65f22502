using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authorization;

namespace LeadHeat.Api.Access;

/// <summary>What an endpoint may ask of its caller. Without asking, it is for the team.</summary>
internal static class Policies
{
    public const string Team = "team";
    public const string Admin = "admin";
    public const string Service = "service";

    /// <summary>The team, or a service that works for it.</summary>
    public const string TeamOrService = "team-or-service";

    /// <summary>An admin, but no key of a program: people, keys and the audit log.</summary>
    public const string People = "people";

    /// <summary>Somebody who has signed in: what one does with one's own account.</summary>
    public const string Person = "person";

    public static void AddPolicies(this IServiceCollection services)
    {
        var team = new AuthorizationPolicyBuilder().RequireAssertion(context => IsTeam(context) || HasScope(context)).Build();
        services.AddAuthorizationBuilder()
            .AddPolicy(Team, team)
            .AddPolicy(Admin, policy => policy.RequireAssertion(context => context.User.IsInRole(Roles.Admin) || Holds(context, KeyScope.Admin)))
            .AddPolicy(Service, policy => policy.RequireRole(Roles.Service))
            .AddPolicy(TeamOrService, policy => policy.RequireAssertion(context => IsTeam(context) || context.User.IsInRole(Roles.Service) || HasScope(context)))
            .AddPolicy(People, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(Person, policy => policy.RequireRole(Roles.Admin, Roles.Agent).RequireClaim(AccessClaims.SignIn))
            .SetDefaultPolicy(team)
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context => OnlyRefuses(context) || IsTeam(context) || HasScope(context)).Build());
    }

    /// <summary>The scope that a key needs here, where the method does not say it.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, KeyScope scope) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NeededScope(scope));

    // Where routing itself answers, with 405 or 415, it names what is wrong and runs nothing of ours: such an endpoint has no route.
    private static bool OnlyRefuses(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext request && request.GetEndpoint() is { } endpoint and not RouteEndpoint && endpoint.Metadata.Count == 0;

    private static bool IsTeam(AuthorizationHandlerContext context) => context.User.IsInRole(Roles.Admin) || context.User.IsInRole(Roles.Agent);

    private static bool HasScope(AuthorizationHandlerContext context) =>
        Holds(context, KeyScope.Admin) || (context.Resource is HttpContext request && Holds(context, ScopeOf(request)));

    private static KeyScope ScopeOf(HttpContext request) => request.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope
        ?? (HttpMethods.IsGet(request.Request.Method) || HttpMethods.IsHead(request.Request.Method) ? KeyScope.Read : KeyScope.Write);

    private static bool Holds(AuthorizationHandlerContext context, KeyScope scope) => context.User.HasClaim(AccessClaims.Scope, Words.Of(scope));

    private sealed record NeededScope(KeyScope Scope);
}
