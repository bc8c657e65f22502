using LeadHeat.Api.Data;
using LeadHeat.Api.HeatModels;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Leads;

/// <summary>What a lead's score rests on, as it is under lock.</summary>
/// <param name="HeardAt">When the visitor wrote last, or came where none ever wrote.</param>
/// <param name="Adjustments">What people added to the score before.</param>
internal sealed record JudgedLead(
    string Playbook,
    Guid? ConversationId,
    Guid ContactId,
    (string? Name, string? Email, string? Phone) Contact,
    DialogueState Dialogue,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<UnitMatch> Matches,
    IReadOnlyList<LedgerLine> Adjustments,
    DateTimeOffset HeardAt)
{
    /// <summary>As lists show it.</summary>
    public string Called { get; init; } = "";

    public LeadSource Source { get; init; }

    /// <summary>Where the card asks the heat model: what it says of this lead.</summary>
    public AskedModel? Model { get; init; }

    /// <summary>What its score rests on.</summary>
    public ScoringInput Input(DateTimeOffset now) => new(Facts, Matches, Adjustments, now, Dialogue, HeardAt, Model?.Probability(Facts));

    public static JudgedLead Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.ValueOrNull<Guid>(1),
        row.GetGuid(2),
        (row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5)),
        row.IsDBNull(6) ? DialogueState.Start : row.Json(6, LeadHeatJson.Default.DialogueState),
        row.Json(7, LeadHeatJson.Default.IReadOnlyListFact),
        row.IsDBNull(8) ? [] : row.Json(8, LeadHeatJson.Default.IReadOnlyListUnitMatch),
        [],
        row.Time(9));
}
