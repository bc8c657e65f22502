using System.Net;
using LeadHeat.Api.Channels;
using LeadHeat.Tests.Api.Limits;
using LeadHeat.Tests.Api.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.Api.Channels;

public sealed class GraphTests
{
    [Fact]
    public async Task Token_that_is_refused_again_and_again_is_not_shown_for_a_while()
    {
        var (meta, clock) = (new Meta { Status = HttpStatusCode.Unauthorized }, new SteppedClock());
        var graph = new Graph(meta, Options.Create(new MetaOptions { AccessToken = "old", GraphBaseUrl = new("https://graph.test/") }), clock);

        for (var time = 0; time < 20; time++)
            Assert.Equal(GraphOutcome.TokenExpired, (await graph.GetAsync("1", CancellationToken.None)).Outcome);
        Assert.Equal(5, meta.Asked);

        clock.Advance(TimeSpan.FromMinutes(2));
        await graph.GetAsync("1", CancellationToken.None);
        await graph.GetAsync("1", CancellationToken.None);
        Assert.Equal(6, meta.Asked);

        clock.Advance(TimeSpan.FromMinutes(2));
        meta.Status = HttpStatusCode.OK;
        Assert.Equal(GraphOutcome.Good, (await graph.GetAsync("1", CancellationToken.None)).Outcome);
        meta.Status = HttpStatusCode.Unauthorized;
        await graph.GetAsync("1", CancellationToken.None);
        await graph.GetAsync("1", CancellationToken.None);
        Assert.Equal(9, meta.Asked);
    }

    /// <summary>The token would go where the answer says.</summary>
    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Redirect_of_Meta_is_not_followed(int status)
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var meta = SmallServer.Build();
        meta.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Url;
            return Task.CompletedTask;
        });
        await meta.StartAsync();
        var services = new ServiceCollection();
        Graph.AddTo(services);
        await using var provider = services.BuildServiceProvider();
        var graph = new Graph(
            provider.GetRequiredService<IHttpClientFactory>(), Options.Create(new MetaOptions { AccessToken = "ours", GraphBaseUrl = new(meta.Address() + "/") }), TimeProvider.System);

        Assert.NotEqual(GraphOutcome.Good, (await graph.GetAsync("1", CancellationToken.None)).Outcome);
        Assert.NotEqual(GraphOutcome.Good, (await graph.PostAsync("1", "{}"u8.ToArray(), CancellationToken.None)).Outcome);

        Assert.Equal(0, elsewhere.Asked);
    }

    private sealed class Meta : HttpMessageHandler, IHttpClientFactory
    {
        public HttpStatusCode Status { get; set; }

        public int Asked { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage(Status) { Content = new StringContent(Status == HttpStatusCode.OK ? "{}" : """{"error":{"code":190}}""") });
        }
    }
}
