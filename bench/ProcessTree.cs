using System.Globalization;

namespace LeadHeat.Bench;

/// <summary>Processes with all their descendants, read from /proc.</summary>
internal static class ProcessTree
{
    // What /proc counts processor time in; the same on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    public static IReadOnlyList<int> Of(IEnumerable<int> processIds)
    {
        var all = All().ToDictionary(process => process.Id);
        var wanted = processIds.ToHashSet();
        bool IsOurs(int id) => wanted.Contains(id) || (all.TryGetValue(id, out var process) && process.Parent != 0 && IsOurs(process.Parent));
        return [.. all.Keys.Where(IsOurs)];
    }

    /// <summary>Seconds of processor time that these and their descendants have taken, those that have ended included.</summary>
    public static double CpuSeconds(IEnumerable<int> processIds)
    {
        var ours = Of(processIds).ToHashSet();
        return All().Where(process => ours.Contains(process.Id)).Sum(process => process.Ticks) / TicksPerSecond;
    }

    private static IEnumerable<Entry> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? Read(id) : null)
        .OfType<Entry>();

    // 4242 (name, may hold anything) S 17 … : after the name state, parent; utime, stime and those of ended children are 14 to 17.
    private static Entry? Read(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            // It has just ended.
            return null;
        }
    }

    private sealed record Entry(int Id, int Parent, long Ticks);
}
