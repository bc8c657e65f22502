using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadHeat.Tests.Web;

/// <summary>Somebody's web site that carries the chat, at another origin than the app's.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private readonly WebApplication _site;

    private HostPage(WebApplication site) => _site = site;

    private string Address => _site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The same site by two names: one that the tests' app allows, and one that it does not.</summary>
    public string Allowed => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string Refused => Address;

    public static async Task<HostPage> StartAsync(string app)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var html = $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title>
            <h1>A shop</h1>
            <script async src="{app}/embed.js" data-leadheat-playbook="real-estate" data-leadheat-title="Banyan Homes" data-leadheat-accent="#2f6b4f"></script>
            """;
        site.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(html);
        });
        await site.StartAsync();
        return new HostPage(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
