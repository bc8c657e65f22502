using System.Net.Mime;
using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.StaticAssets;

namespace LeadHeat.Web.Chat;

/// <summary>The page that visitors see, alone or in a frame. It is the same for everybody: all that differs is in its address.</summary>
internal sealed class ChatPage(AllowedOrigins origins, EndpointDataSource endpoints)
{
    private readonly Lazy<string> _html = new(() => PageFile.Read("chat.html")
        .Replace("{script}", NewestAddress(endpoints, "js/chat.js"), StringComparison.Ordinal)
        .Replace("{style}", NewestAddress(endpoints, "js/chat.css"), StringComparison.Ordinal));

    public IResult Show(HttpContext context)
    {
        // Some browsers do not count web sockets as 'self'.
        var host = context.Request.Host.Value;
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; form-action 'none'; frame-ancestors {origins.FrameAncestors}{PageHeaders.Reporting}";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Content(_html.Value, MediaTypeNames.Text.Html, System.Text.Encoding.UTF8);
    }

    // The build gives each file an address with its hash, which browsers may keep for ever.
    private static string NewestAddress(EndpointDataSource endpoints, string file) => "/" + (endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .FirstOrDefault(asset => asset is not null && asset.Properties.Any(property => property.Name == "label" && property.Value == file))
        ?.Route ?? file);
}
