using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.Conversations;

/// <summary>Somebody who chats; Web calls for them, with the service key.</summary>
internal sealed class Visitor(RunningApp app, LeadHeatClient api, SessionStarted session)
{
    public Guid SessionId => session.SessionId;

    public Guid ConversationId => session.ConversationId;

    public static async Task<Visitor> ArriveAsync(RunningApp app, string playbook = "real-estate", string? key = null)
    {
        var api = app.Service();
        return new(app, api, await api.StartSessionAsync(new StartSession(playbook, SessionKey: key)));
    }

    public Task<List<TurnEvent>> SayAsync(string text, string? messageId = null, long after = 0) => SayAsync(api, text, messageId, after);

    /// <summary>What a caller of these rights is told of the turn.</summary>
    public async Task<List<TurnEvent>> SayAsync(LeadHeatClient caller, string text, string? messageId = null, long after = 0)
    {
        List<TurnEvent> events = [];
        await foreach (var told in caller.SendTurnAsync(new SendTurn(SessionId, text, messageId ?? $"{Guid.NewGuid():N}"), after))
            events.Add(told);
        return events;
    }

    public Task<IReadOnlyList<MessageView>> MessagesAsync() => api.GetSessionMessagesAsync(SessionId, null);

    public async Task<Guid> LeadIdAsync() => Guid.Parse((await AskAsync("select lead_id from conversations where id = '{0}'"))!);

    /// <summary>The first value that a statement finds; {0} stands for the conversation's id.</summary>
    public Task<string?> AskAsync(string sql) => Psql.RunAsync(app, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, ConversationId));
}
