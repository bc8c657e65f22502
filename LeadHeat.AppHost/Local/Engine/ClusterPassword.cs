using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>
/// The superuser's password, and whether a cluster has it. The cluster of a root user stands outside the data folder: when that
/// folder is deleted, the password goes with it and the cluster stays. It then keeps its data and gets the password of today.
/// </summary>
internal sealed class ClusterPassword(string password, SystemUser user)
{
    private const string MarkFile = "password-mark";

    private string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    public bool IsThatOf(PostgresCluster cluster) =>
        File.Exists(Path.Combine(cluster.Home, MarkFile)) && File.ReadAllText(Path.Combine(cluster.Home, MarkFile)) == Mark;

    /// <summary>Runs initdb, or what else reads the password from a file, with the path of that file.</summary>
    public Task<int> GiveAsync(PostgresCluster cluster, Func<string, Command> command, LogFile log, CancellationToken cancellationToken) =>
        RunAsync(cluster, password, command, log, cancellationToken);

    /// <summary>Changes the password of a cluster that is not running: its single-user mode asks for none.</summary>
    public async Task ChangeAsync(PostgresCluster cluster, LogFile log, CancellationToken cancellationToken)
    {
        var statement = $"alter role {PostgresCluster.Superuser} password '{password.Replace("'", "''", StringComparison.Ordinal)}'\n";
        var exitCode = await RunAsync(cluster, statement, file => user.Running(
            "sh", "-c", "exec \"$0\" --single -D \"$1\" postgres <\"$2\"", Path.Combine(cluster.BinFolder, "postgres"), cluster.Folder, file), log, cancellationToken);
        if (exitCode != 0)
            throw new CannotStart($"The cluster in {cluster.Home} has another password than the data folder, and it could not be changed.");
    }

    private async Task<int> RunAsync(
        PostgresCluster cluster, string secret, Func<string, Command> command, LogFile log, CancellationToken cancellationToken)
    {
        var file = Path.Combine(cluster.Home, "password");
        await File.WriteAllTextAsync(file, "", cancellationToken);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, secret, cancellationToken);
        await user.OwnAsync(file, log.Append, cancellationToken);
        var exitCode = await GuardedProcess.RunAsync(command(file), log.Append, cancellationToken);
        File.Delete(file);
        if (exitCode == 0)
            await File.WriteAllTextAsync(Path.Combine(cluster.Home, MarkFile), Mark, cancellationToken);
        return exitCode;
    }
}
