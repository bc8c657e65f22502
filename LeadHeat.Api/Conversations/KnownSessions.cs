namespace LeadHeat.Api.Conversations;

/// <summary>Sessions whose lead was seen here lately: the last some thousands of them.</summary>
internal sealed class KnownSessions
{
    private const int MostInOne = 10_000;

    private readonly Lock _lock = new();
    private HashSet<Guid> _newer = [];
    private HashSet<Guid> _older = [];

    public bool Contains(Guid session)
    {
        lock (_lock)
            return _newer.Contains(session) || _older.Contains(session);
    }

    public void Add(Guid session)
    {
        lock (_lock)
        {
            if (_newer.Count >= MostInOne)
                (_older, _newer) = (_newer, []);
            _newer.Add(session);
        }
    }
}
