using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Web.Shell;

/// <summary>What browsers are told about the team's pages; the chat for visitors, which may stand in others' pages, says its own.</summary>
internal static class PageHeaders
{
    private static readonly string[] Visitors = ["/chat", "/embed", "/embed.js"];

    private const string Content =
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static bool IsTeamPage(HttpContext context) =>
        !Array.Exists(Visitors, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!IsTeamPage(context))
        {
            // Visitors' devices get the bare status: our page for people would lead them to the sign-in.
            context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        }
        else
        {
            headers.ContentSecurityPolicy = Content;
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        }

        return next(context);
    });
}
