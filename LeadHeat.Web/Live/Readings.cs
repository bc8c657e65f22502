using System.Net;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Live;

/// <summary>
/// Keeps answers that were overtaken from being shown. While an answer is on its way, something may be asked for later and be answered sooner, or be
/// changed here: shown after that, the answer would bring back what was before.
/// </summary>
public sealed class Readings
{
    private int _begun;
    private int _shown;
    private int _changed;
    private Task _changes = Task.CompletedTask;

    /// <summary>Something could not be read now, and may be read later.</summary>
    public event Action? Missed;

    /// <summary>
    /// Reads, and shows what was read unless the answer to a later reading shows already. What was asked for before a change from here had ended is
    /// read again after it. Not to be awaited by a change.
    /// </summary>
    /// <exception cref="LeadHeatException">It could not be read, and nothing later was.</exception>
    public async Task ReadAsync<T>(Func<Task<T>> read, Action<T> show)
    {
        int reading;
        T answer;
        do
        {
            reading = ++_begun;
            try
            {
                answer = await read();
            }
            catch (LeadHeatException) when (reading < _shown)
            {
                return;
            }
            catch (LeadHeatException away) when (away.Status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
            {
                Missed?.Invoke();
                throw;
            }

            while (!_changes.IsCompleted)
                await _changes;
        }
        while (reading <= _changed);
        if (reading < _shown)
            return;
        _shown = reading;
        show(answer);
    }

    /// <summary>Changes something and shows it, before the Api has it or after; nothing that was read before its end is shown any more.</summary>
    public async Task ChangeAsync(Func<Task> change)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _changes = Task.WhenAll(_changes, ended.Task);
        try
        {
            await change();
        }
        finally
        {
            _changed = _begun;
            ended.SetResult();
        }
    }
}
