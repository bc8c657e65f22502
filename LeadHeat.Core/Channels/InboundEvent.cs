using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>Where something came in.</summary>
[JsonConverter(typeof(WireEnumConverter<InboundChannel>))]
public enum InboundChannel { Whatsapp, LeadAds, WebForm }

/// <summary>What kind of thing came in.</summary>
[JsonConverter(typeof(WireEnumConverter<InboundKind>))]
public enum InboundKind
{
    /// <summary>A person wrote.</summary>
    Message,

    /// <summary>What became of a message that we sent.</summary>
    Status,

    /// <summary>A form was filled in.</summary>
    Lead,

    /// <summary>The platform reports a fault.</summary>
    Fault,

    /// <summary>A shape that we do not know; kept for a person to look at.</summary>
    Unknown,
}

/// <summary>One thing of a delivery, cut out so that it can be understood without the rest.</summary>
/// <param name="ExternalId">The platform's id, once per channel; made from the bytes where the platform gave none.</param>
/// <param name="Contact">Whose it is: what comes from one contact is handled in its order. Empty where nobody is named.</param>
/// <param name="Body">UTF-8 JSON: the part itself, with what the envelope said about it.</param>
public sealed record InboundEvent(InboundKind Kind, string ExternalId, string Contact, byte[] Body);
