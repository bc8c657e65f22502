using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Bench;

/// <summary>Turns with the built-in agent: so many conversations at once, without a pause between answer and next message.</summary>
internal static class TurnsBench
{
    private const double BarAt50 = 150;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(20);
    private static readonly string[] Processes = ["postgres", "redis", "api", "worker", "web"];

    public static async Task<Report> RunAsync(string[] args)
    {
        int[] levels = args.Length > 0 ? [.. args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))] : [1, 50, 500];
        await using var app = await RunningApp.StartAsync(new AppOptions("--demo"));
        await LoadAsync(app, 20, Warming);
        var report = new Report(
            "turns",
            ["p50 ms", "p95 ms", "p99 ms", "turns/s", "turns", "errors", "client CPU", .. Processes.Select(name => $"{name} CPU ms"), "all CPU ms"]);
        foreach (var conversations in levels)
        {
            var before = CpuSeconds(app);
            var load = await LoadAsync(app, conversations, Lasting);
            var perTurn = CpuSeconds(app).Zip(before, (after, before) => 1000 * (after - before) / load.Times.Count).ToArray();
            var p95 = load.Times.Percentile(95);
            report.Add(
                $"{conversations} conversations", Holds(conversations, p95, load.Errors.Count),
                [
                    load.Times.Percentile(50), p95, load.Times.Percentile(99), load.Times.Count / load.Seconds, load.Times.Count, load.Errors.Count,
                    load.Cpu, .. perTurn, perTurn.Sum() + (1000 * load.Cpu * load.Seconds / load.Times.Count),
                ]);
            foreach (var error in load.Errors.CountBy(error => error).OrderByDescending(error => error.Value).Take(5))
                Console.WriteLine($"{error.Value} x {error.Key}");
        }
        return report;
    }

    /// <summary>Keeps so many conversations going; each ends before it stops.</summary>
    public static async Task<Load> LoadAsync(RunningApp app, int conversations, TimeSpan lasting)
    {
        var (api, key) = (new Uri(app.ApiUrl), app.AdminKey);
        var times = new Times();
        var errors = new ConcurrentBag<string>();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(async _ =>
        {
            var visitor = new Visitor(api, key, times);
            do
            {
                try
                {
                    await visitor.TalkAsync();
                }
                catch (Exception failure) when (failure is IOException or TimeoutException or System.Net.Sockets.SocketException)
                {
                    errors.Add(failure.Message);
                    visitor.Dispose();
                    visitor = new Visitor(api, key, times);
                    // A pause for an Api that does not answer: to ask it at once again would take the time that it needs.
                    await Task.Delay(100);
                }
            }
            while (Stopwatch.GetElapsedTime(began) < lasting);
            visitor.Dispose();
        }));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Load(times, errors, seconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds / seconds);
    }

    // Processor time a turn takes stays what it is when others use the machine, unlike the times above.
    private static double[] CpuSeconds(RunningApp app) => [.. Processes.Select(name => ProcessTree.CpuSeconds(app.Pids(name)))];

    private static bool? Holds(int conversations, double p95, int errors) => conversations switch
    {
        50 => p95 <= BarAt50 && errors == 0,
        500 => errors == 0,
        _ => errors == 0 ? null : false,
    };

    /// <param name="Cpu">Which part of one core the client itself took.</param>
    internal sealed record Load(Times Times, ConcurrentBag<string> Errors, double Seconds, double Cpu);
}
