using System.Globalization;

namespace LeadHeat.Tests.AppHost;

/// <summary>The processes of this machine, read from /proc.</summary>
internal static class ProcessTable
{
    /// <summary>These processes, all of their sessions (so also their watchers), and their children in other sessions.</summary>
    public static IReadOnlyList<int> Family(IReadOnlyCollection<int> leaders) =>
    [
        .. All().Where(process => leaders.Contains(process.Id) || leaders.Contains(process.Session) || leaders.Contains(process.Parent))
            .Select(process => process.Id),
    ];

    public static IReadOnlyList<int> Alive(IReadOnlyCollection<int> ids) =>
        [.. All().Where(process => ids.Contains(process.Id) && process.State != 'Z').Select(process => process.Id)];

    public static string Describe(int id)
    {
        try
        {
            return $"{id} {File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ')}";
        }
        catch (IOException)
        {
            return $"{id}, gone by now";
        }
    }

    private static IEnumerable<Entry> All() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _))
        .Select(name => Read($"/proc/{name}/stat"))
        .OfType<Entry>();

    // 4711 (redis-server) S 4700 4711 4711 0 -1 …: id, name, state, parent, group, session
    private static Entry? Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            var afterName = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Entry(Number(text[..text.IndexOf(' ', StringComparison.Ordinal)]), afterName[0][0], Number(afterName[1]), Number(afterName[3]));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private sealed record Entry(int Id, char State, int Parent, int Session);
}
