using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Core;

public sealed class LeadHeatClientTests
{
    [Fact]
    public async Task A_service_that_is_away_is_said_in_words_for_people_and_the_reason_kept_for_logs()
    {
        using var http = new HttpClient(new Away()) { BaseAddress = new Uri("http://api.example") };

        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => new LeadHeatClient(http).GetHeatModelsAsync());

        Assert.Equal((503, "LeadHeat's service cannot be reached right now"), ((int)refused.Status, refused.Message));
        Assert.Equal("No answer within 10 s, 4 times.", refused.InnerException!.Message);
    }

    private sealed class Away : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No answer within 10 s, 4 times.");
    }
}
