using System.Diagnostics;

namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Processes that this one has not started.</summary>
internal static class OtherProcess
{
    /// <summary>Waits until it has ended, for so long at most; false when it still runs then.</summary>
    public static async Task<bool> EndsAsync(int processId, TimeSpan within, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
