namespace LeadHeat.AppHost.Local.Engine;

internal sealed class PostgresRunner(
    PostgresServerResource server, DataFolder data, string password, ServiceRole serviceRole, int port, Action<string> say)
    : Runner(server.Name, server.Name)
{
    // The system's limit for a socket's path is 104 on macOS and 108 on Linux, with its name and the closing zero.
    private const int LongestSocketFolder = 80;

    private readonly SystemUser _user = SystemUser.ForPostgres();
    private PostgresCluster? _cluster;
    private string? _socketFolder;

    public override IReadOnlyList<string> Urls => [$"postgres://127.0.0.1:{port}"];

    // Fast: open transactions are rolled back, everything is written, nobody is waited for.
    public override Signal StopSignal => Signal.Interrupt;

    // After a crash it reads its log back, and would begin anew if it were killed meanwhile.
    public override TimeSpan StartLimit => TimeSpan.FromMinutes(10);

    public override TimeSpan StopLimit => TimeSpan.FromSeconds(30);

    private PostgresCluster Cluster => _cluster ??= new PostgresCluster(data, _user);

    /// <summary>As services use it.</summary>
    public string ConnectionString(PostgresDatabaseResource database) => ConnectionString(ServiceRole.Name, serviceRole.Password, database);

    /// <summary>As whoever may do everything uses it: for what makes its tables, and for people with a backup to make.</summary>
    public string OwnersConnectionString(PostgresDatabaseResource database) => ConnectionString(PostgresCluster.Superuser, password, database);

    public override async Task PrepareAsync(LogFile log, CancellationToken cancellationToken)
    {
        await Cluster.CreateIfMissingAsync(new ClusterPassword(password, _user), log, say, cancellationToken);
        _socketFolder = Cluster.Home;
        if (_socketFolder.Length > LongestSocketFolder)
        {
            _socketFolder = Directory.CreateTempSubdirectory("leadheat-").FullName;
            await _user.OwnAsync(_socketFolder, log.Append, cancellationToken);
        }
    }

    public override Command Command()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={port}", $"unix_socket_directories={_socketFolder}", "max_connections=200",
            $"shared_buffers={Megabytes(12, most: 2048)}MB", $"effective_cache_size={Megabytes(3, most: 16384)}MB", "work_mem=16MB",
            "maintenance_work_mem=256MB",
            "random_page_cost=1.1", "jit=off",
            "fsync=on", "synchronous_commit=on", "wal_buffers=16MB", "wal_compression=on", "max_wal_size=4GB", "min_wal_size=256MB",
            "checkpoint_timeout=15min", "timezone=UTC", "log_timezone=UTC",
            // What people wrote must not get into the log with a failed statement or a duplicate key.
            "log_error_verbosity=terse", "log_min_error_statement=panic",
        ];
        return _user.Running(Path.Combine(Cluster.BinFolder, "postgres"),
            ["-D", Cluster.Folder, .. settings.SelectMany(setting => new[] { "-c", setting })]) with { WhenAbandoned = Signal.Quit };
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken) =>
        await GuardedProcess.RunAsync(Client("pg_isready", "-q"), _ => { }, cancellationToken) == 0;

    public override async Task FinishAsync(LogFile log, CancellationToken cancellationToken)
    {
        foreach (var database in server.Databases)
            await serviceRole.PrepareAsync(database, OwnersConnectionString(database), Client, log, cancellationToken);
    }

    /// <summary>That part of the machine's memory; what is not used is not taken from it.</summary>
    private static long Megabytes(int part, long most) =>
        Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / part / 1024 / 1024, 128, most);

    private string ConnectionString(string role, string itsPassword, PostgresDatabaseResource database) =>
        $"Host={_socketFolder};Port={port};Username={role};Password={itsPassword};Database={database.DatabaseName}";

    private Command Client(string program, params string[] arguments) =>
        new(Path.Combine(Cluster.BinFolder, program), ["-h", _socketFolder!, "-p", $"{port}", "-U", PostgresCluster.Superuser, .. arguments])
        {
            Environment = { ["PGPASSWORD"] = password },
        };
}
