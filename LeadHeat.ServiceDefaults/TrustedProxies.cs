using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using IPNetwork = System.Net.IPNetwork;

namespace LeadHeat.ServiceDefaults;

/// <summary>
/// Whom the process believes when they say for whom they ask: the networks of the setting Proxies__Trusted (10.0.0.0/8, 192.0.2.7), and nobody
/// where there is none.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IHostApplicationBuilder builder)
    {
        var networks = Read(builder.Configuration["Proxies:Trusted"]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
                options.KnownIPNetworks.Add(network);
            options.ForwardedHeaders = networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // As long as the sender is one of them: a chain of our own proxies is followed to the first stranger.
            options.ForwardLimit = null;
        });
    }

    internal static IReadOnlyList<IPNetwork> Read(string? setting) =>
        [.. (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static IPNetwork One(string word) =>
        IPNetwork.TryParse(word, out var network) ? network
        : IPAddress.TryParse(word, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : throw new InvalidOperationException($"Proxies__Trusted: '{word}' is neither an address nor a network like 10.0.0.0/8.");
}
