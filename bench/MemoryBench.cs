using System.Globalization;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Bench;

/// <summary>Memory of each process at rest, and after 50 conversations have kept it busy for a while.</summary>
internal static class MemoryBench
{
    private const int Conversations = 50;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(30);

    public static async Task<Report> RunAsync(string[] args)
    {
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo"));
        string[] names = ["postgres", "redis", "api", "worker-0", "worker-1", "web"];
        var atRest = names.ToDictionary(name => name, name => Of(app.Pids(name)));
        var hostAtRest = Kilobytes(app.AppHostPid) / 1024;
        await TurnsBench.LoadAsync(app, Conversations, Lasting);

        var report = new Report("memory", "at rest MB", "after load MB");
        foreach (var name in names)
            report.Add(name, null, atRest[name], Of(app.Pids(name)));
        report.Add("app host", null, hostAtRest, Kilobytes(app.AppHostPid) / 1024);
        return report;
    }

    /// <summary>
    /// Megabytes in RAM of processes and all their descendants. Pages that several share are counted in parts, as Pss does:
    /// Postgres' processes share their buffers.
    /// </summary>
    public static double Of(IEnumerable<int> processIds) => ProcessTree.Of(processIds).Sum(Kilobytes) / 1024.0;

    private static double Kilobytes(int processId)
    {
        try
        {
            // Pss:               18344 kB
            var line = File.ReadLines($"/proc/{processId}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
