using System.ComponentModel.DataAnnotations;

namespace LeadHeat.Core.Channels;

/// <summary>What the simulator shall send: signed deliveries of WhatsApp and Lead Ads, made up from a seed.</summary>
/// <param name="Count">Messages and forms; has to be said.</param>
/// <param name="Rate">How many of them a second.</param>
/// <param name="Duplicates">How many of 100 come twice.</param>
/// <param name="Reordered">How many of 100 come later than they were sent.</param>
/// <param name="Batch">How many come in one delivery.</param>
/// <param name="Seed">The same seed makes the same people, who say the same; their second time is a duplicate of their first.</param>
/// <param name="Lost">How many of 100 forms never arrive, so that a comparison with Meta has something to find.</param>
public sealed record SimulatorRun(
    [property: Range(1, 10_000)] int Count = 0,
    [property: Range(1, 1_000)] int Rate = 5,
    [property: Range(0, 100)] int Duplicates = 5,
    [property: Range(0, 100)] int Reordered = 5,
    [property: Range(1, 1_000)] int Batch = 3,
    [property: Range(1, 9_999)] int Seed = 1,
    [property: Range(0, 100)] int Lost = 0);

/// <summary>What the simulator does.</summary>
/// <param name="Enabled">False where a real account is connected, or nobody has switched it on.</param>
/// <param name="Run">The latest run; null before the first.</param>
/// <param name="Planned">Messages and forms of the run, those that come twice counted twice.</param>
/// <param name="Sent">How many of them were acknowledged.</param>
/// <param name="Refused">How many of them were not.</param>
public sealed record SimulatorStatus(bool Enabled, bool Running, SimulatorRun? Run, int Planned, int Sent, int Refused);
