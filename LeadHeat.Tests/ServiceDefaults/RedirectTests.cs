using LeadHeat.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class RedirectTests
{
    [Fact]
    public void No_client_of_ours_follows_a_redirect()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddServiceCalls();
        builder.Services.AddHttpClient("any").UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5));
        using var host = builder.Build();
        HttpMessageHandler? inner = host.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("any");

        while (inner is DelegatingHandler outer)
            inner = outer.InnerHandler;

        Assert.False(Assert.IsType<SocketsHttpHandler>(inner).AllowAutoRedirect);
    }
}
