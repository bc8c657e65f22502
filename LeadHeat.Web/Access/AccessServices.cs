using LeadHeat.Core.Wire;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Web.Access;

internal static partial class AccessServices
{
    /// <summary>Everything needs a sign-in unless it says otherwise; circuits call the Api as their user.</summary>
    public static void AddTeamAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(ApiClients.Name);
        builder.Services.AddSingleton<ApiClients>();
        builder.Services.AddSingleton<SignInEvents>();
        builder.Services.AddScoped<TeamSession>();
        builder.Services.AddScoped<LeadHeatClient>(services =>
            services.GetRequiredService<ApiClients>().ForSession(services.GetRequiredService<TeamSession>(), services.GetRequiredService<PageDeadline>()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "leadheat";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
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
        app.MapPost("/sign-out", async Task<IResult> (HttpContext context, IAntiforgery antiforgery, ApiClients clients) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return TypedResults.BadRequest();
            await EndAsync(context, clients);
            await context.SignOutAsync();
            // Also what the way back in the browser's history would show.
            context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return TypedResults.LocalRedirect("/sign-in?why=out");
        });

    // The cookie goes in any case; a copy of it is good for nothing once the Api has heard.
    private static async Task EndAsync(HttpContext context, ApiClients clients)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return;
        try
        {
            await clients.ForToken(SignInCookie.ReadTokens(context.User).Access).SignOutAsync(context.RequestAborted);
        }
        catch (LeadHeatException away)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccessServices)).LogNotEnded(away.Status);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The Api did not hear of a sign-out: {Status}")]
    private static partial void LogNotEnded(this ILogger logger, System.Net.HttpStatusCode status);
}
