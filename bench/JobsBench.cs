using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadHeat.Core.Turns;
using LeadHeat.Tests;
using LeadHeat.Tests.Worker;
using StackExchange.Redis;

namespace LeadHeat.Bench;

/// <summary>
/// Jobs through our queue and through BullMQ, in turns, on one Redis that writes its log as ours does: put in while one worker takes them, as many at a time.
/// Ours is the real pump with its claims, events and outcomes; only the Api behind it is in the same process.
/// </summary>
internal static class JobsBench
{
    private const string BullMq = "bullmq@6.7.0";

    // What it speaks to Redis with.
    private const string Client = "ioredis@6.0.0";
    private const int Jobs = 20_000;
    private const int AtOnce = 32;
    private const int Rounds = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<Report> RunAsync(string[] args)
    {
        var jobs = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : Jobs;
        var folder = Directory.CreateTempSubdirectory("leadheat-bullmq-").FullName;
        await RunAsync("npm", folder, "install", "--no-audit", "--no-fund", "--silent", BullMq, Client);
        await File.WriteAllTextAsync(Path.Combine(folder, "bull.mjs"), ReadScript());
        await using var redis = await PrivateRedis.StartAsync();
        // What both compile at their first job is not what is asked for.
        await OursAsync(redis, jobs / 10);
        await TheirsAsync(redis, folder, jobs / 10);

        List<Figures> ours = [], theirs = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await OursAsync(redis, jobs));
            theirs.Add(await TheirsAsync(redis, folder, jobs));
        }

        Directory.Delete(folder, recursive: true);
        var report = new Report("jobs", "a second", "slowest", "fastest", "jobs", "lost", "doubled");
        var (mine, bull) = (Middle(ours), Middle(theirs));
        Add(report, "ours", ours, jobs, mine >= bull && ours.All(each => each is { Lost: 0, Doubled: 0 }));
        Add(report, BullMq, theirs, jobs, null);
        return report;
    }

    private static async Task<Figures> OursAsync(PrivateRedis redis, int jobs)
    {
        var api = new FakeApi();
        Guid[] turns = [.. Enumerable.Range(0, jobs).Select(_ => Guid.CreateVersion7())];
        foreach (var turn in turns)
            api.Queue(turn);
        var answered = new ConcurrentDictionary<Guid, int>();
        await using var pump = await PumpUnderTest.StartAsync(redis, api, turn => Task.FromResult(Build.Outcome(turn)));
        var began = Stopwatch.GetTimestamp();
        foreach (var turn in turns)
            Add(redis.Database, turn);
        await Eventually.TrueAsync(() => api.Outcomes.Count >= jobs, Patience, () => $"{api.Outcomes.Count} of {jobs}");
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        foreach (var outcome in api.Outcomes)
            answered.AddOrUpdate(outcome.TurnId, 1, (_, times) => times + 1);
        return new(jobs / seconds, jobs - answered.Count, answered.Values.Count(times => times > 1));
    }

    // As the Api does it.
    private static void Add(IDatabase database, Guid turn)
    {
        database.StreamAdd(
            JobNames.Stream, [new(JobNames.TurnField, turn.ToString()), new(JobNames.TraceField, "")],
            maxLength: JobNames.StreamLength, useApproximateMaxLength: true, flags: CommandFlags.FireAndForget);
        database.Publish(RedisChannel.Literal(JobNames.Wake), "", CommandFlags.FireAndForget);
    }

    private static async Task<Figures> TheirsAsync(PrivateRedis redis, string folder, int jobs)
    {
        var said = JsonNode.Parse(await RunAsync("node", folder, "bull.mjs", redis.ConnectionString.Split(':')[1], $"{jobs}", $"{AtOnce}"))!;
        return new(jobs / said["seconds"]!.GetValue<double>(), said["lost"]!.GetValue<int>(), said["doubled"]!.GetValue<int>());
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with code {process.ExitCode}: {said}");
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(JobsBench).Assembly.GetManifestResourceStream("bull.mjs")!);
        return reader.ReadToEnd();
    }

    private static double Middle(List<Figures> rounds) => rounds.Select(round => round.PerSecond).Order().ElementAt(rounds.Count / 2);

    private static void Add(Report report, string what, List<Figures> rounds, int jobs, bool? holds) => report.Add(
        what, holds, Middle(rounds), rounds.Min(round => round.PerSecond), rounds.Max(round => round.PerSecond), jobs, rounds.Sum(round => round.Lost), rounds.Sum(round => round.Doubled));

    private sealed record Figures(double PerSecond, int Lost, int Doubled);
}
