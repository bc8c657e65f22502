using System.Text;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>What one process writes, in a file that cannot fill the disk; its last lines are also kept at hand.</summary>
internal sealed class LogFile(string path) : IDisposable
{
    private const long Limit = 10 * 1024 * 1024;
    private const int LinesAtHand = 25;

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private StreamWriter _file = Open(path);

    public string FilePath => path;

    public void Append(string line)
    {
        lock (_lock)
        {
            if (_file.BaseStream.Position > Limit)
                Turn();
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > LinesAtHand)
                _last.Dequeue();
        }
    }

    public IReadOnlyList<string> LastLines()
    {
        lock (_lock)
            return [.. _last];
    }

    public void Dispose()
    {
        lock (_lock)
            _file.Dispose();
    }

    private void Turn()
    {
        _file.Dispose();
        File.Move(path, path + ".1", overwrite: true);
        _file = Open(path);
    }

    private static StreamWriter Open(string path) =>
        new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding()) { AutoFlush = true };
}
