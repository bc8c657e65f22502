using System.Text.Json.Serialization;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Turns;

namespace LeadHeat.Api.Turns;

/// <summary>What is kept of a turn beside its reply: enough to tell its end again, and what it took.</summary>
internal sealed record TurnEnd(
    Handling Handling,
    ScoreData? Score = null,
    HandoffData? Handoff = null,
    string? Agent = null,
    string? Fallback = null,
    string? PlaybookVersion = null,
    double Milliseconds = 0,
    int InputTokens = 0,
    int OutputTokens = 0);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TurnEnd))]
internal sealed partial class TurnJson : JsonSerializerContext;
