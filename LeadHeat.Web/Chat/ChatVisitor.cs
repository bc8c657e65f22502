namespace LeadHeat.Web.Chat;

/// <summary>Whom a connection of the hub belongs to, once it has started a chat.</summary>
internal sealed class ChatVisitor(Guid sessionId, Guid conversationId)
{
    private int _sending;

    public Guid SessionId => sessionId;

    public Guid ConversationId => conversationId;

    /// <summary>The group of the conversation's connections: the visitor may have several pages open.</summary>
    public string Group => GroupOf(conversationId);

    public static string GroupOf(Guid conversationId) => conversationId.ToString("N");

    /// <summary>A connection answers one message at a time; true when this one may begin.</summary>
    public bool BeginSending() => Interlocked.Exchange(ref _sending, 1) == 0;

    public void EndSending() => Volatile.Write(ref _sending, 0);
}
