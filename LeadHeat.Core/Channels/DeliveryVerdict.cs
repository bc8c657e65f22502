using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>Why a delivery was let in.</summary>
[JsonConverter(typeof(WireEnumConverter<DeliveryVerdict>))]
public enum DeliveryVerdict
{
    /// <summary>Its signature was made with our secret over exactly these bytes.</summary>
    Verified,

    /// <summary>It was refused when it came; later its signature fitted the secret that was set then.</summary>
    VerifiedLater,

    /// <summary>By a door that is open to everybody, as forms on sites are: nothing is signed there.</summary>
    Open,

    /// <summary>Nobody delivered it: we asked the platform ourselves.</summary>
    Fetched,
}
