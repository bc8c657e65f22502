using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Shell;

/// <summary>What a notice at the foot of the page says; with <see cref="Undo"/> it can be taken back for as long as it shows.</summary>
public sealed record Notice(string Text, bool Failed, Func<Task>? Undo)
{
    /// <summary>Something that can be done now that this is done.</summary>
    public NoticeOffer? Offer { get; init; }

    /// <summary>For how long.</summary>
    public TimeSpan Shows { get; init; }
}

/// <param name="Label">On the button.</param>
public sealed record NoticeOffer(string Label, Func<Task> Accept);

/// <summary>Says what was done, offers to undo it, and tells screen readers what changed elsewhere.</summary>
/// <param name="undoable">How long a notice shows that has something to press.</param>
public sealed class Notices(TimeProvider clock, TimeSpan undoable) : IDisposable
{
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(8);

    private ITimer? _timer;

    public event Action? Changed;

    public Notice? Current { get; private set; }

    /// <summary>Read out politely, shown to nobody.</summary>
    public string Announced { get; private set; } = "";

    public void Say(string text) => Show(new Notice(text, false, null));

    public void SayUndo(string text, Func<Task> undo) => Show(new Notice(text, false, undo));

    public void SayOffer(string text, string label, Func<Task> accept) => Show(new Notice(text, false, null) { Offer = new(label, accept) });

    public void Fail(string text) => Show(new Notice(text, true, null));

    /// <summary>Does it, and says why when the Api refuses; true when it was done.</summary>
    public async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (LeadHeatException refused)
        {
            Fail(refused.Why);
            return false;
        }
    }

    public void Announce(string text)
    {
        // A repeated text is a change only when it differs: readers are silent otherwise.
        Announced = Announced == text ? text + "\u00a0" : text;
        Changed?.Invoke();
    }

    public async Task UndoAsync()
    {
        if (Current?.Undo is not { } undo)
            return;
        Close();
        await undo();
    }

    public async Task AcceptAsync()
    {
        if (Current?.Offer is not { } offer)
            return;
        Close();
        await offer.Accept();
    }

    public void Close()
    {
        _timer?.Dispose();
        _timer = null;
        Current = null;
        Changed?.Invoke();
    }

    public void Dispose() => _timer?.Dispose();

    private void Show(Notice notice)
    {
        _timer?.Dispose();
        Current = notice with { Shows = notice.Undo is null && notice.Offer is null ? Told : undoable };
        _timer = clock.CreateTimer(CloseOld, Current, Current.Shows, Timeout.InfiniteTimeSpan);
        Changed?.Invoke();
    }

    // Its time may be over while the next one is being shown.
    private void CloseOld(object? notice)
    {
        if (ReferenceEquals(notice, Current))
            Close();
    }
}
