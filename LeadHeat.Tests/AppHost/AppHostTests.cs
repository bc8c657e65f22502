using System.Net;

namespace LeadHeat.Tests.AppHost;

[Collection("app")]
public sealed class AppHostTests(AppFixture fixture)
{
    [Theory]
    [InlineData("api")]
    [InlineData("worker-0")]
    [InlineData("worker-1")]
    [InlineData("web")]
    public async Task Every_process_is_healthy_when_the_app_is_ready(string name)
    {
        using var client = new HttpClient();
        var url = fixture.App.Run.Resources.Single(entry => entry.Name == name).Urls[0];

        using var response = await client.GetAsync(new Uri(url + "/health"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
