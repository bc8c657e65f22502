using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LeadHeat.Core.Privacy;

/// <summary>What people agree to. Other purposes are those of forms, by the names of their boxes.</summary>
public static class ConsentPurposes
{
    /// <summary>Messages of ours where a person can be reached, WhatsApp for instance. Withdrawn, nothing is sent there.</summary>
    public const string Messages = "messages";

    /// <summary>Messages that nobody asked for. Withdrawn, no template is sent; who writes is answered.</summary>
    public const string Marketing = "marketing";
}

/// <summary>Notes what somebody agreed to or took back.</summary>
/// <param name="Words">What they were shown and ticked, or what they said.</param>
/// <param name="ClientId">Made by the caller; the same id twice is one line.</param>
public sealed record RecordConsent(
    [property: Required, RegularExpression("^[a-z0-9_]{1,60}$", ErrorMessage = "Only lower-case letters, digits and _, at most 60.")] string Purpose,
    [property: JsonRequired] bool Granted,
    [property: Required, StringLength(1000, MinimumLength = 3)] string Words,
    [property: StringLength(100, MinimumLength = 1)] string? ClientId = null);

/// <summary>A line of the consent ledger; the last one of a purpose holds.</summary>
/// <param name="Source">Where it came from: <c>web</c>, <c>whatsapp</c>, <c>meta_lead_ads</c>, <c>team</c>.</param>
/// <param name="RecordedBy">Who of the team noted it; null where the person did it.</param>
public sealed record ConsentLine(Guid Id, string Purpose, bool Granted, string Source, string Words, DateTimeOffset At, string? RecordedBy);

/// <summary>All that a person agreed to and took back.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Withdrawn">Purposes whose last line is a withdrawal.</param>
public sealed record ConsentLedger(IReadOnlyList<ConsentLine> Items, IReadOnlyList<string> Withdrawn);
