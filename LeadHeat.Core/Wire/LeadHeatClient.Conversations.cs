using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Live;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<SessionStarted> StartSessionAsync(StartSession start, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Sessions, start, Json.StartSession, Json.SessionStarted, cancellationToken);

    /// <summary>Messages of a session after one that is known; all of the latest when none is.</summary>
    public Task<IReadOnlyList<MessageView>> GetSessionMessagesAsync(Guid sessionId, Guid? after, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.SessionMessages(sessionId, after), Json.IReadOnlyListMessageView, cancellationToken);

    /// <summary>The messages of a session that come right before one of it, oldest first, at most 100; none before the first.</summary>
    public Task<IReadOnlyList<MessageView>> GetEarlierSessionMessagesAsync(Guid sessionId, Guid before, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.EarlierSessionMessages(sessionId, before), Json.IReadOnlyListMessageView, cancellationToken);

    /// <summary>Sends a visitor's message and yields what happens until the turn is over. Sending it again with the last id seen resumes.</summary>
    public async IAsyncEnumerable<TurnEvent> SendTurnAsync(
        SendTurn turn, long lastEventId = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Routes.Turns) { Content = JsonContent.Create(turn, Json.SendTurn) };
        if (lastEventId > 0)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await foreach (var (id, name, data) in EventsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (ReadTurnEvent(id, name, data) is { } turnEvent)
                yield return turnEvent;
        }
    }

    /// <summary>What changes, for as long as the caller listens.</summary>
    public IAsyncEnumerable<LiveEvent> GetEventsAsync(CancellationToken cancellationToken = default) => GetEventsAsync(null, cancellationToken);

    /// <summary>What changes; says first that the listening has begun, so that nothing after that is missed.</summary>
    public async IAsyncEnumerable<LiveEvent> GetEventsAsync(Action? begun, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Routes.Events);
        await foreach (var (_, _, data) in EventsAsync(request, cancellationToken, begun).ConfigureAwait(false))
        {
            if (JsonSerializer.Deserialize(data, Json.LiveEvent) is { } liveEvent)
                yield return liveEvent;
        }
    }

    private static TurnEvent? ReadTurnEvent(string? id, string name, string data)
    {
        if (!long.TryParse(id, out var number) || !Words.TryParse<TurnEventKind>(name, out var kind))
            return null;
        var turnEvent = new TurnEvent(Guid.Empty, number, kind);
        return kind switch
        {
            TurnEventKind.Step => turnEvent with { Step = JsonSerializer.Deserialize(data, Json.StepData) },
            TurnEventKind.Tool => turnEvent with { Tool = JsonSerializer.Deserialize(data, Json.ToolCall) },
            TurnEventKind.Delta => turnEvent with { Delta = JsonSerializer.Deserialize(data, Json.DeltaData) },
            TurnEventKind.Score => turnEvent with { Score = JsonSerializer.Deserialize(data, Json.ScoreData) },
            TurnEventKind.Handoff => turnEvent with { Handoff = JsonSerializer.Deserialize(data, Json.HandoffData) },
            TurnEventKind.Done => turnEvent with { Done = JsonSerializer.Deserialize(data, Json.DoneData) },
            _ => turnEvent with { Error = JsonSerializer.Deserialize(data, Json.ErrorData) },
        };
    }
}
