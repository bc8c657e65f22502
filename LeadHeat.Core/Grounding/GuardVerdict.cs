using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Grounding;

/// <summary>A sentence that was taken out of a reply because nothing in the turn's evidence says it.</summary>
/// <param name="Sentence">As the agent wrote it.</param>
/// <param name="Kind">What it claimed.</param>
/// <param name="Claim">The words of the claim: <c>₹1.2 Cr</c>, <c>only two left</c>.</param>
/// <param name="Reason">Why it was not believed, for the team.</param>
public sealed record GuardVerdict(string Sentence, ClaimKind Kind, string Claim, string Reason);

/// <summary>What a sentence can claim that has to be proved.</summary>
[JsonConverter(typeof(WireEnumConverter<ClaimKind>))]
public enum ClaimKind { Price, Number, Availability, Date, Discount, Amenity, Urgency }
