using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Identity;

/// <summary>By what a person can be known: a telephone number, an address, WhatsApp's id for this business, a filled-in form, a browser.</summary>
[JsonConverter(typeof(WireEnumConverter<KeyKind>))]
public enum KeyKind { Phone, Email, Whatsapp, Leadgen, Visitor }

/// <summary>Where a key came from. What somebody typed in a chat or a form of a web site, anybody could have typed.</summary>
[JsonConverter(typeof(WireEnumConverter<KeySource>))]
public enum KeySource { Chat, WebForm, LeadAds, Import, Team, Whatsapp, Browser }

/// <summary>How much a key proves.</summary>
public enum KeyTrust
{
    /// <summary>Somebody said so.</summary>
    Claimed,

    /// <summary>A platform filled it in from the person's account, and the person could change it.</summary>
    Vouched,

    /// <summary>The platform or the device proves it, or the team says so itself.</summary>
    Proven,
}

/// <summary>Something by which a person is known.</summary>
/// <param name="Value">As it was given: E.164, an address in lower case, an id.</param>
public sealed record IdentityKey(KeyKind Kind, string Value, KeySource Source)
{
    /// <summary>The same for all ways to write the key.</summary>
    public string Matching => Kind switch
    {
        KeyKind.Phone => PhoneVariants.Matching(Value),
        KeyKind.Email => EmailVariants.Matching(Value),
        _ => Value,
    };

    public KeyTrust Trust => Source switch
    {
        KeySource.Chat or KeySource.WebForm => KeyTrust.Claimed,
        KeySource.LeadAds => KeyTrust.Vouched,
        _ => KeyTrust.Proven,
    };
}

/// <summary>A person as far as others are compared with it.</summary>
public sealed record Person(Guid Id, string? Name, IReadOnlyList<IdentityKey> Keys);
