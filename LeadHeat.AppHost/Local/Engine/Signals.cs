using System.Runtime.InteropServices;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>The numbers are the same on Linux and macOS.</summary>
internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}

internal static partial class Signals
{
    /// <summary>False when there is nobody any more.</summary>
    public static bool Send(Signal signal, int processId) => Kill(processId, (int)signal) == 0;

    public static bool SendToGroup(Signal signal, int leaderId) => Kill(-leaderId, (int)signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
