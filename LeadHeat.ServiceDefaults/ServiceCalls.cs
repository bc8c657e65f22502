using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.ServiceDefaults;

internal static class ServiceCalls
{
    private static readonly TimeSpan WholeCallLimit = TimeSpan.FromSeconds(30);

    /// <summary>Every HttpClient of the process finds services by name, repeats what is safe to repeat, and gives up in time.</summary>
    public static void AddServiceCalls(this IHostApplicationBuilder builder)
    {
        var addresses = ServiceAddresses.From(builder.Configuration);
        builder.Services.ConfigureHttpClientDefaults(http => http
            .ConfigureHttpClient(client => client.Timeout = WholeCallLimit)
            // An address that was checked must not lead to another one.
            .UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = false)
            .AddHttpMessageHandler(() => new RetryHandler(TimeProvider.System))
            .AddHttpMessageHandler(() => new ServiceAddressHandler(addresses))
            .RemoveAllLoggers());
    }
}
