using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace LeadHeat.Web.Chat;

/// <summary>Brings messages from elsewhere (a person of the team, another page) to the visitors that are connected here.</summary>
internal sealed partial class ChatRooms(
    IHubContext<ChatHub> hub, ApiClients clients, LiveFeed feed, TimeProvider clock, ILogger<ChatRooms> logger) : IHostedService
{
    private const string Messages = "messages";
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ChatRoom> _rooms = [];
    private IDisposable? _registration;
    private DateTimeOffset _lostAt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = feed.Listen(Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _registration?.Dispose();
        return Task.CompletedTask;
    }

    public void Enter(ChatVisitor visitor)
    {
        lock (_lock)
        {
            if (!_rooms.TryGetValue(visitor.ConversationId, out var room))
                _rooms[visitor.ConversationId] = room = Open(visitor);
            room.Connections++;
        }
    }

    public void Leave(ChatVisitor visitor)
    {
        lock (_lock)
        {
            if (!_rooms.TryGetValue(visitor.ConversationId, out var room) || --room.Connections > 0)
                return;
            _rooms.Remove(visitor.ConversationId);
            room.Dispose();
        }
    }

    /// <summary>Sends what came after a message, or the latest where none is named.</summary>
    public void Refresh(ChatVisitor visitor, Guid? after)
    {
        lock (_lock)
        {
            if (_rooms.TryGetValue(visitor.ConversationId, out var room))
                room.Ask(after);
        }
    }

    private ChatRoom Open(ChatVisitor visitor)
    {
        ChatRoom room = null!;
        room = new ChatRoom(visitor.SessionId)
        {
            Refresher = new Refresher(clock, Refresher.Pause, stopping => BringAsync(room, visitor.Group, stopping)),
        };
        return room;
    }

    private void Hear(LiveNews news)
    {
        lock (_lock)
        {
            if (news is { Kind: LiveNewsKind.Changed, Event: { Kind: LiveEventKind.MessageAdded, ConversationId: { } conversation, MessageId: { } message } })
            {
                // Ids rise with time, but not every message is stored in the order of its id: ask from this one on, not from the last one sent.
                if (_rooms.TryGetValue(conversation, out var room))
                    room.Ask(MessageTimes.JustBefore(message));
            }
            else if (news.Kind == LiveNewsKind.Lost)
            {
                _lostAt = clock.GetUtcNow();
            }
            else if (news.Kind == LiveNewsKind.Reload)
            {
                foreach (var room in _rooms.Values)
                    room.Ask(MessageTimes.At(_lostAt - Overlap));
            }
        }
    }

    private async Task BringAsync(ChatRoom room, string group, CancellationToken cancellationToken)
    {
        var after = room.TakeAfter();
        try
        {
            var messages = await clients.ForService().GetSessionMessagesAsync(room.SessionId, after, cancellationToken);
            if (messages.Count > 0)
                await hub.Clients.Group(group).SendAsync(Messages, messages.Select(ChatMessage.From).ToArray(), cancellationToken);
        }
        catch (Exception away) when (away is LeadHeatException or OperationCanceledException)
        {
            if (!cancellationToken.IsCancellationRequested)
                Log.NotBrought(logger, away.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "New messages could not be fetched for a visitor ({Reason}); they come when the live feed is back")]
        public static partial void NotBrought(ILogger logger, string reason);
    }
}
