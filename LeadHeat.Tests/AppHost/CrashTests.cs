using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

[Collection("own app")]
public sealed class CrashTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task A_crashed_process_is_started_again_and_it_is_seen()
    {
        await using var app = await RunningApp.StartAsync();
        foreach (var name in new[] { "worker-1", "web", "api", "redis", "postgres" })
        {
            var before = app.Pids(name).Single();

            app.Kill(name);

            await Eventually.TrueAsync(
                () => app.Run.Resources.Single(entry => entry.Name == name) is { Restarts: >= 1, State: RunState.Running },
                Limit,
                () => app.Output + app.Log(name));
            Assert.NotEqual(before, app.Pids(name).Single());
            Assert.Contains($"{name,-10} ended with code 137; starting again (1)", app.Output, StringComparison.Ordinal);
        }

        using var client = app.ApiClient();
        await Eventually.TrueAsync(
            () => IsHealthyAsync(client), Limit, () => app.Log("api"));
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
