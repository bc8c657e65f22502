using LeadHeat.Core.Conversations;

namespace LeadHeat.Web.Leads;

/// <summary>A message that was sent from this page and is not confirmed yet.</summary>
/// <param name="Fault">Why it was not sent; null while it is on its way.</param>
public sealed record PendingMessage(string ClientMessageId, string Text, DateTimeOffset At, string? Fault = null);

/// <summary>The messages that are shown: those loaded so far, and those on their way.</summary>
public sealed class TranscriptState
{
    private List<MessageView> _messages = [];
    private List<PendingMessage> _pending = [];

    public IReadOnlyList<MessageView> Messages => _messages;
    public IReadOnlyList<PendingMessage> Pending => _pending;

    public MessageView? Newest => _messages.Count == 0 ? null : _messages[^1];

    /// <summary>What came after a message; all when it is none of these.</summary>
    public IEnumerable<MessageView> After(MessageView? message) => _messages.Skip(_messages.FindIndex(other => other.Id == message?.Id) + 1);

    /// <summary>Leads to earlier messages; null at the beginning.</summary>
    public string? Earlier { get; private set; }

    /// <summary>Takes the latest page and keeps earlier messages that were loaded before it.</summary>
    public void TakeLatest(MessagePage page)
    {
        var first = page.Items.Count == 0 ? -1 : _messages.FindIndex(message => message.Id == page.Items[0].Id);
        if (first <= 0)
            (_messages, Earlier) = ([.. page.Items], page.Next);
        else
            _messages = [.. _messages.Take(first), .. page.Items];
    }

    public void TakeEarlier(MessagePage page)
    {
        var known = _messages.Select(message => message.Id).ToHashSet();
        _messages = [.. page.Items.Where(message => !known.Contains(message.Id)), .. _messages];
        Earlier = page.Next;
    }

    public void Send(PendingMessage message) => _pending = [.. _pending.Where(other => other.ClientMessageId != message.ClientMessageId), message];

    public void Confirm(string clientMessageId, MessageView message)
    {
        Forget(clientMessageId);
        if (!_messages.Exists(other => other.Id == message.Id))
            _messages = [.. _messages, message];
    }

    public void Refuse(string clientMessageId, string fault) =>
        _pending = [.. _pending.Select(message => message.ClientMessageId == clientMessageId ? message with { Fault = fault } : message)];

    public void Forget(string clientMessageId) => _pending = [.. _pending.Where(message => message.ClientMessageId != clientMessageId)];

    public bool Has(Guid message) => _messages.Exists(other => other.Id == message);
}
