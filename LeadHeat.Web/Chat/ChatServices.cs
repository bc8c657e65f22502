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
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Hub), hub => hub.Use(RefuseStrangers));
        app.MapHub<ChatHub>(Hub).AllowAnonymous();
        app.MapGet("/chat", (ChatPage page, HttpContext context) => page.Show(context)).AllowAnonymous();
        app.MapGet("/chat/allowed", SayAllowed).AllowAnonymous();
        app.MapGet("/embed-demo", () => Results.Content(PageFile.Read("embed-demo.html"), "text/html; charset=utf-8"));
    }

    // Browsers do not keep pages of other sites from opening web sockets; the origin they say is all there is to go by.
    private static Task RefuseStrangers(HttpContext context, RequestDelegate next)
    {
        var origins = context.RequestServices.GetRequiredService<AllowedOrigins>();
        if (origins.Allows(context.Request.Headers.Origin, context.Request.Host))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
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
