using LeadHeat.Api.Turns;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Api.Conversations;

/// <summary>What a visitor wrote, whatever the channel: every channel maps its input to this and hands it to <see cref="IngestInbound"/>.</summary>
/// <param name="SessionId">The visitor's session of that channel.</param>
/// <param name="ExternalId">The channel's own id of the message; the same one twice is one message.</param>
internal sealed record InboundMessage(Guid SessionId, string ExternalId, string Text)
{
    /// <summary>What the channel says about who wrote; null where it knows nothing.</summary>
    public Sender? Sender { get; init; }

    /// <summary>What the message tells by its form, before anybody reads it; evidence of this message has no id yet.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}

/// <summary>Who wrote, by what the channel knows. It introduces a new lead; it never overwrites what is known.</summary>
/// <param name="Phone">In E.164.</param>
/// <param name="Note">For the timeline, with the message: where the person came from.</param>
internal sealed record Sender(string? Name, string? Phone, string? Note);

/// <summary>A message that is stored, by this call or an earlier one with the same external id.</summary>
/// <param name="IsNew">False for a duplicate.</param>
/// <param name="Attempts">How often a worker has taken the turn.</param>
internal sealed record Ingested(Guid TurnId, Guid LeadId, Guid ConversationId, Guid MessageId, TurnState State, Handling Handling, int Attempts, bool IsNew);
