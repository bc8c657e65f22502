using Microsoft.Extensions.Configuration;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Where the services are, from configuration as Aspire passes it: services:api:http:0 = http://127.0.0.1:8081.
/// Microsoft.Extensions.ServiceDiscovery does the same and more: use it instead where it restores.
/// </summary>
internal sealed class ServiceAddresses
{
    private readonly Dictionary<string, Uri[]> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private int _turn;

    public static ServiceAddresses From(IConfiguration configuration)
    {
        var addresses = new ServiceAddresses();
        foreach (var service in configuration.GetSection("services").GetChildren())
            foreach (var scheme in service.GetChildren())
                addresses._addresses[Key(scheme.Key, service.Key)] =
                    [.. scheme.GetChildren().Select(child => child.Value).OfType<string>().Select(value => new Uri(value))];
        return addresses;
    }

    /// <summary>http://api/leads → http://127.0.0.1:8081/leads. An address that names no known service stays as it is.</summary>
    public Uri Resolve(Uri uri)
    {
        foreach (var scheme in uri.Scheme.Split('+'))
            if (_addresses.TryGetValue(Key(scheme, uri.Host), out var found) && found.Length > 0)
                return On(found[(uint)Interlocked.Increment(ref _turn) % (uint)found.Length], uri);
        return uri;
    }

    private static Uri On(Uri address, Uri uri) =>
        new UriBuilder(uri) { Scheme = address.Scheme, Host = address.Host, Port = address.Port }.Uri;

    private static string Key(string scheme, string service) => $"{scheme}://{service}";
}
