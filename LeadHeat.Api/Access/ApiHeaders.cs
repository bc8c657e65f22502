using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Access;

/// <summary>What browsers are told about the Api's answers: data for one caller, never a page; and which other sites' pages may ask for them.</summary>
internal static class ApiHeaders
{
    /// <summary>Origins with commas between them, as https://www.example.com; none by default.</summary>
    private const string Setting = "Cors:AllowedOrigins";

    public static void AddApiHeaders(this IHostApplicationBuilder builder)
    {
        var origins = (builder.Configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(origins, origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || origin.EndsWith('/')) is { } wrong)
            throw new InvalidOperationException($"Cors__AllowedOrigins: '{wrong}' is no origin like https://www.example.com.");
        // Without credentials: cookies are no way in here, so another site's page needs a token of its own.
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins).AllowAnyHeader().WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .WithExposedHeaders("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After")));
    }

    public static void UseApiHeaders(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return next(context);
        });
        // Which sites may send a form, the form says itself.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(Routes.Forms), others => others.UseCors());
    }
}
