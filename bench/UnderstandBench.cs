using System.Diagnostics;
using System.Text.Json;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Playground;

namespace LeadHeat.Bench;

/// <summary>How long one message takes to understand on one core, over the messages of the evals, and what it allocates.</summary>
internal static class UnderstandBench
{
    private const int Warm = 30;
    private const int Rounds = 10;
    private const double Bar = 0.5;

    public static Task<Report> RunAsync(string[] arguments)
    {
        var root = arguments.Length > 0 ? arguments[0] : Directory.GetCurrentDirectory();
        var playbooks = PlaybookLibrary.FromFiles(Files(Path.Combine(root, "playbooks"), "*.json"));
        (UnderstandQuestion Question, string Text)[] messages = [.. Files(Path.Combine(root, "evals", "messages"), "*.jsonl").SelectMany(file => Messages(file.Text, playbooks))];
        var report = new Report("understand, ms", "messages", "p50", "p95", "p99", "bytes");
        Add(report, "a message", messages, Bar);
        foreach (var length in (int[])[1_000, 4_000, 16_000])
            Add(report, $"{length} characters", [Long(messages, length)], null);
        return Task.FromResult(report);
    }

    private static void Add(Report report, string what, (UnderstandQuestion Question, string Text)[] messages, double? bar)
    {
        List<double> times = [];
        long bytes = 0;
        for (var round = 0; round < Warm + Rounds; round++)
        {
            foreach (var (question, text) in messages)
            {
                var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                question.Understand(text);
                if (round < Warm)
                    continue;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        times.Sort();
        double At(double part) => times[(int)(part * (times.Count - 1))];
        report.Add(what, bar is null ? null : At(0.95) <= bar, messages.Length, At(0.5), At(0.95), At(0.99), (int)(bytes / times.Count));
    }

    // Time has to grow with the text and no faster.
    private static (UnderstandQuestion, string) Long((UnderstandQuestion Question, string Text)[] messages, int length)
    {
        var text = string.Join(". ", messages.Select(message => message.Text));
        while (text.Length < length)
            text += text;
        return (messages[0].Question, text[..length]);
    }

    private static IEnumerable<(UnderstandQuestion, string)> Messages(string lines, PlaybookLibrary playbooks)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            string? Text(string key) => json.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
            var request = new UnderstandRequest(Text("text"), null, Text("playbook"), Text("referenceDate"), Text("defaultRegion"), Text("context"));
            if (UnderstandQuestion.Read(request, playbooks, DateTimeOffset.UnixEpoch, new Dictionary<string, string[]>()) is { } question)
                yield return (question, request.Text!);
        }
    }

    private static IEnumerable<(string Path, string Text)> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)));
}
