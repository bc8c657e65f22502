using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Identity;

/// <summary>Why two people may be one, or may not. What somebody of the team decides is a reason too.</summary>
[JsonConverter(typeof(WireEnumConverter<MatchReasonKind>))]
public enum MatchReasonKind { SamePhone, PhoneVariant, SameEmail, EmailVariant, SharedMailbox, SameWhatsapp, SameBrowser, SameName, DifferentName, ByHand }

/// <summary>A reason.</summary>
/// <param name="Text">In a salesperson's words.</param>
/// <param name="Verified">Whether both sides prove it; false where one of them only says so.</param>
public sealed record MatchReason(MatchReasonKind Kind, string Text, bool Verified = false);

/// <summary>What speaks for two people being one.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsCertain">Whether nobody needs to look: both sides prove a key of one person, and nothing speaks against it.</param>
public sealed record IdentityMatch(double Confidence, IReadOnlyList<MatchReason> Reasons, bool IsCertain);
