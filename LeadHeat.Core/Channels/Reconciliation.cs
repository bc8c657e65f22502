using System.Text.Json.Serialization;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Channels;

/// <summary>How far a comparison with Meta is.</summary>
[JsonConverter(typeof(WireEnumConverter<ReconciliationState>))]
public enum ReconciliationState
{
    /// <summary>It begins within moments.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>All forms were compared.</summary>
    Done,

    /// <summary>It could not go on.</summary>
    Stopped,
}

/// <summary>What Meta has of a form's leads, and we.</summary>
/// <param name="Expected">How many Meta has.</param>
/// <param name="Have">How many of them were leads here.</param>
/// <param name="Missing">Those of which nothing was here; they were brought through the one door. At most 100 of them are named.</param>
/// <param name="Failure">Why the form could not be compared; null when it was.</param>
/// <param name="Waiting">How many have come and are not handled yet.</param>
/// <param name="Stuck">How many have come and failed or were not understood: somebody has to look at them.</param>
/// <param name="Erased">How many are of people who were deleted here since: they are not fetched again.</param>
public sealed record ReconciledForm(
    string FormId, int Expected, int Have, IReadOnlyList<string> Missing, string? Failure = null, int Waiting = 0, int Stuck = 0, int Erased = 0)
{
    /// <summary>How many there are of which nothing was here.</summary>
    public int MissingCount => Expected - Have - Waiting - Stuck - Erased;
}

/// <summary>A comparison of all forms.</summary>
/// <param name="Failure">Why it could not go on; null when it could.</param>
public sealed record Reconciliation(
    Guid Id, ReconciliationState State, string? Failure, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, IReadOnlyList<ReconciledForm> Forms);

/// <summary>The latest comparison.</summary>
/// <param name="IsSetUp">Whether Meta can be asked at all.</param>
/// <param name="EveryHours">How often it runs by itself; 0: never.</param>
/// <param name="Days">How far it looks back.</param>
public sealed record ReconciliationReport(bool IsSetUp, int EveryHours, int Days, Reconciliation? Latest);
