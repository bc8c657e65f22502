using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Channels;

/// <summary>An Api beside the app's own, on its database or on another one of the same Postgres.</summary>
internal sealed class SecondApi : IAsyncDisposable
{
    private const string ServiceKey = "second-api-service-key";
    private const string Key = "second-api-admin-key";

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _output = new();
    private readonly GuardedProcess _process;

    private SecondApi(RunningApp beside, string database, string redis, Dictionary<string, string?> settings)
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        _process = GuardedProcess.Start(Command(beside, database, redis, settings, Url), _output.Enqueue);
    }

    public string Url { get; }

    /// <summary>As a visitor's or a worker's process calls it.</summary>
    public HttpClient Service() => new() { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { Routes.ApiKeyHeader, ServiceKey } } };

    public LeadHeatClient Team => new(new HttpClient { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { Routes.ApiKeyHeader, Key } } });

    /// <param name="beside">Whose keys it shares: it opens what that one sealed.</param>
    public static async Task<SecondApi> StartAsync(RunningApp beside, string database, string redis, Dictionary<string, string?> settings)
    {
        var api = new SecondApi(beside, database, redis, settings);
        using var http = new HttpClient();
        await Eventually.TrueAsync(async () => await IsHealthyAsync(http, api.Url + "/health"), TimeSpan.FromSeconds(180), () => string.Join('\n', api._output));
        return api;
    }

    /// <summary>Runs a command of the Api to its end; its exit code, and what it said.</summary>
    public static async Task<(int Code, string Output)> RunAsync(RunningApp beside, string database, Dictionary<string, string?> settings, params string[] arguments)
    {
        var output = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var process = GuardedProcess.Start(Command(beside, database, "127.0.0.1:1", settings, "http://127.0.0.1:0", arguments), output.Enqueue);
        await using (process)
            return (await process.Exited.WaitAsync(TimeSpan.FromSeconds(180)), string.Join('\n', output));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(Signal.Terminate, TimeSpan.FromSeconds(60));
        await _process.DisposeAsync();
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Command Command(
        RunningApp beside, string database, string redis, Dictionary<string, string?> settings, string url, params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        var assembly = Path.Combine(Solution.Root, "artifacts", "bin", "LeadHeat.Api", configuration, "LeadHeat.Api.dll");
        return new Command("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            Environment = new(settings)
            {
                ["ASPNETCORE_URLS"] = url, ["ConnectionStrings__leadsdb"] = database, ["ConnectionStrings__redis"] = redis,
                ["Access__AdminKey"] = Key, ["Access__AdminEmail"] = "second@example.com", ["Access__AdminPassword"] = "of-the-second-api", ["Access__ServiceKey"] = ServiceKey, ["Keys__Path"] = Path.Combine(beside.Data, "keys", "api"),
            },
            WhenAbandoned = Signal.Terminate,
        };
    }
}
