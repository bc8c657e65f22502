using LeadHeat.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace LeadHeat.Tests.Web;

public sealed class TeamHostTests
{
    [Theory]
    [InlineData("leads.example.com", "/inbox", true)]
    [InlineData("LEADS.example.com:8443", "/_blazor", true)]
    [InlineData("chat.example.com", "/inbox", false)]
    [InlineData("chat.example.com", "/", false)]
    [InlineData("chat.example.com", "/sign-in", false)]
    [InlineData("chat.example.com", "/_blazor", false)]
    [InlineData("chat.example.com", "/chatter", false)]
    [InlineData("leads.example.com.evil.test", "/inbox", false)]
    [InlineData("chat.example.com", "/chat", true)]
    [InlineData("chat.example.com", "/chat/hub", true)]
    [InlineData("chat.example.com", "/embed.js", true)]
    [InlineData("chat.example.com", "/js/chat.1.js", true)]
    [InlineData("chat.example.com", "/jsx", false)]
    [InlineData("chat.example.com", "/uploads/1/rejects", false)]
    [InlineData("10.0.0.7", "/health", true)]
    public void Team_s_pages_are_at_their_own_host_alone(string host, string path, bool shown)
    {
        var context = new DefaultHttpContext { Request = { Host = new HostString(host), Path = path } };

        Assert.Equal(shown, TeamHost.Shows(context.Request, "leads.example.com"));
    }
}
