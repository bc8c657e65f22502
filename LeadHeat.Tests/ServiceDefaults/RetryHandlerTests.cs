using System.Net;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using LeadHeat.ServiceDefaults;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class RetryHandlerTests
{
    [Theory]
    [InlineData("GET", 2, 3)]
    [InlineData("PUT", 2, 3)]
    [InlineData("POST", 2, 1)]
    [InlineData("GET", 9, 4)]
    public async Task Only_what_may_be_sent_twice_is_sent_again(string method, int failures, int expectedCalls)
    {
        var service = new FlakyService(failures, () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service });

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "http://api/") { Content = new StringContent("x") });

        Assert.Equal(expectedCalls, service.Calls);
        Assert.Equal(expectedCalls > failures ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_search_is_sent_again_though_its_words_are_a_body()
    {
        var service = new FlakyService(2, () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service }) { BaseAddress = new Uri("http://api/") };

        // What it finds is nothing that can be read; that it was asked three times is what counts.
        await Assert.ThrowsAnyAsync<Exception>(() => new LeadHeatClient(client).GetLeadsAsync(new LeadQuery(Text: "anna@example.com")));

        Assert.Equal(3, service.Calls);
    }

    [Fact]
    public async Task A_service_that_is_away_for_a_moment_is_not_noticed()
    {
        var service = new FlakyService(3, () => throw new HttpRequestException("refused"));
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service });

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("http://api/"))).StatusCode);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_an_error()
    {
        var service = new FlakyService(99, () => throw new HttpRequestException("refused"));
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://api/")));
        Assert.Equal(4, service.Calls);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_an_error_and_no_cancellation()
    {
        var service = new SilentService();
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://api/")));
        Assert.Equal(4, service.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task An_answer_that_will_not_change_is_passed_on_at_once(HttpStatusCode status)
    {
        var service = new FlakyService(1, () => new HttpResponseMessage(status));
        using var client = new HttpClient(new RetryHandler(new NoWaiting()) { InnerHandler = service });

        Assert.Equal(status, (await client.GetAsync(new Uri("http://api/"))).StatusCode);
    }

    private sealed class FlakyService(int failures, Func<HttpResponseMessage> fail) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Calls++ < failures ? fail() : new HttpResponseMessage(HttpStatusCode.OK));
    }

    private sealed class SilentService : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It answered.");
        }
    }

    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
