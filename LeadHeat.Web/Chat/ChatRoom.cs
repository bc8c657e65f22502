using LeadHeat.Web.Live;

namespace LeadHeat.Web.Chat;

/// <summary>A conversation that visitors on this process have open.</summary>
internal sealed class ChatRoom(Guid sessionId) : IDisposable
{
    private readonly Lock _lock = new();
    private Guid? _from;
    private bool _isAsked;

    public Guid SessionId => sessionId;

    public int Connections { get; set; }

    public required Refresher Refresher { get; init; }

    /// <summary>Asks for everything after a message, or for the latest where none is named.</summary>
    public void Ask(Guid? after)
    {
        lock (_lock)
        {
            _from = !_isAsked ? after : after is { } next && _from is { } already ? (next.CompareTo(already) < 0 ? next : already) : null;
            _isAsked = true;
        }

        Refresher.Ask();
    }

    public Guid? TakeAfter()
    {
        lock (_lock)
        {
            _isAsked = false;
            return _from;
        }
    }

    public void Dispose() => Refresher.Dispose();
}
