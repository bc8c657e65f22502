using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadHeat.Web.Shell;

/// <summary>What browsers are told about the team's pages; the chat for visitors, which may stand in others' pages, says its own.</summary>
internal static class PageHeaders
{
    /// <summary>Where browsers tell what a policy kept from happening.</summary>
    public const string Reporting = "; report-uri " + PolicyReports.Path;

    private static readonly string[] Visitors = ["/chat", "/embed", "/embed.js", PolicyReports.Path];

    private const string OwnStyles = "style-src 'self'";

    // Scripts come from our own files alone; what a component sets on its elements (a width, a hue) are attributes, so those stay allowed for styles.
    private const string Content =
        "default-src 'none'; script-src 'self'; " + OwnStyles + "; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'" + Reporting;

    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (!IsTeamPage(context.Request.Path))
        {
            // Visitors' devices get the bare status: our page for people would lead them to the sign-in.
            context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        }
        else
        {
            headers.ContentSecurityPolicy = Content;
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        }

        return next(context);
    });

    /// <summary>A page that brings styles in itself: exactly these, by their hash.</summary>
    public static void AllowStyle(HttpContext context, string css) => context.Response.Headers.ContentSecurityPolicy = Content.Replace(
        OwnStyles, $"{OwnStyles} 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'", StringComparison.Ordinal);

    /// <summary>Whether it is the team's and not a visitor's.</summary>
    public static bool IsTeamPage(PathString asked) =>
        !Array.Exists(Visitors, path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
