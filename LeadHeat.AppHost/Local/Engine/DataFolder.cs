using System.Security.Cryptography;
using System.Text;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The one folder in which this app keeps everything. Whoever holds it may run on it; nobody else may meanwhile.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly string[] OfOneRun = ["run.json"];
    private static readonly string[] Everything =
    [
        "redis", "redis.conf", "keys", "logs", "admin-key", "admin-password", "service-key", "postgres-password", "postgres-api-password",
        "redis-password",
    ];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Root = path;
        _lock = held;
    }

    public string Root { get; }

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>The same for the same folder, and short: for names outside the folder that belong to it.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..10];

    public static DataFolder Take(string? wanted)
    {
        var path = Path.GetFullPath(string.IsNullOrEmpty(wanted) ? Path.Combine(Solution.Root, ".leadheat") : wanted);
        try
        {
            Directory.CreateDirectory(path);
            var data = new DataFolder(path, Hold(path));
            data.Clear(OfOneRun);
            data.CreateFolder("logs");
            return data;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new CannotStart($"The data folder {path} cannot be written to: {denied.Message}");
        }
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public string CreateFolder(string name) => Directory.CreateDirectory(PathOf(name)).FullName;

    public void WritePrivately(string name, string text)
    {
        // Replaced as a whole, so that who reads it sees the old text or the new one.
        var next = PathOf(name + ".next");
        var mine = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new StreamWriter(next, mine))
            file.Write(text);
        File.Move(next, PathOf(name), overwrite: true);
    }

    /// <summary>Deletes what this app put here, and nothing else: the folder may be one that holds other things too.</summary>
    public void Empty()
    {
        PostgresCluster.Delete(this);
        Clear(Everything);
        CreateFolder("logs");
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CannotStart($"""
                LeadHeat already runs on {path}.
                Stop it first (Ctrl-C where it runs), or set LEADHEAT_DATA to another folder.
                """);
        }
    }

    private void Clear(string[] names)
    {
        foreach (var path in names.Select(PathOf))
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
    }
}
