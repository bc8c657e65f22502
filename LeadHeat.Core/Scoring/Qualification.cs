using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>The structured result of qualifying a lead.</summary>
/// <param name="Score">0 to 100: the sum of the ledger.</param>
/// <param name="Qualified">Whether the score reaches the card's threshold.</param>
/// <param name="Heat">The band.</param>
/// <param name="Recommendation">What to do with the lead.</param>
/// <param name="Reasons">Up to five reasons, strongest first.</param>
/// <param name="NextStep">What the team should do next, in one sentence.</param>
/// <param name="TopMatches">Up to three units that fit.</param>
/// <param name="Ledger">The lines that add up to the score.</param>
public sealed record Qualification(
    int Score,
    bool Qualified,
    Heat Heat,
    Recommendation Recommendation,
    IReadOnlyList<string> Reasons,
    string NextStep,
    IReadOnlyList<UnitMatch> TopMatches,
    IReadOnlyList<LedgerLine> Ledger)
{
    /// <summary>How much the lead matters, by its band.</summary>
    public Priority Priority { get; init; }

    /// <summary>How soon a person should follow up, in minutes from when the lead came into its band.</summary>
    public int FollowUpMinutes { get; init; }
}

/// <summary>A unit that fits a lead, with why; the figures are as they were when it was matched.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Why">What fits, in words: <c>2 beds in Whitefield, ₹15 L under budget</c>.</param>
/// <param name="Features">What it has, in one line: <c>parking, gym</c>; null where it was matched before that was kept.</param>
public sealed record UnitMatch(
    Guid UnitId,
    string Title,
    string City,
    string Area,
    string Type,
    decimal Beds,
    decimal Baths,
    decimal SizeM2,
    decimal Price,
    string Currency,
    string Why,
    string? Features = null)
{
    /// <summary>Whether the listing names a feature.</summary>
    public bool Has(string feature) => Features?.Contains(feature, StringComparison.OrdinalIgnoreCase) ?? false;
}

/// <summary>What the card says to do with a lead.</summary>
[JsonConverter(typeof(WireEnumConverter<Recommendation>))]
public enum Recommendation { NeedsMoreInfo, Qualified, Rejected }
