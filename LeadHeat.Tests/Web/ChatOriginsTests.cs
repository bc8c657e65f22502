using LeadHeat.Web.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.Web;

public sealed class ChatOriginsTests
{
    private static readonly HostString Self = new("chat.example.com");

    [Theory]
    [InlineData("https://www.shop.example", true)]
    [InlineData("https://www.shop.example:443", true)]
    [InlineData("https://www.shop.example:8443", false)]
    [InlineData("http://www.shop.example", false)]
    [InlineData("https://shop.example", false)]
    [InlineData("https://www.shop.example.evil.example", false)]
    [InlineData("https://a.homes.example", true)]
    [InlineData("https://a.b.homes.example", true)]
    [InlineData("https://homes.example", false)]
    [InlineData("https://evilhomes.example", false)]
    [InlineData("http://localhost:5173", true)]
    [InlineData("https://chat.example.com", true)]
    [InlineData("null", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void Only_listed_origins_and_the_page_s_own_are_allowed(string? origin, bool allowed)
    {
        var origins = Origins("https://www.shop.example, https://*.homes.example,http://localhost:*", Environments.Production);

        Assert.Equal(allowed, origins.Allows(origin, Self));
    }

    [Fact]
    public void Nobody_else_is_allowed_when_nothing_is_set()
    {
        var origins = Origins("", Environments.Production);

        Assert.False(origins.Allows("http://localhost:3000", Self));
        Assert.Equal("'self'", origins.FrameAncestors);
    }

    [Fact]
    public void This_machine_is_allowed_while_developing()
    {
        var origins = Origins("", Environments.Development);

        Assert.True(origins.Allows("http://localhost:3000", Self));
        Assert.True(origins.Allows("http://127.0.0.1:5500", Self));
        Assert.False(origins.Allows("https://www.shop.example", Self));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("*", true)]
    [InlineData("https://www.shop.example, https://*.homes.example:8443", true)]
    [InlineData("http://localhost:*", true)]
    [InlineData("www.shop.example", false)]
    [InlineData("https://www.shop.example/", false)]
    [InlineData("https://www.shop.example; script-src *", false)]
    public void List_that_makes_no_sense_is_refused_when_the_process_starts(string list, bool isValid) =>
        Assert.Equal(isValid, new ChatOptionsValidator().Validate(null, new ChatOptions { AllowedOrigins = list }).Succeeded);

    private static AllowedOrigins Origins(string list, string environment) =>
        new(Options.Create(new ChatOptions { AllowedOrigins = list }), new FakeEnvironment(environment));

    private sealed class FakeEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "web";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
