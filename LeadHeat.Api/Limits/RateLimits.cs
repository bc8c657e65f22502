using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Limits;

/// <summary>How often one may call: an address what is open to everybody, a member of the team anything. The admin's key is not limited.</summary>
internal static class RateLimits
{
    /// <summary>For everything that visitors use.</summary>
    public const string Public = "public";

    /// <summary>For everything that passwords, codes and tokens could be guessed with.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For what comes to a webhook without our secret's signature.</summary>
    public const string Webhook = "webhook";

    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
        builder.Services.AddSingleton<LocalLimits>();
        builder.Services.AddSingleton<RedisLimits>();
        builder.Services.AddSingleton<RequestLimiter>();
    }

    /// <summary>Limits the endpoint by its caller's address.</summary>
    public static TBuilder RequireRateLimit<TBuilder>(this TBuilder endpoint, string policy) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new LimitedBy(policy));

    /// <summary>Limits everything, except where the endpoint does it itself because it has to read the request for it.</summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var limiter = app.ApplicationServices.GetRequiredService<RequestLimiter>();
        app.Use(async (context, next) =>
        {
            var endpoint = context.GetEndpoint();
            if (endpoint?.Metadata.GetMetadata<LimitsItself>() is null
                && await limiter.TakeAsync(context, endpoint?.Metadata.GetMetadata<LimitedBy>()?.Policy) is { } verdict
                && Tell(context, verdict) is { } refusal)
                await refusal.ExecuteAsync(context);
            else
                await next(context);
        });
    }

    /// <summary>Counts a visitor's message for the address and for the conversation, in one call.</summary>
    public static RouteHandlerBuilder LimitConversation<TRequest>(this RouteHandlerBuilder endpoint, Func<TRequest, Guid> conversation) => endpoint
        .WithMetadata(new LimitsItself())
        .AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var limiter = context.RequestServices.GetRequiredService<RequestLimiter>();
            var request = invocation.Arguments.OfType<TRequest>().First();
            return await limiter.TakeAsync(context, Public, conversation(request)) is { } verdict && Tell(context, verdict) is { } refusal
                ? refusal
                : await next(invocation);
        });

    /// <summary>Counts a request that was found to be wrong; the answer where its address has sent too many of them.</summary>
    public static async Task<ProblemHttpResult?> CountAsync(HttpContext context, string policy) =>
        await context.RequestServices.GetRequiredService<RequestLimiter>().TakeAsync(context, policy) is { } verdict ? Tell(context, verdict) : null;

    // The headers of draft-ietf-httpapi-ratelimit-headers, in its widely read form of three fields.
    private static ProblemHttpResult? Tell(HttpContext context, Verdict verdict)
    {
        var headers = context.Response.Headers;
        var seconds = ((long)Math.Ceiling(verdict.Reset.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Limit"] = verdict.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = seconds;
        if (verdict.Admitted)
            return null;
        headers.RetryAfter = seconds;
        return TypedResults.Problem(
            $"You have sent too many requests. Try again in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests");
    }

    private sealed record LimitedBy(string Policy);

    private sealed record LimitsItself;
}
