using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LeadHeat.Tests.Web;

public sealed class HostCookiesTests
{
    [Fact]
    public async Task By_tls_only_cookies_of_this_very_host_are_read_and_set()
    {
        var context = await AnswerAsync("https", "leadheat=theirs; __Host-leadheat=mine; __Host-zone=Asia/Dubai;other=x");

        Assert.Equal(("mine", "Asia/Dubai", (string?)null), (context.Request.Cookies["leadheat"], context.Request.Cookies["zone"], context.Request.Cookies["other"]));
        Assert.Equal(
            "__Host-leadheat=value; path=/; httponly; secure | __Host-gone=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure",
            string.Join(" | ", context.Response.Headers.SetCookie.ToArray()));
    }

    [Fact]
    public async Task Without_tls_cookies_are_as_they_are()
    {
        var context = await AnswerAsync("http", "leadheat=mine");

        Assert.Equal("mine", context.Request.Cookies["leadheat"]);
        Assert.Equal("leadheat=value; path=/; httponly", context.Response.Headers.SetCookie.First());
    }

    [Fact]
    public async Task Nobody_is_known_by_a_cookie_that_another_host_has_planted() =>
        Assert.Empty((await AnswerAsync("https", "leadheat=theirs")).Request.Cookies);

    private static async Task<HttpContext> AnswerAsync(string scheme, string cookies)
    {
        var app = new ApplicationBuilder(new NoServices());
        app.UseHostCookies();
        app.Run(context =>
        {
            context.Response.Cookies.Append("leadheat", "value", new CookieOptions { HttpOnly = true });
            context.Response.Cookies.Delete("gone");
            return Task.CompletedTask;
        });
        var answer = new Answer();
        var context = new DefaultHttpContext { Request = { Scheme = scheme, Headers = { Cookie = cookies } } };
        context.Features.Set<IHttpResponseFeature>(answer);
        await app.Build()(context);
        await answer.StartAsync();
        return context;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Answer : HttpResponseFeature
    {
        private Func<Task> _starting = () => Task.CompletedTask;

        public override void OnStarting(Func<object, Task> callback, object state) => _starting = () => callback(state);

        public Task StartAsync() => _starting();
    }
}
