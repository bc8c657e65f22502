using System.Collections.Concurrent;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests.AppHost;

/// <summary>
/// The whole app as its users run it, on free ports and in a folder of its own: the one way in which tests start it. Most tests
/// share the one of <see cref="AppFixture"/>; those that break things start their own.
/// </summary>
public sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(180);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly AppOptions _options;
    private readonly GuardedProcess _process;

    private RunningApp(AppOptions options)
    {
        _options = options;
        Data = options.Data ?? Path.Combine(Path.GetTempPath(), $"leadheat-test-{Guid.NewGuid():N}"[..22]);
        Directory.CreateDirectory(Data);
        _process = GuardedProcess.Start(AppHostCommand(), _output.Enqueue);
    }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    public string ApiUrl => UrlOf("api");

    public string WebUrl => UrlOf("web");

    public string DashboardUrl => UrlOf("dashboard");

    public string AdminKey => Secret("admin-key");

    public string AdminEmail => Run.AdminEmail;

    public string AdminPassword => Secret("admin-password");

    /// <summary>What the app host has written to the terminal.</summary>
    public string Output => string.Join('\n', _output);

    public int AppHostPid => _process.Id;

    internal RunFile Run => RunFile.Read(RunFilePath);

    private string RunFilePath => Path.Combine(Data, RunFile.FileName);

    /// <summary>Starts the app and waits until it is ready.</summary>
    public static async Task<RunningApp> StartAsync(AppOptions? options = null)
    {
        var app = Launch(options ?? new AppOptions());
        try
        {
            await app.UntilReadyAsync();
            return app;
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app and does not wait, for runs that are not to become ready.</summary>
    public static RunningApp Launch(AppOptions options) => new(options);

    public async Task UntilReadyAsync()
    {
        await Eventually.TrueAsync(() => IsReady() || _process.Exited.IsCompleted, StartLimit, () => $"not ready:\n{Output}");
        if (!IsReady())
            throw new InvalidOperationException($"the app did not start:\n{Output}");
    }

    /// <summary>Of a store, by its owner's role where it has one: tests look and write where services may not.</summary>
    public string ConnectionString(string name) => Run.ConnectionStrings.GetValueOrDefault(name + RunFile.OfOwner) ?? ServiceConnectionString(name);

    /// <summary>As services are told it.</summary>
    public string ServiceConnectionString(string name) => Run.ConnectionStrings[name]!;

    /// <summary>Of a resource, or of one of its replicas: worker, worker-0.</summary>
    public IReadOnlyList<int> Pids(string resource) =>
        [.. Run.Resources.Where(entry => entry.Resource == resource || entry.Name == resource).SelectMany(entry => entry.Pids)];

    public int Restarts(string name) => Run.Resources.Single(entry => entry.Name == name).Restarts;

    public void Kill(string resource, UnixSignal signal = UnixSignal.Kill)
    {
        foreach (var processId in Pids(resource))
            Send(signal, processId);
    }

    /// <summary>What the resource, or the one replica, has written.</summary>
    public string Log(string resource) => string.Join('\n', Run.Resources
        .Where(entry => entry.Resource == resource || entry.Name == resource)
        .Select(entry => File.ReadAllText(entry.Log)));

    /// <summary>An HTTP client of the API that carries the admin key.</summary>
    public HttpClient ApiClient()
    {
        var client = new HttpClient { BaseAddress = new Uri(ApiUrl) };
        client.DefaultRequestHeaders.Add("X-Api-Key", AdminKey);
        return client;
    }

    /// <summary>Ends the app host by this signal and returns its exit code.</summary>
    public async Task<int> EndAsync(UnixSignal signal)
    {
        Send(signal, _process.Id);
        return await ExitCodeAsync();
    }

    public Task<int> ExitCodeAsync() => _process.Exited.WaitAsync(StopLimit);

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(Signal.Terminate, StopLimit);
        await _process.DisposeAsync();
        if (_options.Data is null)
            Directory.Delete(Data, recursive: true);
    }

    internal static void Send(UnixSignal signal, int processId) => Signals.Send((Signal)signal, processId);

    // A run that was killed leaves its file behind. The terminal's last line comes a moment after the file.
    private bool IsReady() => File.Exists(RunFilePath) && Run.ProcessId == AppHostPid && _output.Contains("Ctrl-C stops everything.");

    private string UrlOf(string name) => Run.Resources.Single(entry => entry.Name == name).Urls[0];

    private string Secret(string name) => File.ReadAllText(Path.Combine(Data, name)).Trim();

    private Command AppHostCommand()
    {
        var environment = new Dictionary<string, string?>
        {
            ["LEADHEAT_DATA"] = Data,
            ["LEADHEAT_WEB_PORT"] = "0",
            ["LEADHEAT_API_PORT"] = "0",
            ["LEADHEAT_DASHBOARD_PORT"] = "0",
            ["DOTNET_ENVIRONMENT"] = null,
            // All tests of an app are the same member of its team, and look every few milliseconds whether what they wait for has come.
            ["RateLimits__User__PermitLimit"] = "100000",
            ["RateLimits__Pages__PermitLimit"] = "100000",
            // Longer than a busy machine needs to get there, and shorter than a browser waits for what a notice covers.
            ["Notices__UndoSeconds"] = "45",
            // What is looked for in a page as it was sent is there, however slow the machine.
            ["Pages__WaitSeconds"] = "60",
        };
        foreach (var (name, value) in _options.Environment)
            environment[name] = value;
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        var assembly = Path.Combine(Solution.Root, "artifacts", "bin", "LeadHeat.AppHost", configuration, "LeadHeat.AppHost.dll");
        string[] dashboard = _options.Dashboard ? [] : ["--no-dashboard"];
        // Started in the background of a script, this process may ignore Ctrl-C, and what it starts would inherit that.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,QUIT", "dotnet"] : ["dotnet"];
        return new Command(program[0], [.. program[1..], assembly, .. dashboard, .. _options.Args])
        {
            Environment = environment,
            WhenAbandoned = Signal.Terminate,
        };
    }
}
