using Microsoft.Extensions.Primitives;

namespace LeadHeat.Web.Access;

/// <summary>
/// Where pages come by TLS, all cookies have names that browsers take from this very host only, and others are not looked at; http://localhost has no such
/// names. It is done to the headers, so that it holds for whatever sets a cookie.
/// </summary>
internal static class HostCookies
{
    private const string Prefix = "__Host-";

    public static void UseHostCookies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.IsHttps)
            return next(context);
        context.Request.Headers.Cookie = Known(context.Request.Headers.Cookie);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.SetCookie = Marked(context.Response.Headers.SetCookie);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Ours, by the names that the rest of the app has for them.</summary>
    internal static StringValues Known(StringValues cookies)
    {
        string[] ours =
        [
            .. cookies.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries))
                .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal)).Select(cookie => cookie[Prefix.Length..]),
        ];
        return ours.Length == 0 ? StringValues.Empty : string.Join("; ", ours);
    }

    /// <summary>As browsers demand it of such a name: by TLS only, for the whole host and for no other.</summary>
    internal static StringValues Marked(StringValues cookies) => new([.. cookies.Select(cookie =>
        Prefix + cookie + (cookie!.Contains("; secure", StringComparison.OrdinalIgnoreCase) ? "" : "; secure"))]);
}
