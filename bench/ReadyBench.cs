using System.Diagnostics;
using LeadHeat.AppHost.Local.Engine;
using LeadHeat.Tests;

namespace LeadHeat.Bench;

/// <summary>From the start of a built <c>./run.sh</c> to ready, dashboard and all: with a new data folder, and again with the same.</summary>
internal static class ReadyBench
{
    private const double Bar = 25;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<Report> RunAsync(string[] args)
    {
        var report = new Report("ready", "seconds");
        var data = Directory.CreateTempSubdirectory("leadheat-bench-").FullName;
        try
        {
            // Not counted: sets up and builds what is missing.
            await StartAndStopAsync(data, "--demo");
            foreach (var (what, options) in new (string, string[])[]
            {
                ("first start", ["--fresh"]),
                ("second start", []),
                ("first start with --demo", ["--fresh", "--demo"]),
                ("second start with --demo", ["--demo"]),
            })
            {
                var seconds = await StartAndStopAsync(data, options);
                report.Add(what, seconds <= Bar, seconds);
            }
        }
        finally
        {
            Remove(data);
        }
        return report;
    }

    // Also what stands outside of it: a root user's cluster does.
    private static void Remove(string folder)
    {
        using (var data = DataFolder.Take(folder))
            data.Empty();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> StartAndStopAsync(string data, params string[] options)
    {
        var started = new ProcessStartInfo(Path.Combine(Solution.Root, "run.sh"), options) { RedirectStandardOutput = true, RedirectStandardError = true };
        started.Environment["LEADHEAT_DATA"] = data;
        foreach (var port in new[] { "LEADHEAT_WEB_PORT", "LEADHEAT_API_PORT", "LEADHEAT_DASHBOARD_PORT" })
            started.Environment[port] = "0";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(started)!;
        var output = Drain(process);
        var runFile = Path.Combine(data, RunFile.FileName);
        await Eventually.TrueAsync(() => File.Exists(runFile) || process.HasExited, Limit, () => "not ready");
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.HasExited)
            throw new InvalidOperationException($"run.sh ended:\n{await output}");
        Signals.Send(Signal.Terminate, RunFile.Read(runFile).ProcessId);
        await process.WaitForExitAsync();
        return seconds;
    }

    private static async Task<string> Drain(Process process)
    {
        var both = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return string.Concat(both);
    }
}
