using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Access;

/// <summary>By what an admin knew that it is the member who asks: as sure as who gave them their invitation.</summary>
[JsonConverter(typeof(WireEnumConverter<IdentityProof>))]
public enum IdentityProof
{
    /// <summary>They stood before the admin.</summary>
    InPerson,

    /// <summary>The admin saw them.</summary>
    VideoCall,

    /// <summary>The admin called them, under a number known from before.</summary>
    KnownNumber,
}
