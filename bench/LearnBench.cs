using System.Diagnostics;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Bench;

/// <summary>
/// What learning intents, moods and orders of all playbooks takes at a start: the first time with its methods compiled on the way, as a new process has it, and
/// the best of some more rounds, as a process has it that answers already. Each round reads the playbooks anew, and nothing is kept in a folder. Last what a start
/// does, which finds what the build has learned.
/// </summary>
internal static class LearnBench
{
    private const int Rounds = 5;
    private const double Bar = 1_000;

    public static Task<Report> RunAsync(string[] arguments)
    {
        var folder = Path.Combine(arguments.Length > 0 ? arguments[0] : Directory.GetCurrentDirectory(), "playbooks");
        var report = new Report("learning, ms", "examples", "until done", "processor");
        var (examples, first) = Learn(folder);
        report.Add("all playbooks, first", first.Took <= Bar, examples, first.Took, first.Processor);
        var best = Enumerable.Range(0, Rounds).Select(_ => Learn(folder).Times).MinBy(times => times.Processor);
        report.Add("all playbooks, compiled", best.Processor <= Bar, examples, best.Took, best.Processor);
        var kept = Directory.CreateTempSubdirectory("leadheat-learned-");
        Learn(folder, kept.FullName);
        var read = Enumerable.Range(0, Rounds).Select(_ => Learn(folder, kept.FullName).Times).MaxBy(times => times.Took);
        kept.Delete(recursive: true);
        report.Add("what a start reads of it, the slowest", read.Took <= Bar, examples, read.Took, read.Processor);
        return Task.FromResult(report);
    }

    private static (int Examples, (double Took, double Processor) Times) Learn(string folder, string? kept = null)
    {
        var playbooks = PlaybookLibrary.FromFolder(folder);
        using var process = Process.GetCurrentProcess();
        var (before, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        playbooks.Learn(kept);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        process.Refresh();
        var examples = playbooks.All.Sum(playbook => playbook.Examples.Intents.Count + playbook.Examples.Sentiments.Count + playbook.Examples.Orders.Count + playbook.Examples.Messages.Count);
        return (examples, (took, (process.TotalProcessorTime - before).TotalMilliseconds));
    }
}
