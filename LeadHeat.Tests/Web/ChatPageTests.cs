using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using LeadHeat.Tests.AppHost;
using Solution = LeadHeat.AppHost.Local.Engine.Solution;

namespace LeadHeat.Tests.Web;

/// <summary>What the page weighs, allows and shows to whom.</summary>
[Collection("app")]
public sealed class ChatPageTests(AppFixture fixture, Chromium chromium)
{
    [Fact]
    public async Task Unknown_business_is_refused_with_a_reason()
    {
        var context = await chromium.OpenAsync(Screen.Desk);
        await using var chat = new Chat(await context.NewPageAsync());

        await chat.Page.GotoAsync($"{fixture.App.WebUrl}/chat?playbook=no-such-business");

        await chat.Bar.WaitForAsync();
        Assert.Contains("playbook is unknown", await chat.Bar.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await chat.Page.Locator("textarea").IsDisabledAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task Narrow_page_does_not_scroll_sideways_and_can_be_tapped(int width)
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, new Screen(width, 700));
        await chat.AskAsync(Chat.Wish);

        var scrollWidth = await chat.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('.scroll').scrollWidth)");
        var small = await chat.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, textarea')].filter(it => it.offsetParent && it.getBoundingClientRect().height < 44).map(it => it.outerHTML)
            """);

        Assert.Equal(width, scrollWidth);
        Assert.Empty(small);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_has_no_fault_that_a_checker_of_accessibility_finds(bool dark)
    {
        await using var chat = await Chat.OpenAsync(chromium, fixture.App, Screen.Phone with { Dark = dark });
        await chat.AskAsync(Chat.Wish);
        // Colours on their way are no colours yet.
        await chat.Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(it => it.effect.getTiming().iterations === 1).map(it => it.finished))");

        await chat.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Solution.Root, "node_modules", "axe-core", "axe.min.js")));
        var faults = await chat.Page.EvaluateAsync<string[]>("""
            async () => (await axe.run()).violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))
            """);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Scripts_and_styles_of_the_chat_weigh_less_than_60_kB()
    {
        using var client = new HttpClient();
        var total = 0;
        foreach (var file in new[] { "js/chat.js", "js/chat.css", "embed.js" })
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                await gzip.WriteAsync(await client.GetByteArrayAsync(new Uri($"{fixture.App.WebUrl}/{file}")));
            total += (int)packed.Length;
        }

        Assert.InRange(total, 10_000, 60 * 1024);
    }

    [Fact]
    public async Task Page_allows_no_inline_script_and_only_listed_sites_to_frame_it()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{fixture.App.WebUrl}/chat"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains($"; frame-ancestors 'self' {AppFixture.AllowedOrigins};", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1234", HttpStatusCode.SwitchingProtocols)]
    public async Task Hub_takes_sockets_from_listed_sites_only(string origin, HttpStatusCode expected)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;

        var opened = await Record.ExceptionAsync(() =>
            socket.ConnectAsync(new Uri($"{fixture.App.WebUrl.Replace("http", "ws", StringComparison.Ordinal)}/chat/hub"), CancellationToken.None));

        Assert.Equal(expected, socket.HttpStatusCode);
        Assert.Equal(expected == HttpStatusCode.Forbidden, opened is WebSocketException);
    }
}
