using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Jobs;

namespace LeadHeat.Worker.Agent;

/// <summary>
/// What happens in one turn, told in order. Events wait for the turn's end; while words come slowly, from a hosted model,
/// <see cref="FlushSoon"/> sends them a moment after the first.
/// </summary>
internal sealed class TurnStream(TurnContext turn, ITurnEvents events, TimeProvider clock, CancellationToken cancellationToken)
{
    private const string Restarted = "restarted";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    private readonly Lock _lock = new();
    private List<TurnEvent> _waiting = [];
    private long _number;
    private Task _soon = Task.CompletedTask;
    private Task _sent = Task.CompletedTask;
    private bool _hasWords;

    public void Step(string name) => Add(id => new(turn.TurnId, id, TurnEventKind.Step, Step: new(name)));

    public void Tool(ToolCall call) => Add(id => new(turn.TurnId, id, TurnEventKind.Tool, Tool: call));

    public void Score(ScoreData score) => Add(id => new(turn.TurnId, id, TurnEventKind.Score, Score: score));

    public void Handoff(HandoffData handoff) => Add(id => new(turn.TurnId, id, TurnEventKind.Handoff, Handoff: handoff));

    public void Words(string text)
    {
        _hasWords = true;
        Add(id => new(turn.TurnId, id, TurnEventKind.Delta, Delta: new(text)));
    }

    /// <summary>Words that were told are void; nothing needs saying when there were none.</summary>
    public void Restart(bool always = false)
    {
        if (_hasWords || always)
            Step(Restarted);
        _hasWords = false;
    }

    /// <summary>Sends what waits within a moment, together with what comes until then.</summary>
    public void FlushSoon()
    {
        lock (_lock)
        {
            if (_soon.IsCompleted && _waiting.Count > 0)
                _soon = FlushLaterAsync();
        }
    }

    /// <summary>
    /// What was not sent yet, as a JSON array, when all before it is out; null for nothing. It goes with the outcome: to send it first costs
    /// every turn a round trip, and tells words that may never be stored.
    /// </summary>
    public async Task<byte[]?> RestAsync()
    {
        List<TurnEvent> rest;
        Task before;
        lock (_lock)
            (rest, _waiting, before) = (_waiting, [], _sent);
        await before;
        return rest.Count > 0 && turn.Rerun is null ? JsonSerializer.SerializeToUtf8Bytes(rest, LeadHeatJson.Default.IReadOnlyListTurnEvent) : null;
    }

    private Task FlushAsync()
    {
        lock (_lock)
        {
            var sending = _waiting;
            _waiting = [];
            return _sent = SendAsync(_sent, sending);
        }
    }

    private async Task SendAsync(Task before, List<TurnEvent> sending)
    {
        await before;
        if (sending.Count > 0)
            await events.PublishAsync(sending, cancellationToken);
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(Moment, clock, cancellationToken);
        await FlushAsync();
    }

    private void Add(Func<long, TurnEvent> make)
    {
        lock (_lock)
            _waiting.Add(make(JobNames.EventId(turn.Attempt, ++_number)));
    }
}
