using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Web.Access;

internal static class AccessServices
{
    /// <summary>Everything needs a sign-in unless it says otherwise; circuits call the Api as their user.</summary>
    public static void AddTeamAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(ApiClients.Name);
        builder.Services.AddSingleton<ApiClients>();
        builder.Services.AddSingleton<SignInEvents>();
        builder.Services.AddScoped<TeamSession>();
        builder.Services.AddScoped<LeadHeatClient>(services =>
            services.GetRequiredService<ApiClients>().ForSession(services.GetRequiredService<TeamSession>()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "leadheat";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "return";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.EventsType = typeof(SignInEvents);
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddCascadingAuthenticationState();
        var keys = builder.Services.AddDataProtection().SetApplicationName("LeadHeat.Web");
        if (builder.Configuration["Keys:Path"] is { Length: > 0 } path)
            keys.PersistKeysToFileSystem(new DirectoryInfo(path));
    }

    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return TypedResults.LocalRedirect("/sign-in?why=out");
        });
}
