using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Understanding;

/// <summary>What a visitor wants with a message.</summary>
[JsonConverter(typeof(WireEnumConverter<Intent>))]
public enum Intent
{
    Greeting,
    PropertySearch,
    ProductQuestion,
    PriceQuestion,
    Comparison,
    SiteVisit,
    CallbackRequest,
    ObjectionPrice,
    ObjectionLocation,
    ObjectionTrust,
    Negotiation,
    ContactSharing,
    RefuseToShare,
    HumanRequest,
    Complaint,
    SmallTalk,
    Goodbye,
    OffTopic,
    Spam,
}

/// <summary>Small signals in a message.</summary>
[Flags]
public enum Cues : long
{
    None = 0,
    Greeting = 1 << 0,
    Thanks = 1 << 1,
    Goodbye = 1 << 2,
    Reset = 1 << 3,
    AsksForHuman = 1 << 4,
    Refusal = 1 << 5,
    Question = 1 << 6,
    Correction = 1 << 7,
    Yes = 1 << 8,
    No = 1 << 9,
    DoesNotKnow = 1 << 10,
    Visit = 1 << 11,
    Callback = 1 << 12,
    Price = 1 << 13,
    Expensive = 1 << 14,
    Discount = 1 << 15,
    Compare = 1 << 16,
    More = 1 << 17,
    Availability = 1 << 18,
    Complaint = 1 << 19,
    Distrust = 1 << 20,
    Praise = 1 << 21,
    IsBot = 1 << 22,
    BadPlace = 1 << 23,
    Likes = 1 << 24,
    JustLooking = 1 << 25,
    SmallTalk = 1 << 26,
    Cheaper = 1 << 27,
    NoRush = 1 << 28,
    Search = 1 << 29,
    OffTopic = 1 << 30,
    Spam = 1L << 31,
    Injection = 1L << 32,
    Delight = 1L << 33,
    AsksWhy = 1L << 34,

    /// <summary>Buys nothing and says so: writes an article, makes a list, wants not to be noted.</summary>
    NotBuying = 1L << 35,

    /// <summary>Tells of a promise of ours that was not kept.</summary>
    LetDown = 1L << 36,

    /// <summary>Says that we have, or were told, something already.</summary>
    SaidBefore = 1L << 37,
}
