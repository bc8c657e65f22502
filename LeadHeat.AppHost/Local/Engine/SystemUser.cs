namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Postgres refuses to run as root. Where we are root, its programs run as the user that its package made, else as nobody.</summary>
internal sealed class SystemUser
{
    private readonly string? _name;

    private SystemUser(string? name) => _name = name;

    public static SystemUser ForPostgres() =>
        Environment.UserName != "root" ? new SystemUser(null)
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? new SystemUser("postgres")
        : new SystemUser("nobody");

    public Command Running(string file, params string[] arguments) => _name is null
        ? new Command(file, arguments)
        : new Command("setpriv", [$"--reuid={_name}", $"--regid={GroupOf(_name)}", "--init-groups", "--", file, .. arguments]);

    public async Task OwnAsync(string folder, Action<string> onLine, CancellationToken cancellationToken)
    {
        if (_name is not null)
            await GuardedProcess.RunAsync(new Command("chown", "-R", _name, folder), onLine, cancellationToken);
    }

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken) =>
        _name is null || await GuardedProcess.RunAsync(Running("test", "-x", folder), _ => { }, cancellationToken) == 0;

    // postgres:x:101:104:PostgreSQL administrator:/var/lib/postgresql:/bin/bash
    private static string GroupOf(string user) =>
        File.ReadLines("/etc/passwd").First(line => line.StartsWith(user + ":", StringComparison.Ordinal)).Split(':')[3];
}
