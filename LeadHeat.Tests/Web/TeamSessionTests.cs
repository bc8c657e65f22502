using System.Net;
using System.Security.Claims;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Configuration;

namespace LeadHeat.Tests.Web;

public sealed class TeamSessionTests : IDisposable
{
    private const string Refresh = "POST " + Routes.Refresh;

    private readonly FakeApi _api = new();

    [Fact]
    public async Task Fresh_token_is_used_as_it_is()
    {
        using var session = Session(TimeSpan.FromHours(1));

        Assert.Equal("old", await session.GetTokenAsync(default));
        Assert.Equal("Asha", (await session.GetMeAsync()).Name);
        Assert.Empty(_api.Asked);
    }

    [Fact]
    public async Task Token_that_is_about_to_end_is_renewed_once_for_all_who_ask()
    {
        _api.Answer(Refresh, _ => new SignedIn("Bearer", "new", 3600, "refresh 2"), LeadHeatJson.Default.SignedIn);
        using var session = Session(TimeSpan.FromSeconds(30));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => session.GetTokenAsync(default)));

        Assert.All(tokens, token => Assert.Equal("new", token));
        Assert.Single(_api.Asked);
    }

    [Fact]
    public async Task Session_is_over_when_the_api_refuses_to_renew_it()
    {
        _api.Refuse(Refresh, HttpStatusCode.Unauthorized, "Expired");
        using var session = Session(TimeSpan.Zero);
        var over = 0;
        session.Over += () => over++;

        await session.GetTokenAsync(default);
        await session.GetTokenAsync(default);

        Assert.Equal(1, over);
    }

    [Fact]
    public async Task Session_outlives_an_api_that_is_away()
    {
        _api.Refuse(Refresh, HttpStatusCode.ServiceUnavailable, "Away");
        using var session = Session(TimeSpan.Zero);
        var over = 0;
        session.Over += () => over++;

        await Assert.ThrowsAsync<LeadHeatException>(() => session.GetTokenAsync(default));

        Assert.Equal(0, over);
    }

    public void Dispose() => _api.Dispose();

    private TeamSession Session(TimeSpan left)
    {
        var user = SignInCookie.Write(new Me(Guid.NewGuid(), "Asha", "asha@example.com", "agent"), new SessionTokens("old", "refresh", DateTimeOffset.UtcNow + left));
        return new TeamSession(new SignedInUser(user), new ApiClients(new Handlers(_api), new ConfigurationManager()), TimeProvider.System);
    }

    private sealed class SignedInUser(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }

    private sealed class Handlers(HttpMessageHandler handler) : IHttpMessageHandlerFactory
    {
        public HttpMessageHandler CreateHandler(string name) => handler;
    }
}
