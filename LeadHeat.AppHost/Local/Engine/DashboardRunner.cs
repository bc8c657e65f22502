namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The Aspire dashboard as its command-line tool runs it: a window on what OTLP brings, with a memory but no store.</summary>
internal sealed class DashboardRunner(string cli, int port, int grpcPort, int httpPort) : Runner("dashboard", "dashboard")
{
    public string OtlpEndpoint => $"http://127.0.0.1:{grpcPort}";

    public override IReadOnlyList<string> Urls => [$"http://localhost:{port}"];

    public override bool IsExtra => true;

    /// <summary>Where setup.sh puts the tool, with a home beside it into which it has unpacked itself.</summary>
    public static string? FindCli()
    {
        var installed = Path.Combine(Solution.Root, "artifacts", "aspire", "aspire");
        return File.Exists(installed) ? installed : null;
    }

    // It yields to the app where both want the processor.
    public override Command Command() => new("nice", "-n", "10", cli, "dashboard", "run", "--nologo", "--non-interactive",
        "--allow-anonymous", "--frontend-url", Urls[0], "--otlp-grpc-url", OtlpEndpoint, "--otlp-http-url", $"http://127.0.0.1:{httpPort}")
    {
        Environment =
        {
            ["HOME"] = Path.Combine(Path.GetDirectoryName(cli)!, "home"),
            ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "1",
            ["ASPNETCORE_URLS"] = null,
            // It needs cultures, whatever this machine's other .NET programs do without.
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = null,
        },
    };

    public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => HttpProbe.IsHealthyAsync(Urls[0], cancellationToken);
}
