namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Finds programs on the PATH and in the folders where packages put them.</summary>
internal static class Binaries
{
    public static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/sbin").Append("/opt/homebrew/bin").Append("/usr/local/bin")
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>The folder of Postgres' programs; of that major version, if one is asked for, else of the newest.</summary>
    public static string PostgresFolder(string? version)
    {
        var folders = InstalledPostgres().OrderByDescending(VersionOf).ToList();
        if (version is null && folders.Count == 0)
            throw new CannotStart("Postgres is not on this machine. ./setup.sh installs it, or set ConnectionStrings__leadsdb to one that runs elsewhere.");

        return version is null
            ? folders[0]
            : folders.FirstOrDefault(folder => VersionOf(folder) == int.Parse(version, null))
                ?? throw new CannotStart($"The data folder holds a cluster of Postgres {version}, which is not on this machine. "
                    + "Install it, or start over with --fresh.");
    }

    // /usr/lib/postgresql/15/bin on Debian, /opt/homebrew/opt/postgresql@16/bin with Homebrew
    private static IEnumerable<string> InstalledPostgres() =>
        new[] { ("/usr/lib/postgresql", "*"), ("/opt/homebrew/opt", "postgresql@*"), ("/usr/local/opt", "postgresql@*") }
            .Where(place => Directory.Exists(place.Item1))
            .SelectMany(place => Directory.EnumerateDirectories(place.Item1, place.Item2))
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static int VersionOf(string binFolder)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(binFolder)!);
        return int.TryParse(name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..], out var version) ? version : 0;
    }
}
