using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LeadHeat.Api.Access;

/// <summary>How often one address may call what is open to everybody. Machines with a key are not limited.</summary>
internal static class RateLimits
{
    /// <summary>For everything that visitors use.</summary>
    public const string Public = "public";

    /// <summary>For everything that passwords and tokens could be guessed with.</summary>
    public const string SignIn = "sign-in";

    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("RateLimits");
        var most = settings.Get<RateLimitOptions>() ?? new RateLimitOptions();
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy(Public, context => PerAddress(context, most.Public));
            options.AddPolicy(SignIn, context => PerAddress(context, most.SignIn));
            options.OnRejected = RefuseAsync;
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, RateLimitOptions.Limit limit) =>
        CallerAddress.ToLimit(context) is not { } address
            ? RateLimitPartition.GetNoLimiter("machines")
            : RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limit.PermitLimit, Window = TimeSpan.FromSeconds(limit.WindowSeconds), QueueLimit = 0,
            });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? (int)Math.Ceiling(time.TotalSeconds) : 1;
        var context = rejected.HttpContext;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status429TooManyRequests,
                Title = "Too many requests",
                Detail = $"Your address has sent too many requests. Try again in {wait} s.",
            },
        });
    }
}
