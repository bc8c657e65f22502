using System.Globalization;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The private cluster's folder: where it is, and how it comes to be.</summary>
internal sealed class PostgresCluster(DataFolder data, SystemUser user)
{
    public const string Superuser = "leadheat";

    private const string StateFolder = "/var/lib/leadheat";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

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

    public async Task CreateIfMissingAsync(ClusterPassword password, LogFile log, Action<string> say, CancellationToken cancellationToken)
    {
        if (!await user.CanEnterAsync(data.Root, cancellationToken))
        {
            Home = Path.Combine(StateFolder, data.Mark);
            say($"Postgres runs as another user, who cannot enter {data.Root}: its cluster is in {Home}");
        }

        if (!File.Exists(VersionFile))
        {
            await CreateAsync(password, log, cancellationToken);
            return;
        }

        await RemoveStaleLockAsync(cancellationToken);
        if (!password.IsThatOf(this))
        {
            say($"The cluster in {Home} is older than its password in {data.Root}: it keeps its data and gets that password (--fresh starts over)");
            await password.ChangeAsync(this, log, cancellationToken);
        }
    }

    private async Task CreateAsync(ClusterPassword password, LogFile log, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Home);
        await user.OwnAsync(Home, log.Append, cancellationToken);

        // C.UTF-8 compares by code point, which is fast, and knows every script's upper and lower case.
        var locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "en_US.UTF-8";
        var exitCode = await password.GiveAsync(
            this,
            file => user.Running(Path.Combine(BinFolder, "initdb"), "-D", Folder, "-U", Superuser, "--pwfile", file,
                "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={locale}", "--lc-messages=C", "--no-instructions"),
            log, cancellationToken);
        if (exitCode != 0)
            throw new CannotStart("initdb failed.");
    }

    // Left by a crash. Postgres takes it for a running server's when its process number is another program's by now. We hold the
    // data folder and have ended what ran on it; but who deleted that folder under a running app has deleted its lock as well.
    private async Task RemoveStaleLockAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, "postmaster.pid");
        if (!File.Exists(file))
            return;
        var processId = File.ReadLines(file).First();
        if (IsRunningHere(processId) && !await OtherProcess.EndsAsync(int.Parse(processId, CultureInfo.InvariantCulture), Patience, cancellationToken))
            throw new CannotStart($"Postgres already runs on {Folder} (process {processId}), started by a LeadHeat whose data folder is gone. Stop that one first.");
        File.Delete(file);
    }

    private bool IsRunningHere(string processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Split('\0').Contains(Folder);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
