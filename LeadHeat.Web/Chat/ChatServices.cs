using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LeadHeat.Web.Chat;

internal static class ChatServices
{
    private const string Hub = "/chat/hub";

    public static void AddChat(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>();
        builder.Services.AddSingleton<AllowedOrigins>();
        builder.Services.AddSingleton<ChatPage>();
        builder.Services.AddSingleton<ChatLimits>();
        builder.Services.AddSingleton<ChatRooms>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ChatRooms>());
        builder.Services.AddSignalR()
            .AddHubOptions<ChatHub>(hub =>
            {
                hub.MaximumReceiveMessageSize = ChatLimits.LongestFrame;
                hub.KeepAliveInterval = TimeSpan.FromSeconds(8);
                hub.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
                hub.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, ChatJson.Default));
    }

    public static void MapChat(this WebApplication app)
    {
        app.MapHub<ChatHub>(Hub).AllowAnonymous();
        app.MapGet("/chat", (ChatPage page, HttpContext context) => page.Show(context)).AllowAnonymous();
        app.MapGet("/chat/allowed", SayAllowed).AllowAnonymous();
        app.MapGet("/embed-demo", ShowDemo);
    }

    /// <summary>
    /// Browsers do not keep pages of other sites from opening web sockets; the origin they say is all there is to go by. The chat is for the sites on
    /// its list, the team's pages are for themselves.
    /// </summary>
    public static void UseOriginCheck(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Hub), hub => hub.Use((context, next) => RefuseStrangers(context, next, (origins, origin, host) => origins.Allows(origin, host))));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/_blazor"), hub => hub.Use((context, next) => RefuseStrangers(context, next, (_, origin, host) => AllowedOrigins.IsSelf(origin, host))));
    }

    private static Task RefuseStrangers(HttpContext context, RequestDelegate next, Func<AllowedOrigins, string?, HostString, bool> allows)
    {
        if (allows(context.RequestServices.GetRequiredService<AllowedOrigins>(), context.Request.Headers.Origin, context.Request.Host))
            return next(context);
        context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static IResult ShowDemo(HttpContext context)
    {
        var html = PageFile.Read("embed-demo.html");
        PageHeaders.AllowStyle(context, html[(html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length)..html.IndexOf("</style>", StringComparison.Ordinal)]);
        return Results.Content(html, "text/html; charset=utf-8");
    }

    // embed.js asks before it shows anything, so that a site that is not on the list gets a clear word in its console.
    private static ChatAllowed SayAllowed(HttpContext context, AllowedOrigins origins)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "no-store";
        return new ChatAllowed(origins.Allows(context.Request.Headers.Origin, context.Request.Host));
    }
}

/// <summary>Whether the asking site may show the chat.</summary>
internal sealed record ChatAllowed(bool Allowed);
