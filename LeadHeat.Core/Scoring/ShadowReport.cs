using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Scoring;

/// <summary>Runs a card over all leads without touching one.</summary>
/// <param name="CapacityPerDay">Hot leads that the team can call in a day; null takes what the settings say.</param>
public sealed record StartShadow(int? CapacityPerDay = null);

/// <summary>A run of a card over all leads.</summary>
/// <param name="Total">Leads to look at.</param>
/// <param name="Scored">Leads looked at so far.</param>
/// <param name="Report">Set when it is done.</param>
public sealed record ShadowRun(
    Guid Id, string Card, int Version, ShadowState State, string? Failure, int Total, int Scored, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt,
    ShadowReport? Report);

/// <summary>How far a run is.</summary>
[JsonConverter(typeof(WireEnumConverter<ShadowState>))]
public enum ShadowState { Running, Done, Failed }

/// <summary>What a card would have done to the leads that there are.</summary>
/// <param name="Against">The card that judges them now, as name and version.</param>
/// <param name="Matrix">How many leads go from one band to another; only pairs that there are.</param>
/// <param name="Flips">Leads that change their band, the largest changes first, at most 200.</param>
/// <param name="Rules">Which rule makes how many leads change their band.</param>
/// <param name="WinRates">Per band, now and then: how many of the closed leads were won.</param>
/// <param name="PrecisionNow">How many of the closed leads that are hot now were won.</param>
/// <param name="PrecisionThen">How many of the closed leads that would be hot were won.</param>
/// <param name="HotPerDayNow">New hot leads a day, over the last four weeks of the history.</param>
/// <param name="HotPerDayThen">The same by the card.</param>
/// <param name="CapacityPerDay">What the team can take on a day.</param>
/// <param name="Milliseconds">How long the run took.</param>
/// <param name="Thresholds">What would be hot if the band began elsewhere, the highest first; null in reports of earlier releases.</param>
public sealed record ShadowReport(
    string Against,
    int Leads,
    int Flipped,
    IReadOnlyList<BandMove> Matrix,
    IReadOnlyList<ShadowFlip> Flips,
    IReadOnlyList<RuleFlips> Rules,
    IReadOnlyList<BandWinRate> WinRates,
    Proportion PrecisionNow,
    Proportion PrecisionThen,
    double HotPerDayNow,
    double HotPerDayThen,
    int CapacityPerDay,
    double Milliseconds,
    IReadOnlyList<HotThreshold>? Thresholds = null);

/// <summary>Leads that the card gives at least so many points.</summary>
/// <param name="From">The lowest score.</param>
/// <param name="PerDay">New ones a day, over the last four weeks of the history.</param>
/// <param name="Won">How many of the closed ones were won.</param>
public sealed record HotThreshold(int From, double PerDay, Proportion Won);

/// <summary>Leads that go from one band to another.</summary>
public sealed record BandMove(Heat From, Heat To, int Count);

/// <summary>A lead that changes its band.</summary>
/// <param name="Rule">The rule that changes most in that direction.</param>
/// <param name="RuleTitle">As people read it.</param>
/// <param name="RulePoints">What that rule changes.</param>
public sealed record ShadowFlip(Guid LeadId, string Name, int FromScore, int ToScore, Heat From, Heat To, string Rule, string RuleTitle, int RulePoints);

/// <summary>How many leads a rule moves up and down.</summary>
public sealed record RuleFlips(string Rule, string Title, int Up, int Down);

/// <summary>How many of a band's closed leads were won.</summary>
public sealed record BandWinRate(Heat Heat, Proportion Now, Proportion Then);
