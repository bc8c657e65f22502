using Microsoft.Extensions.Options;

namespace LeadHeat.Web.Chat;

/// <summary>Which sites may show the chat.</summary>
internal sealed class AllowedOrigins
{
    private const string Any = "*";
    private static readonly string[] ThisMachine = ["http://localhost:*", "http://127.0.0.1:*"];

    private readonly string[] _origins;

    public AllowedOrigins(IOptions<ChatOptions> options, IHostEnvironment environment)
    {
        var given = options.Value.AllowedOrigins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _origins = given.Length == 0 && environment.IsDevelopment() ? ThisMachine : given;
        FrameAncestors = string.Join(' ', _origins.Prepend("'self'"));
    }

    /// <summary>The same list as Content-Security-Policy says it.</summary>
    public string FrameAncestors { get; }

    /// <param name="origin">What the browser says; none means a page of this very site, or no browser at all.</param>
    /// <param name="self">The address that was asked.</param>
    public bool Allows(string? origin, HostString self) =>
        IsSelf(origin, self) || (Read(origin) is { } asking && _origins.Any(allowed => Matches(allowed, asking)));

    /// <summary>Nobody but this site itself.</summary>
    public static bool IsSelf(string? origin, HostString self) =>
        string.IsNullOrEmpty(origin)
        // Behind a proxy that ends TLS the scheme differs; the host is what the visitor asked for.
        || (Read(origin) is { } asking && asking.Authority.Equals(self.Value, StringComparison.OrdinalIgnoreCase));

    private static Uri? Read(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var asking) && asking.Scheme is ("http" or "https") ? asking : null;

    // https://*.example.com:8443 = scheme, host or a name under it, port; "*" for any port.
    private static bool Matches(string allowed, Uri asking)
    {
        if (allowed == Any)
            return true;
        var (scheme, rest) = Split(allowed, "://");
        var (host, port) = Split(rest, ":");
        var usualPort = scheme == "https" ? "443" : "80";
        return scheme.Equals(asking.Scheme, StringComparison.OrdinalIgnoreCase)
            && (port == Any || (port.Length > 0 ? port : usualPort) == asking.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            && (host.StartsWith("*.", StringComparison.Ordinal)
                ? asking.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : host.Equals(asking.Host, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Before, string After) Split(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + mark.Length)..]);
    }
}
