using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>What stands before the endpoints besides their policies: the second factor that an installation may demand, and the note of who was refused.</summary>
internal static partial class CallerGates
{
    /// <summary>Also for members who have yet to set their second factor up.</summary>
    public static TBuilder NeedsNoSecondFactor<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OpenWithoutSecondFactor());

    public static void UseSecondFactorGate(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.RequireSecondFactor)
            return;
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<OpenWithoutSecondFactor>() is null && AccessClaims.LacksSecondFactor(context.User)
            ? TypedResults.Problem(
                "Everybody has a second factor here: set yours up at POST /api/me/second-factor, or on the page of your account.",
                statusCode: StatusCodes.Status403Forbidden, title: "A second factor is needed").ExecuteAsync(context)
            : next(context));
    }

    /// <summary>
    /// Who asked for what is not for them, sent what makes no sense, or sent too much: the first sign of a stolen token, of somebody who looks for a hole, or of
    /// a role that is too small. Ids and routes only.
    /// </summary>
    public static void UseRefusalLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallerGates));
        var pace = new RefusalPace(app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (context, next) =>
        {
            // Whoever answers for an exception forgets where it came from.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            await next(context);
            var status = context.Response.StatusCode;
            if (status is not (StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests)
                || !pace.Takes())
                return;
            if (context.User.Identity?.IsAuthenticated == true)
                Log.Refused(logger, Actor.Of(context.User).Id ?? Actor.Of(context.User).KeyId, context.Request.Method, route, status);
            else
                Log.RefusedStranger(logger, context.Request.Method, route, status);
        });
    }

    private sealed record OpenWithoutSecondFactor;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The member or key {Caller} was refused {Method} {Route} with {Status}")]
        public static partial void Refused(ILogger logger, Guid? caller, string method, string? route, int status);

        [LoggerMessage(LogLevel.Warning, "A stranger was refused {Method} {Route} with {Status}")]
        public static partial void RefusedStranger(ILogger logger, string method, string? route, int status);
    }
}
