using System.Diagnostics;
using System.Globalization;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>
/// Which processes this run has started, kept in the data folder, so that the next run can end those that a crash left behind
/// together with their watchers.
/// </summary>
internal sealed class StartedProcesses(DataFolder data)
{
    private const string FileName = "processes";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, string> _running = [];

    public void Add(GuardedProcess process, string name)
    {
        lock (_lock)
        {
            _running[process.Id] = $"{process.Id} {process.Started.Ticks} {name}";
            Write();
        }
    }

    public void Remove(GuardedProcess process)
    {
        lock (_lock)
        {
            _running.Remove(process.Id);
            Write();
        }
    }

    /// <summary>Their watchers need a moment after a crash; what is still there after it is killed.</summary>
    public async Task EndLeftOversAsync(Action<string> say, CancellationToken cancellationToken)
    {
        if (!File.Exists(data.PathOf(FileName)))
            return;

        var waited = Stopwatch.StartNew();
        foreach (var line in await File.ReadAllLinesAsync(data.PathOf(FileName), cancellationToken))
        {
            // 4711 639000000000000000 postgres
            var parts = line.Split(' ', 3);
            var processId = int.Parse(parts[0], CultureInfo.InvariantCulture);
            var started = new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            var patience = Patience - waited.Elapsed;
            if (!IsRunning(processId, started)
                || (patience > TimeSpan.Zero && await OtherProcess.EndsAsync(processId, patience, cancellationToken)))
                continue;
            say($"Ended {parts[2]} (process {processId}), left over from a run that crashed");
            Signals.SendToGroup(Signal.Kill, processId);
        }
    }

    private static bool IsRunning(int processId, DateTime started)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return (process.StartTime.ToUniversalTime() - started).Duration() < SameStart;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Write() => data.WritePrivately(FileName, string.Concat(_running.Values.Select(line => line + "\n")));
}
