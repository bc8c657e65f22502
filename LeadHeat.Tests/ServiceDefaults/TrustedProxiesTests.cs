using System.Net;
using LeadHeat.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData(null, "10.0.0.5", "198.51.100.1", "10.0.0.5")]
    [InlineData("10.0.0.0/8", "10.0.0.5", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.0/8", "192.0.2.1", "198.51.100.1", "192.0.2.1")]
    [InlineData("10.0.0.5", "10.0.0.5", "6.6.6.6, 198.51.100.1, 10.0.0.5", "198.51.100.1")]
    [InlineData("::1", "::1", "2001:db8::1", "2001:db8::1")]
    public async Task Only_a_trusted_proxy_says_whom_it_asks_for(string? trusted, string sender, string says, string expected)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Proxies:Trusted"] = trusted;
        builder.AddTrustedProxies();
        await using var app = builder.Build();
        app.UseForwardedHeaders();
        IPAddress? seen = null;
        app.Run(context =>
        {
            seen = context.Connection.RemoteIpAddress;
            return Task.CompletedTask;
        });
        var request = new DefaultHttpContext { RequestServices = app.Services };
        request.Connection.RemoteIpAddress = IPAddress.Parse(sender);
        request.Request.Headers["X-Forwarded-For"] = says;

        await ((IApplicationBuilder)app).Build()(request);

        Assert.Equal(IPAddress.Parse(expected), seen);
    }

    [Fact]
    public void A_word_that_is_no_address_is_named() =>
        Assert.Contains("'proxy'", Assert.Throws<InvalidOperationException>(() => TrustedProxies.Read("10.0.0.1, proxy")).Message, StringComparison.Ordinal);
}
