using System.Runtime.CompilerServices;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Privacy;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace LeadHeat.Web.Chat;

/// <summary>Where visitors write. It keeps nothing: a connection that is lost starts again, on this process or another.</summary>
internal sealed class ChatHub(ApiClients clients, ChatLimits limits, ChatRooms rooms) : Hub
{
    private const string Visitor = "visitor";

    /// <summary>Starts a chat, or resumes the one of this key.</summary>
    public async Task<ChatStart> Start(string playbook, string sessionKey)
    {
        if (!limits.MayStart(Address ?? "this machine"))
            return new ChatStart(null, new ChatProblem("Too many chats are being started from your network", null, Again: true));
        try
        {
            var session = await clients.ForVisitor(Address)
                .StartSessionAsync(new StartSession(playbook, Channel.Web, sessionKey), Context.ConnectionAborted);
            await EnterAsync(new ChatVisitor(session.SessionId, session.ConversationId), session);
            return new ChatStart(Started(session), null);
        }
        catch (LeadHeatException refused)
        {
            return new ChatStart(null, new ChatProblem(refused.Title, refused.Errors.Count > 0 ? refused.Why : refused.Detail, VisitorEvents.IsPassing(refused.Status)));
        }
    }

    /// <summary>Sends a message and yields its answer. The same id again, with the number of the last event, resumes.</summary>
    public async IAsyncEnumerable<ChatEvent> Send(
        string text, string clientMessageId, long lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Context.Items[Visitor] is not ChatVisitor visitor)
        {
            yield return new ChatEvent(0, ChatEventKind.StartAgain);
            yield break;
        }

        if (text.Length > ChatLimits.LongestText)
        {
            yield return VisitorEvents.Refused($"A message can have {ChatLimits.LongestText:N0} characters. Please send it in several.");
            yield break;
        }

        if (!limits.MayWrite(visitor.SessionId) || !visitor.BeginSending())
        {
            yield return new ChatEvent(0, ChatEventKind.Again);
            yield break;
        }

        try
        {
            var turn = new SendTurn(visitor.SessionId, text, clientMessageId);
            await foreach (var happened in TurnReader.ReadAsync(clients.ForVisitor(Address), turn, Math.Max(0, lastEventId), cancellationToken))
                yield return happened;
        }
        finally
        {
            visitor.EndSending();
        }
    }

    /// <summary>What was said before a message, oldest first; nothing where that is the first one.</summary>
    public async Task<ChatMessage[]> Earlier(Guid before)
    {
        if (Context.Items[Visitor] is not ChatVisitor visitor || !limits.MayRead(visitor.SessionId))
            throw new HubException("Not now");
        try
        {
            var messages = await clients.ForVisitor(Address).GetEarlierSessionMessagesAsync(visitor.SessionId, before, Context.ConnectionAborted);
            return [.. messages.Select(ChatMessage.From)];
        }
        catch (LeadHeatException refused)
        {
            throw new HubException(refused.Title);
        }
    }

    /// <summary>The visitor ticked the box of the site, or cleared it; these are the words beside it.</summary>
    public async Task Consent(bool granted, string words, string clientId)
    {
        if (Context.Items[Visitor] is not ChatVisitor visitor || !limits.MayRead(visitor.SessionId))
            throw new HubException("Not now");
        try
        {
            await clients.ForVisitor(Address).RecordVisitorConsentAsync(
                visitor.SessionId, new RecordConsent(ConsentPurposes.Marketing, granted, words, clientId), Context.ConnectionAborted);
        }
        catch (LeadHeatException refused)
        {
            throw new HubException(refused.Title);
        }
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[Visitor] is ChatVisitor visitor)
            rooms.Leave(visitor);
        await base.OnDisconnectedAsync(exception);
    }

    // A visitor on this machine, or a proxy on it that does not say whom it speaks for, has no address worth counting.
    private string? Address => Context.GetHttpContext()?.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address)
        ? address.ToString()
        : null;

    private async Task EnterAsync(ChatVisitor visitor, SessionStarted session)
    {
        if (Context.Items[Visitor] is ChatVisitor before)
        {
            rooms.Leave(before);
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, before.Group, Context.ConnectionAborted);
        }

        Context.Items[Visitor] = visitor;
        await Groups.AddToGroupAsync(Context.ConnectionId, visitor.Group, Context.ConnectionAborted);
        rooms.Enter(visitor);
        // What was written between the reading of the session and now has told nobody here.
        if (session.Resumed)
            rooms.Refresh(visitor, session.Messages.Count > 0 ? session.Messages[^1].Id : null);
    }

    private static ChatStarted Started(SessionStarted session) => new(
        session.SessionId, session.Greeting, session.Chips, session.Resumed, session.Handling, ChatMessage.FirstName(session.AnsweredBy),
        [.. session.Messages.Select(ChatMessage.From)]);
}
