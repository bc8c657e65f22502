using System.Diagnostics;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>
/// A process that does not outlive this one, however this one ends. It is started through a small shell that leaves a watcher
/// behind and then becomes the command. The watcher reads a pipe that we hold open: when the pipe ends, we are gone, and the
/// watcher ends the command with all its group. (The kernel's parent-death signal would not do: it is bound to the thread that
/// started the process, is lost when the user changes, and exists on Linux only.)
/// </summary>
internal sealed class GuardedProcess : IAsyncDisposable
{
    // The watcher is nobody's child by the double fork, so that the command (Postgres!) has no child it does not know of.
    private const string Launch = """
        exec 3<&0 </dev/null
        watch=$1; signal=$2; me=$$; shift 2
        (sh -c "$watch" leadheat-watcher "$signal" "$me" >/dev/null 2>&1 &)
        exec 3<&-
        exec "$@"
        """;

    private const string Watch = """
        trap '' HUP INT QUIT TERM
        while read -r _ <&3; do :; done
        kill -s "$1" "$2"
        tries=0
        while kill -0 "$2" && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -s KILL -- "-$2"
        """;

    private static readonly TimeSpan OutputLimit = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _output;

    private GuardedProcess(Process process, Action<string> onLine)
    {
        _process = process;
        _process.Exited += (_, _) => _gone.TrySetResult(_process.ExitCode);
        _process.EnableRaisingEvents = true;
        _process.Start();
        Id = _process.Id;
        _output = Task.WhenAll(CopyAsync(_process.StandardOutput, onLine), CopyAsync(_process.StandardError, onLine));
        Exited = ExitAsync();
    }

    public int Id { get; }

    public DateTime Started { get; } = DateTime.UtcNow;

    /// <summary>Its exit code, once its last words have been told.</summary>
    public Task<int> Exited { get; }

    public static GuardedProcess Start(Command command, Action<string> onLine)
    {
        // A session of its own keeps a Ctrl-C at the terminal from it: we stop everything, in order.
        string[] ownSession = OperatingSystem.IsLinux() ? ["setsid"] : ["perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"];
        string[] line =
        [
            .. ownSession, "sh", "-c", Launch, "leadheat", Watch, SignalName(command.WhenAbandoned), command.File, .. command.Arguments,
        ];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        return new GuardedProcess(new Process { StartInfo = start }, onLine);
    }

    /// <summary>Runs a command to its end and returns its exit code.</summary>
    public static async Task<int> RunAsync(Command command, Action<string> onLine, CancellationToken cancellationToken)
    {
        await using var process = Start(command, onLine);
        var exitCode = await process.Exited.WaitAsync(cancellationToken);
        await process._output.WaitAsync(cancellationToken);
        return exitCode;
    }

    public void Send(Signal signal)
    {
        if (!_gone.Task.IsCompleted)
            Signals.Send(signal, Id);
    }

    public async Task StopAsync(Signal signal, TimeSpan limit)
    {
        Send(signal);
        if (await Task.WhenAny(Exited, Task.Delay(limit)) != Exited)
            Send(Signal.Kill);
        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever the command left behind, and the watcher; which is why the group's number cannot be another's yet.
        Signals.SendToGroup(Signal.Kill, Id);
        await Task.WhenAny(_output, Task.Delay(OutputLimit));
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        var exitCode = await _gone.Task;
        // Something that it left behind may hold its output open.
        await Task.WhenAny(_output, Task.Delay(OutputLimit));
        return exitCode;
    }

    private static async Task CopyAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
            onLine(line);
    }

    private static string SignalName(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Quit => "QUIT",
        Signal.Terminate => "TERM",
        _ => "KILL",
    };
}
