using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Web.Shell;

/// <summary>
/// Where the chat has a host of its own, the team's pages are at theirs alone (Hosts__Team: leads.example.com): for a browser they are then two sites, and
/// what goes wrong in one does not reach the other.
/// </summary>
internal static class TeamHost
{
    private static readonly string[] ForBoth = ["/health", "/alive", "/favicon.svg", "/js", "/css"];

    public static void UseTeamHost(this WebApplication app)
    {
        if (app.Configuration["Hosts:Team"] is not { Length: > 0 } host)
            return;
        app.Use((context, next) =>
        {
            if (Shows(context.Request, host))
                return next(context);
            context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    internal static bool Shows(HttpRequest request, string host) =>
        request.Host.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || !PageHeaders.IsTeamPage(request.Path)
        || Array.Exists(ForBoth, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
