using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Web;

public sealed class HostCookiesTests
{
    [Theory]
    [InlineData("https", "__Host-leadheat")]
    [InlineData("http", "leadheat")]
    public void Cookie_is_this_host_s_own_where_pages_come_by_tls(string scheme, string name)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme, Headers = { Cookie = $"{name}=mine; other=theirs" } } };
        var cookies = new HostCookies();

        cookies.AppendResponseCookie(context, "leadheat", "value", new CookieOptions { Path = "/", Secure = scheme == "https", HttpOnly = true });

        Assert.Equal("mine", cookies.GetRequestCookie(context, "leadheat"));
        Assert.StartsWith(name + "=value; path=/", context.Response.Headers.SetCookie.Single(), StringComparison.Ordinal);
        cookies.DeleteCookie(context, "leadheat", new CookieOptions { Path = "/" });
        Assert.Contains(context.Response.Headers.SetCookie, cookie => cookie!.StartsWith(name + "=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
    }
}
