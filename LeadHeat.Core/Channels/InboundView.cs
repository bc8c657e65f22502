using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>What became of something that came in.</summary>
[JsonConverter(typeof(WireEnumConverter<InboundState>))]
public enum InboundState
{
    /// <summary>Not handled yet, or to be tried again.</summary>
    Pending,

    /// <summary>It became, or joined, a lead, or there was nothing to do.</summary>
    Done,

    /// <summary>Of a shape that is not known; a person has to look.</summary>
    Quarantined,

    /// <summary>It failed too often; a person has to look.</summary>
    Dead,
}

/// <summary>Something that came in, as the team sees it.</summary>
/// <param name="ExternalId">The platform's id.</param>
/// <param name="Failure">What is wrong with it; null when nothing is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LeadId">The lead that it became or joined; null before, and for what belongs to none.</param>
public sealed record InboundItem(
    Guid Id,
    InboundChannel Channel,
    InboundKind Kind,
    string ExternalId,
    InboundState State,
    string? Failure,
    int Attempts,
    Guid? LeadId,
    Guid? MessageId,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? HandledAt);

/// <summary>A page of what came in, newest first; <see cref="Next"/> is null at the end.</summary>
public sealed record InboundPage(IReadOnlyList<InboundItem> Items, string? Next);

/// <summary>An event with its content, for admins.</summary>
/// <param name="Body">The JSON as it came; what is not UTF-8 is replaced.</param>
/// <param name="Verdict">Why its delivery was let in; null where nobody noted it.</param>
/// <param name="SignedBy">A mark of the secret that it was signed with: the same as long as the secret is.</param>
public sealed record InboundDetail(InboundItem Item, string Body, DeliveryVerdict? Verdict = null, string? SignedBy = null);

/// <summary>What needs a look.</summary>
/// <param name="Pending">Not handled yet.</param>
/// <param name="Refused">Deliveries of the last 7 days whose signature was not ours.</param>
/// <param name="WebhooksOff">Programs of the team's that are told nothing any more, because they failed too often.</param>
/// <param name="Held">What an admin has to do before anything that waits for Meta goes on; null where nothing waits for that.</param>
public sealed record InboundCounts(int Pending, int Quarantined, int Dead, long Refused, int WebhooksOff = 0, string? Held = null);

/// <summary>Handles again what failed or was not understood.</summary>
/// <param name="State">Quarantined or dead.</param>
/// <param name="Channel">Null: of every channel.</param>
public sealed record ReplayInbound([property: JsonRequired] InboundState State, InboundChannel? Channel = null);

/// <summary>How many are handled again.</summary>
public sealed record InboundReplayed(int Count);
