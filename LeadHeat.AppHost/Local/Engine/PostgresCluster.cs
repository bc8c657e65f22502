namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The private cluster's folder: where it is, and how it comes to be.</summary>
internal sealed class PostgresCluster(DataFolder data, SystemUser user)
{
    public const string Superuser = "leadheat";

    private const string StateFolder = "/var/lib/leadheat";

    /// <summary>Holds the cluster and its socket; belongs to the user that Postgres runs as.</summary>
    public string Home { get; private set; } = data.PathOf("postgres");

    public string Folder => Path.Combine(Home, "cluster");

    public string BinFolder => Binaries.PostgresFolder(File.Exists(VersionFile) ? File.ReadAllText(VersionFile).Trim() : null);

    private string VersionFile => Path.Combine(Folder, "PG_VERSION");

    public static void Delete(DataFolder data)
    {
        foreach (var home in new[] { data.PathOf("postgres"), Path.Combine(StateFolder, data.Mark) })
            if (Directory.Exists(home))
                Directory.Delete(home, recursive: true);
    }

    public async Task CreateIfMissingAsync(string password, LogFile log, Action<string> say, CancellationToken cancellationToken)
    {
        if (!await user.CanEnterAsync(data.Root, cancellationToken))
        {
            Home = Path.Combine(StateFolder, data.Mark);
            say($"Postgres runs as another user, who cannot enter {data.Root}: its cluster is in {Home}");
        }

        if (File.Exists(VersionFile))
            RemoveStaleLock();
        else
            await CreateAsync(password, log, cancellationToken);
    }

    private async Task CreateAsync(string password, LogFile log, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Home);
        var passwordFile = Path.Combine(Home, "password");
        await File.WriteAllTextAsync(passwordFile, "", cancellationToken);
        File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
        await user.OwnAsync(Home, log.Append, cancellationToken);

        // C.UTF-8 compares by code point, which is fast, and knows every script's upper and lower case.
        var locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "en_US.UTF-8";
        var exitCode = await GuardedProcess.RunAsync(
            user.Running(Path.Combine(BinFolder, "initdb"), "-D", Folder, "-U", Superuser, "--pwfile", passwordFile,
                "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={locale}", "--lc-messages=C", "--no-instructions"),
            log.Append, cancellationToken);
        File.Delete(passwordFile);
        if (exitCode != 0)
            throw new CannotStart("initdb failed.");
    }

    // Left by a crash. Postgres takes it for a running server's when its process number is another program's by now; we hold the
    // data folder and have ended what ran on it, so nobody runs.
    private void RemoveStaleLock() => File.Delete(Path.Combine(Folder, "postmaster.pid"));
}
