using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>How far a message of ours has come on its way through a platform, in its order.</summary>
[JsonConverter(typeof(WireEnumConverter<DeliveryState>))]
public enum DeliveryState { Queued, Sending, Sent, Delivered, Read, Played, Failed }
