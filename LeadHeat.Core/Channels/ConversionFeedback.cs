using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>Whether Meta is told what became of its leads, and of whom.</summary>
/// <param name="DatasetId">Meta's number of the dataset that takes events.</param>
/// <param name="Consent">The purpose that a person has to have agreed to; for Meta's forms the key of the box.</param>
/// <param name="TestCode">Marks events as a test; null: they count.</param>
public sealed record ConversionSettings(
    [property: JsonRequired] bool IsOn,
    [property: Required(AllowEmptyStrings = true), RegularExpression("^[0-9]{0,40}$")] string DatasetId,
    [property: Required(AllowEmptyStrings = true), StringLength(200)] string Consent,
    [property: StringLength(100)] string? TestCode = null);

/// <summary>What became of telling Meta that a lead reached a stage.</summary>
[JsonConverter(typeof(WireEnumConverter<ConversionState>))]
public enum ConversionState
{
    /// <summary>To be sent, or to be tried again.</summary>
    Queued,

    /// <summary>Meta has it.</summary>
    Sent,

    /// <summary>The person has not agreed to it: Meta is not told.</summary>
    Withheld,

    /// <summary>Meta refused it, or did not take it within a day.</summary>
    Failed,
}

/// <summary>A lead reached a stage.</summary>
/// <param name="Failure">Why Meta does not have it; null when it has, or was not asked yet.</param>
public sealed record ConversionEvent(
    Guid LeadId, string LeadName, LeadStatus Stage, ConversionState State, string? Failure, int Attempts, DateTimeOffset At, DateTimeOffset? SentAt);

/// <summary>The settings, and the latest 50 events, newest first.</summary>
public sealed record ConversionFeedback(ConversionSettings Settings, IReadOnlyList<ConversionEvent> Latest);
