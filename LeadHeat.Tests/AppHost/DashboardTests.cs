using System.Text.Json;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

[Collection("own app")]
public sealed class DashboardTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task Traces_metrics_and_logs_of_every_process_reach_the_dashboard()
    {
        Assert.True(DashboardRunner.FindCli() is not null, "The Aspire dashboard's command line is missing: ./setup.sh puts it into artifacts/aspire.");
        await using var app = await RunningApp.StartAsync(new AppOptions { Dashboard = true });
        using var dashboard = new HttpClient { BaseAddress = new Uri(app.DashboardUrl) };
        using var client = new HttpClient();
        var found = "";
        await Eventually.TrueAsync(
            async () =>
            {
                await Task.WhenAll(app.Run.Resources.Where(entry => entry.Resource is "api" or "web" or "worker")
                    .Select(entry => client.GetAsync(new Uri(entry.Urls[0] + "/no-such-page"))));
                found = await HeardOfAsync(dashboard);
                return found == "api-0 all, web-0 all, worker-0 all, worker-1 all";
            },
            Limit,
            () => found + "\n" + app.Output);

        var spans = await dashboard.GetStringAsync(new Uri("/api/telemetry/spans", UriKind.Relative));
        Assert.Contains("/no-such-page", spans, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/health\"", spans, StringComparison.Ordinal);
    }

    // [{"name":"api","instanceId":"api-0","displayName":"api","hasLogs":true,"hasTraces":true,"hasMetrics":false}]
    private static async Task<string> HeardOfAsync(HttpClient dashboard)
    {
        try
        {
            using var resources = JsonDocument.Parse(await dashboard.GetStringAsync(new Uri("/api/telemetry/resources", UriKind.Relative)));
            return string.Join(", ", resources.RootElement.EnumerateArray().Select(Describe).Order());
        }
        catch (HttpRequestException notYet)
        {
            return notYet.Message;
        }
    }

    private static string Describe(JsonElement resource)
    {
        var all = new[] { "hasLogs", "hasTraces", "hasMetrics" }.All(kind => resource.GetProperty(kind).GetBoolean());
        return $"{resource.GetProperty("instanceId").GetString()} {(all ? "all" : "part")}";
    }
}
