using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Web;

/// <summary>Somebody who chats, through the Api; for tests that are about what the team sees of it.</summary>
internal sealed class Visitor
{
    private readonly LeadHeatClient _api;
    private readonly SessionStarted _session;

    private Visitor(LeadHeatClient api, SessionStarted session) => (_api, _session) = (api, session);

    public Guid LeadId { get; private set; }

    /// <summary>Begins a chat with these words and waits for the reply.</summary>
    public static async Task<Visitor> WriteAsync(RunningApp app, string text)
    {
        var api = new LeadHeatClient(app.ApiClient());
        var visitor = new Visitor(api, await api.StartSessionAsync(new StartSession("real-estate")));
        await visitor.WriteAsync(text);
        return visitor;
    }

    /// <summary>Goes on; the answer is null when the bot is silent.</summary>
    public async Task<MessageView?> WriteAsync(string text)
    {
        var turn = new SendTurn(_session.SessionId, text, Guid.NewGuid().ToString("N"));
        await foreach (var happened in _api.SendTurnAsync(turn))
        {
            if (happened.Kind != TurnEventKind.Done)
                continue;
            LeadId = happened.Done!.LeadId!.Value;
            return happened.Done.Reply;
        }

        throw new InvalidOperationException("The turn ended without being done.");
    }
}
